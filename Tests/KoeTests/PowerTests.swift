import Foundation
import Testing

/// `koe power` on small histories.
struct PowerTests {
    private struct Findings: Decodable {
        struct Row: Decodable, Equatable {
            let fall: Double
            let kind: String
            let planted: Int
            let seen: Int
            let power: Double
        }

        struct Wolf: Decodable, Equatable {
            let alarms: Int
            let years: Double
        }

        struct Group: Decodable, Equatable {
            let falls: [Row]
            let falseAlarms: Wolf?
            let smallestSudden: Double?
        }

        struct Brand: Decodable, Equatable {
            let brand: String
            let from: String
            let to: String
            let months: Int
            let voices: Int
            let found: Group
        }

        struct Skipped: Decodable {
            let brand: String
            let reason: String
        }

        let brands: [Brand]
        let all: Group?
        let skipped: [Skipped]
    }

    /// Praise and blame of handling by turns: `count` voices in each of `months` months from January 2016.
    private static func rows(brand: String, months: Int, count: Int) -> String {
        let texts = [
            "The staff were polite and the refund came quickly.", "The staff were rude and nobody apologised.",
        ]
        return (0..<months * count).map { number in
            let (month, place) = (number / count, number % count)
            let date = "\(2016 + month / 12)-\(String(101 + month % 12).dropFirst())-\(10 + place)T03:00:00Z"
            let mood = (month * 7 + place * 5) % 3 == 0 ? 1 : 0
            return """
                {"id":"\(brand)\(number)","source":"survey","brand":"\(brand)","author":"\(brand) customer \(number)",\
                "posted_at":"\(date)","text":"\(texts[mood])","channel":"mail"}

                """
        }.joined()
    }

    @Test func replaysEachBrandAndSaysWhichIsTooShort() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let file = try folder.file(
            "voices.ndjson",
            Self.rows(brand: "Lotte", months: 40, count: 12) + Self.rows(brand: "BOSE", months: 9, count: 3)
        )
        #expect(try KoeProcess.run(["-w", workspace, "import", file]).status == 0)
        #expect(try KoeProcess.run(["-w", workspace, "run", "--quiet"]).status == 0)
        let arguments = ["-w", workspace, "power", "--trials", "3", "--sizes", "1,40", "--seed", "9", "--json"]
        let result = try KoeProcess.run(arguments)
        #expect(result.status == 0, "\(result.errors)")
        let findings = try JSONDecoder().decode(Findings.self, from: Data(result.output.utf8))
        let brand = try #require(findings.brands.first)
        #expect([brand.brand, brand.from, brand.to] == ["Lotte", "2016-01", "2019-04"])
        #expect(brand.months == 40)
        #expect(brand.voices == 480)
        // 40 months hold a sudden fall after two years with a year to come, and no slow one of two years.
        #expect(brand.found.falls.map { "\($0.fall) \($0.kind) \($0.planted)" } == ["1.0 sudden 3", "40.0 sudden 3"])
        #expect(brand.found.falls[1].power == 1)
        #expect(brand.found.smallestSudden == 40)
        // Three times 40 − 24 months.
        #expect(brand.found.falseAlarms?.years == 4)
        #expect(findings.all == nil)
        #expect(findings.skipped.map(\.brand) == ["BOSE"])
        #expect(findings.skipped[0].reason == "9 months of voices, and a replay needs 36")
        #expect(try KoeProcess.run(arguments).output == result.output)
        try refusesWhatCannotBeReplayed(workspace)
    }

    private func refusesWhatCannotBeReplayed(_ workspace: String) throws {
        let short = try KoeProcess.run(["-w", workspace, "power", "--brand", "BOSE"])
        #expect(short.status == 4)
        #expect(short.errors.contains("BOSE: 9 months of voices, and a replay needs 36"))
        let unknown = try KoeProcess.run(["-w", workspace, "power", "--brand", "Nobody"])
        #expect(unknown.status == 4)
        #expect(unknown.errors.contains("brands with voices: BOSE, Lotte"))
    }

    @Test(arguments: [
        (["--sizes", "2,,4"], "is no number"), (["--sizes", "0"], "points from 0.1 to 100"),
        (["--sizes", "nan"], "points from 0.1 to 100"), (["--trials", "0"], "from 1 to 10000"),
        (["--seed", "-1"], "seed"),
    ])
    func badNumbersAreUsageErrors(arguments: [String], message: String) throws {
        let folder = try TemporaryFolder()
        let result = try KoeProcess.run(["-w", try folder.workspace(), "power"] + arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func emptyWorkspaceHasNothingToReplay() throws {
        let folder = try TemporaryFolder()
        let result = try KoeProcess.run(["-w", try folder.workspace(), "power"])
        #expect(result.status == 4)
        #expect(result.errors.contains("too little history"))
    }
}
