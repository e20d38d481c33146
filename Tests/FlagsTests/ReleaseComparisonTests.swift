import Feedback
import Measures
import Store
import Testing

@testable import Flags

/// Which versions stand beside a change, and which products have series of their own.
struct ReleaseComparisonTests {
    /// A counted voice of a customer of its own on a day.
    private static func voice(
        _ number: Int,
        _ day: String,
        product: String? = nil,
        version: String? = nil,
        support: Int
    ) -> VoiceRow {
        let month = String(day.prefix(7))
        var voice = VoiceRow(
            voiceID: "v\(number)",
            brand: "Lotte",
            month: month,
            supportBasis: "facets",
            brandBasis: "none"
        )
        let parts = day.split(separator: "-").compactMap { Int($0) }
        voice.day = Day(year: parts[0], month: parts[1], day: parts[2])?.number
        voice.customerCode = Int64(number)
        (voice.product, voice.version, voice.supportPolarity) = (product, version, support)
        return voice
    }

    /// A fall by month that set in between July and August 2018, with levels from 2017 to the end of 2018.
    private static func flag(product: String? = nil) -> FlagDetail {
        func level(_ from: String, _ to: String) -> FlagDetail.Level {
            FlagDetail.Level(voices: 9, value: 50, low: 40, high: 60, from: from, to: to)
        }
        return FlagDetail(
            id: "f",
            brand: "Lotte",
            measure: "support",
            channel: nil,
            product: product,
            periods: "month",
            alsoIn: [],
            kind: "step",
            direction: -1,
            firstPeriod: "2018-07",
            firstPeriodLow: "2018-07",
            firstPeriodHigh: "2018-08",
            lastGoodPeriod: "2018-06",
            completePeriod: "2018-08",
            firstDetectable: nil,
            before: level("2017-01", "2018-06"),
            after: level("2018-07", "2018-12"),
            difference: -20,
            margin: 5,
            p: 0.01,
            q: 0.01,
            resolution: nil,
            seriesTested: 1,
            within: 0,
            mix: 0,
            channels: [],
            facets: [],
            lowStars: nil
        )
    }

    private static func releases(
        of voices: [(day: String, product: String?, version: String, support: Int)],
        beside flag: FlagDetail = flag()
    ) throws -> [ReleaseComparison] {
        let database = try KoeDatabase.inMemory()
        return try database.write { db in
            try VoiceTable.insert(
                voices.enumerated().map { number, row in
                    voice(number, row.day, product: row.product, version: row.version, support: row.support)
                },
                in: db
            )
            try VersionTable.update("Lotte", in: db)
            return ReleaseComparison.all(of: flag, in: try VersionTimeline.all(of: "Lotte", in: db), minimumVoices: 2)
        }
    }

    @Test func aReleaseIsOneThatIsFirstNamedAsTheChangeSetsIn() throws {
        let found = try Self.releases(of: [
            // Not named since 2017 began, so no part of the level before.
            ("2016-01-01", nil, "1", 5_000), ("2016-12-31", nil, "1", 5_000),
            ("2016-12-31", nil, "2", 4_000), ("2017-01-01", nil, "2", 8_000),
            // One period before the interval begins, and its last day.
            ("2018-06-01", nil, "3", -2_000), ("2018-09-01", nil, "3", -4_000), ("2018-08-31", nil, "4", -6_000),
            // After the interval.
            ("2018-09-01", nil, "5", 9_000), ("2019-01-01", nil, "6", 9_000),
        ])
        let release = try #require(found.first)
        #expect(found.count == 1)
        #expect(release.new.map(\.name) == ["3", "4"] && release.earlier.map(\.name) == ["2"])
        #expect(release.around.map(\.name) == ["2", "3", "4", "5"])
        #expect([release.before.sum, release.before.n] == [12_000, 2])
        #expect([release.after.sum, release.after.n] == [-12_000, 3])
        // Means 6,000 and −4,000.
        #expect(release.change?.difference == -10_000)
    }

    @Test func everyProductIsComparedWithItself() throws {
        let voices: [(day: String, product: String?, version: String, support: Int)] = [
            ("2017-05-01", "Alarm", "1", 1_000), ("2017-06-01", "Alarm", "1", 3_000),
            ("2018-07-01", "Alarm", "2", 2_000), ("2018-07-02", "Alarm", "2", 1_000),
            ("2017-05-01", "Timer", "1", 9_000), ("2017-06-01", "Timer", "1", 7_000),
            ("2018-07-01", "Timer", "9", -1_000), ("2018-07-02", "Timer", "9", -3_000),
            // Too few voices name the version before.
            ("2017-05-01", nil, "1", 9_000), ("2018-07-01", nil, "2", -9_000), ("2018-07-02", nil, "2", -9_000),
        ]
        // The one that moved most the flag's way comes first.
        #expect(try Self.releases(of: voices).map(\.product) == ["Timer", "Alarm"])
        #expect(try Self.releases(of: voices, beside: Self.flag(product: "Alarm")).map(\.product) == ["Alarm"])
    }

    /// A product that nearly all voices name is the brand's own series once more.
    @Test func productsAreTestedWhereTheyAreNotTheWholeBrand() throws {
        func tested(_ counts: [String?: Int]) throws -> [String] {
            var voices: [VoiceRow] = []
            for (product, count) in counts {
                for _ in 0..<count {
                    voices.append(Self.voice(voices.count, "2018-01-01", product: product, support: 1))
                }
            }
            let whole = CellGroup(
                brand: "Lotte",
                period: Period(length: .all, index: 0),
                channel: CellGroup.allChannels,
                sums: [CellSums(.support, Cell(n: voices.count), minimumVoices: 5)]
            )
            let database = try KoeDatabase.inMemory()
            return try database.write { db in
                try VoiceTable.insert(voices, in: db)
                try CellTable.insert([whole], in: db)
                return try ProductCells.tested(of: "Lotte", least: 5, in: db)
            }
        }
        #expect(try tested(["Timer": 9, nil: 4]) == [])
        #expect(try tested(["Timer": 9, nil: 5]) == ["Timer"])
        #expect(try tested(["Timer": 5, "Alarm": 7, "Bell": 4]) == ["Alarm", "Timer"])
        let many = Dictionary(uniqueKeysWithValues: (10..<35).map { ("P\($0)" as String?, 5) })
        #expect(try tested(many) == (10..<30).map { "P\($0)" })
    }
}
