import Feedback
import Measures
import Store
import Testing

@testable import Nightly

/// What a stored voice says of its comments.
struct StoredVoiceTests {
    private func member(_ source: String, _ id: Int, at seconds: Int64) -> VoiceMember {
        VoiceMember(
            commentKey: "\(source):\(id)",
            brand: "Inn",
            author: "sam",
            postedAt: Instant(milliseconds: 1_000 * seconds)
        )
    }

    /// The source of the earliest comment first, the others as they follow, whatever their names and order.
    @Test func sourcesStandInTheOrderOfTheirComments() throws {
        let members = [
            member("alpha", 1, at: 30), member("mail", 2, at: 20), member("zeta", 3, at: 10),
            member("alpha", 4, at: 40),
        ]
        let counted = Dictionary(
            uniqueKeysWithValues: members.enumerated().map { place, member in
                let source = String(member.commentKey.prefix { $0 != ":" })
                return (member.commentKey, CountedComment(id: Int64(place), source: source, facets: []))
            }
        )
        for order in [members, members.reversed()] {
            let voice = try #require(VoiceBuilder.voices(of: order).first)
            let row = VoiceRow(voice, members: counted)
            #expect(row.sources == #"{"zeta":1,"mail":1,"alpha":2}"#)
            #expect(row.memberIDs == [2, 1, 0, 3])
        }
    }
}
