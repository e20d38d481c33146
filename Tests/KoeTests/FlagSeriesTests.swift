import Feedback
import Foundation
import Testing

/// The series that a night tests: brand, channels, products, facets, weeks and quarters, and one flag for one event.
struct FlagSeriesTests {
    private struct Flag: Decodable {
        let flagID: String
        let measure: String
        let channel: String
        let product: String?
        let firstBadPeriod: String
        let direction: Int
        let alsoIn: [String]
        let state: FlagState
    }

    private static let praise = "The staff were polite and explained everything."
    private static let blame = "The staff were rude and explained nothing."

    /// 60 months of mail and a little chat from January 2016; `isGood` says what the n-th voice of a month and channel is.
    ///
    /// `part`: the field that names the channel, or a product instead of one.
    private static func rows(
        part: String = "channel",
        _ isGood: (_ channel: String, _ month: Int, _ place: Int) -> Bool
    ) -> String {
        var rows = ""
        for month in 0..<60 {
            for (channel, count) in [("mail", 26), ("chat", 4)] {
                for place in 0..<count {
                    let date = "\(2016 + month / 12)-\(String(101 + month % 12).dropFirst())-\(101 + place)"
                    let day = date.prefix(8) + date.suffix(2)
                    rows += """
                        {"id":"\(channel)\(month).\(place)","source":"s","brand":"Lotte","posted_at":"\(day)T03:00:00Z",\
                        "author":"\(channel) \(month) \(place)","\(part)":"\(channel)",\
                        "text":"\(isGood(channel, month, place) ? Self.praise : Self.blame)"}

                        """
                }
            }
        }
        return rows
    }

    private static func flags(_ rows: String, environment: [String: String] = [:]) throws -> [Flag] {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let file = try folder.file("voices.ndjson", rows)
        for command in [["import", file], ["run", "--quiet"]] {
            let result = try KoeProcess.run(["-w", workspace] + command, environment: environment)
            try #require(result.status == 0, "\(result.errors)")
        }
        let exported = try KoeProcess.run(["-w", workspace, "export", "flags"], environment: environment)
        return try exported.output.split(separator: "\n").map {
            try JSONDecoder().decode(Flag.self, from: Data($0.utf8))
        }
    }

    /// A spread of good and bad that has no order to be found.
    private static func chance(_ month: Int, _ place: Int, _ percent: Int) -> Bool {
        (month * 7_919 + place * 104_729 + month * place * 31) % 100 < percent
    }

    @Test func fallOfTheBrandIsOneFlag() throws {
        let flags = try Self.flags(Self.rows { _, month, place in Self.chance(month, place, month < 36 ? 80 : 40) })
        let flag = try #require(flags.first)
        #expect(flags.count == 1)
        #expect([flag.measure, flag.channel, flag.firstBadPeriod] == ["support", "*", "2019-01"])
        #expect(flag.direction == -1)
        let also = flag.alsoIn
        #expect(flag.state == .new)
        #expect(also.contains("support.quarter"))
        #expect(also.contains("support@mail"))
        #expect(also.contains("facet.courtesy"))
    }

    @Test func fallOfOneChannelIsItsOwnFlag() throws {
        // What chat loses mail gains, so that the brand as a whole stays where it was.
        let rows = Self.rows { channel, month, place in
            Self.chance(month, place, month < 36 ? 80 : channel == "chat" ? 20 : 89)
        }
        let flags = try Self.flags(rows)
        let flag = try #require(flags.first { $0.direction < 0 })
        #expect(flags.filter { $0.direction < 0 }.count == 1)
        #expect([flag.measure, flag.channel] == ["support", "chat"])
        #expect(flag.flagID.hasPrefix("Lotte/support@chat/201"))
        #expect(flag.product == nil)
        let none = try Self.flags(rows, environment: ["KOE_FLAG_VOICES": "1000", "KOE_FLAG_PERIODS": "none"])
        #expect(!none.contains { $0.channel == "chat" })
    }

    @Test func fallOfOneProductIsItsOwnFlag() throws {
        // What the product chat loses the product mail gains.
        let flags = try Self.flags(
            Self.rows(part: "product") { product, month, place in
                Self.chance(month, place, month < 36 ? 80 : product == "chat" ? 20 : 89)
            }
        )
        let flag = try #require(flags.first { $0.direction < 0 })
        #expect(flags.filter { $0.direction < 0 }.count == 1)
        #expect([flag.measure, flag.channel, flag.product] == ["support", "*", "chat"])
        #expect(flag.flagID.hasPrefix("Lotte/support#chat/201"))
    }

    @Test(arguments: [
        ("flagPeriods: day\n", "flagPeriods"), ("flagRate: 2\n", "flagRate"), ("flagVoices: 1\n", "flagVoices"),
    ])
    func badSettingsAreNamed(line: String, key: String) throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        try Data(line.utf8).write(to: URL(filePath: workspace).appending(path: "koe.yaml"))
        let result = try KoeProcess.run(["-w", workspace, "config"])
        #expect(result.status == 2)
        #expect(result.errors.contains(key))
    }

    @Test func settingsAreShownWithTheirDefaults() throws {
        let folder = try TemporaryFolder()
        let result = try KoeProcess.run(["-w", try folder.workspace(), "config"])
        #expect(result.output.contains("flagPeriods"))
        #expect(result.output.contains("week, quarter"))
    }
}
