import Testing

@testable import Store

/// Sums of voices by the version that they name, reckoned by hand.
struct VersionTableTests {
    private static func voice(
        _ name: String,
        customer: Int64,
        day: Int?,
        product: String? = nil,
        version: String?,
        support: Int?
    ) -> VoiceRow {
        var voice = VoiceRow(voiceID: name, brand: "Lotte", month: "2014-01", supportBasis: "none", brandBasis: "none")
        (voice.customerCode, voice.day) = (customer, day)
        (voice.product, voice.version, voice.supportPolarity) = (product, version, support)
        return voice
    }

    @Test func sumsAreOfCountedDatedVoicesByCustomer() throws {
        var bystander = Self.voice("f", customer: 4, day: 16_100, version: "1.0", support: -9_000)
        bystander.isCounted = false
        let voices = [
            Self.voice("a", customer: 1, day: 16_090, version: "1.0", support: 100),
            Self.voice("b", customer: 1, day: 16_120, version: "1.0", support: -300),
            Self.voice("c", customer: 2, day: 16_110, version: "1.0", support: 50),
            Self.voice("d", customer: 3, day: 16_080, version: "1.0", support: nil),
            Self.voice("e", customer: 3, day: nil, version: "1.0", support: 7),
            bystander,
            Self.voice("g", customer: 5, day: 16_070, product: "Timer", version: "1.0", support: 20),
            Self.voice("h", customer: 5, day: 16_060, version: nil, support: 20),
        ]
        let database = try KoeDatabase.inMemory()
        let sums = try database.write { db in
            try VoiceTable.insert(voices, in: db)
            try VersionTable.update("Lotte", in: db)
            return try VersionTable.sums(of: "Lotte", in: db)
        }
        try #require(sums.map(\.product) == [nil, "Timer"])
        let sum = sums[0]
        #expect([sum.firstDay, sum.lastDay] == [16_080, 16_120])
        // Voices a to d, of which a, b and c have a polarity: 100 − 300 + 50, and 10,000 + 90,000 + 2,500.
        #expect([sum.voices, sum.n, sum.sum, sum.sumOfSquares] == [4, 3, -150, 102_500])
        // Customer 1 has two voices with −200, customer 2 one with 50; customer 3 has none with a polarity.
        #expect([sum.customers, sum.customerSumSquares] == [2, 40_000 + 2_500])
        #expect([sum.customerSumCounts, sum.customerCountSquares] == [-400 + 50, 4 + 1])
        #expect([sums[1].voices, sums[1].sum] == [1, 20])
    }
}
