import Feedback
import Store

/// Picks the voices of a brand that a report quotes.
///
/// The influential ones move S or B most in their direction; the random ones are drawn by a fixed hash of their ids, so
/// that the same database gives the same report.
struct VerbatimChooser {
    private static let influentialPerSide = 3
    private static let random = 4

    /// Row ids of voices, praise before blame.
    let influential: [Int64]
    /// Row ids of voices drawn at random and not influential.
    let atRandom: [Int64]

    init(of brand: String, in db: StoreConnection) throws {
        let sides = try [true, false].flatMap { isPraise in
            try ReportVoices.heaviest(of: brand, isPraise: isPraise, limit: Self.influentialPerSide, in: db)
        }
        influential = sides
        atRandom = try ReportVoices.drawn(of: brand, limit: Self.random, in: db).filter { !sides.contains($0) }
    }
}

/// The number by which a voice is drawn.
package enum VerbatimLot {
    /// A hash of an id with a final mix, so that neighbouring ids do not follow one another.
    package static func of(_ voiceID: String) -> Int64 {
        var state = ByteHash.value(voiceID.utf8)
        state = (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
        return Int64(truncatingIfNeeded: state >> 2)
    }
}
