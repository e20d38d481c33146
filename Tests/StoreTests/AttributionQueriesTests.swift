import Testing

@testable import Store

struct AttributionQueriesTests {
    /// A voice that begins in one source and goes on in another is measured where it began.
    @Test func aVoiceStandsWhereItsEarliestCommentDoes() throws {
        func voice(_ name: String, customer: Int64, support: Int, sources: String) -> VoiceRow {
            var voice = VoiceRow(
                voiceID: name,
                brand: "Inn",
                month: "2014-01",
                supportBasis: "none",
                brandBasis: "none"
            )
            (voice.customerCode, voice.supportPolarity) = (customer, support)
            (voice.channel, voice.sources) = ("web", sources)
            return voice
        }
        let voices = [
            voice("a", customer: 1, support: 100, sources: #"{"zeta":1,"alpha":2}"#),
            voice("b", customer: 1, support: -40, sources: #"{"zeta":1}"#),
            voice("c", customer: 2, support: 7, sources: #"{"alpha":1,"zeta":3}"#),
        ]
        let database = try KoeDatabase.inMemory()
        try database.write { try VoiceTable.insert(voices, in: $0) }
        var sums: [String: [Int]] = [:]
        try database.read { db in
            let months = "2014-01"..."2014-01"
            try AttributionQueries.forEachSum(
                of: "Inn",
                .support,
                channel: nil,
                product: nil,
                months: months,
                in: db
            ) { place, sum in
                #expect(place.channel == "web")
                sums[place.source, default: []] += [sum.voices, sum.sum, sum.sumOfSquares]
            }
        }
        #expect(sums == ["zeta": [2, 60, 11_600], "alpha": [1, 7, 49]])
    }
}
