import Feedback
import Foundation
import Testing

/// A release that made handling worse is one flag, with the versions compared.
struct VersionTests {
    private struct Explanation: Decodable {
        struct Range: Decodable { let value, low, high: Double }
        struct Strength: Decodable {
            let voices: Int
            let range: Range?
        }
        struct Version: Decodable {
            let version, firstDay, lastDay: String
            let strength: Strength
            let place: String
        }
        struct Release: Decodable {
            let new, earlier: [String]
            let firstDay: String
            let before, after: Strength
            let difference: Range
            let versions: [Version]
        }
        let releases: [Release]
    }

    private struct Voice {
        let id, day, version: String
        let isGood: Bool

        var line: String {
            let text = isGood ? "The staff were polite and helpful." : "The staff were rude and unhelpful."
            return """
                {"id":"\(id)","source":"s","brand":"Lotte","posted_at":"\(day)T03:00:00Z","author":"\(id)",\
                "app_version":"\(version)","text":"\(text)"}

                """
        }
    }

    /// 48 months from January 2016, twelve voices each.
    ///
    /// Version 4.1 comes in 2017 and 5.0 in July 2018, which two
    /// voices a month do not have before November; with it, good voices become half as many.
    private static let voices: [Voice] = (0..<48).flatMap { month in
        (0..<12).map { place in
            let date = "\(2016 + month / 12)-\(String(101 + month % 12).dropFirst())-\(String(110 + place).dropFirst())"
            let isNew = month >= 30 && (place >= 2 || month >= 34)
            return Voice(
                id: "\(month).\(place)",
                day: date,
                version: isNew ? "5.0" : month >= 12 ? "4.1" : "4.0",
                isGood: (month * 7_919 + place * 104_729 + month * place * 31) % 100 < (isNew ? 40 : 80)
            )
        }
    }

    /// Support strength of such voices: all of them speak of courtesy and nothing else.
    private static func strength(_ voices: [Voice]) -> Double {
        100 * Double(voices.filter(\.isGood).count) / Double(voices.count)
    }

    private func workspace(_ folder: borrowing TemporaryFolder) throws -> String {
        let workspace = try folder.workspace()
        let file = try folder.file("voices.ndjson", Self.voices.map(\.line).joined())
        for command in [["import", file], ["run", "--quiet"]] {
            let result = try KoeProcess.run(["-w", workspace] + command)
            try #require(result.status == 0, "\(result.errors)")
        }
        return workspace
    }

    @Test func releaseThatMadeHandlingWorseIsOneFlag() throws {
        let folder = try TemporaryFolder()
        let workspace = try workspace(folder)
        let flags = try KoeProcess.run(["-w", workspace, "export", "flags"]).output.split(separator: "\n")
        try #require(flags.count == 1)
        let flag = try #require(try JSONSerialization.jsonObject(with: Data(flags[0].utf8)) as? [String: Any])
        let id = try #require(flag["flagID"] as? String)
        #expect(flag["measure"] as? String == "support" && flag["direction"] as? Int == -1)

        let told = try KoeProcess.run(["-w", workspace, "--json", "why", "flag", id])
        let releases = try JSONDecoder().decode(Explanation.self, from: Data(told.output.utf8)).releases
        try #require(releases.count == 1)
        let release = releases[0]
        #expect(release.new == ["5.0"] && release.firstDay == "2018-07-12")
        let new = Self.voices.filter { $0.version == "5.0" }
        #expect(release.after.voices == new.count && new.count == 18 * 12 - 8)
        let after = try #require(release.after.range)
        #expect(abs(after.value - Self.strength(new)) < 1e-9)
        let old = Self.voices.filter { release.earlier.contains($0.version) }
        #expect(release.before.voices == old.count && release.earlier.contains("4.1"))
        #expect(abs(release.difference.value - (Self.strength(new) - Self.strength(old))) < 1e-9)
        #expect(release.difference.high < 0)
        let latest = try #require(release.versions.last)
        #expect(latest.version == "5.0" && latest.place == "within" && latest.lastDay == "2019-12-21")
        #expect(release.versions.first { $0.version == "4.1" }?.place == "earlier")
        #expect(release.versions.first { $0.version == "4.1" }?.lastDay == "2018-10-11")

        let exported = try KoeProcess.run(["-w", workspace, "export", "versions"]).output.split(separator: "\n")
        #expect(exported.count == 3)
        #expect(
            exported[2].hasPrefix(
                #"{"brand":"Lotte","product":null,"version":"5.0","first_day":"2018-07-12","last_day":"2019-12-21","#
                    + "\"voices\":\(new.count),\"n\":\(new.count),"
            )
        )

        let page = try #require(
            try FileManager.default.contentsOfDirectory(atPath: workspace + "/reports/latest/flags").first
        )
        let html = try String(contentsOfFile: workspace + "/reports/latest/flags/" + page, encoding: .utf8)
        #expect(html.contains("バージョン5.0が現れました"))
        let table = try String(contentsOfFile: workspace + "/reports/latest/csv/versions.csv", encoding: .utf8)
        let rows = table.split(whereSeparator: \.isNewline)
        #expect(rows.count == 4)
        #expect(rows[1].hasPrefix("Lotte,,5.0,2018-07-12,2019-12-21,"))
    }

    /// One customer's month is one voice: of the product whose version it names, not of the one named before it.
    @Test func versionIsOfTheProductThatItWasWrittenWith() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let row = #"{"source":"s","brand":"Lotte","author":"A","text":"The staff were rude.","#
        let file = try folder.file(
            "voices.ndjson",
            row + #""id":"1","posted_at":"2018-07-02T03:00:00Z","product":"WidgetApp"}"# + "\n"
                + row + #""id":"2","posted_at":"2018-07-09T03:00:00Z","product":"GadgetApp","app_version":"5.1"}"#
                + "\n"
        )
        for command in [["import", file], ["run", "--quiet"]] {
            let result = try KoeProcess.run(["-w", workspace] + command)
            try #require(result.status == 0, "\(result.errors)")
        }
        let versions = try KoeProcess.run(["-w", workspace, "export", "versions"]).output.split(separator: "\n")
        try #require(versions.count == 1)
        #expect(
            versions[0].hasPrefix(#"{"brand":"Lotte","product":"GadgetApp","version":"5.1","first_day":"2018-07-02","#)
        )
        let voices = try KoeProcess.run(["-w", workspace, "export", "voices"]).output
        #expect(voices.contains(#""product":"GadgetApp","app_version":"5.1""#))
        #expect(!voices.contains("WidgetApp"))
    }
}
