import Foundation
import GRDB
import Store
import Testing

/// A night searches the brands whose voices changed for changes, and takes what it found in the others before.
struct SearchedBrandTests {
    /// What a night leaves: its flags, and how many voices the search had of each brand.
    private struct Outcome: Equatable {
        let flags: String
        let voices: [String: Int]
    }

    private let folder: TemporaryFolder
    private let workspace: String

    init() throws {
        folder = try TemporaryFolder()
        workspace = try folder.workspace()
    }

    /// 26 voices a brand and month from January 2016, of which 80 % praise at first and 40 % from the 31st month on.
    private static func rows(_ brands: [String], months: Range<Int>) -> String {
        var rows = ""
        for brand in brands {
            for month in months {
                for place in 0..<26 {
                    let date = "\(2016 + month / 12)-\(String(101 + month % 12).dropFirst())"
                    let chance = (month * 7_919 + place * 104_729 + month * place * 31) % 100
                    let text = chance < (month < 30 ? 80 : 40) ? "The staff were polite." : "The staff were rude."
                    rows += """
                        {"id":"\(brand)\(month).\(place)","source":"s","brand":"\(brand)","author":"\(month) \(place)",\
                        "posted_at":"\(date)-\(String(101 + place).dropFirst())T03:00:00Z","text":"\(text)"}

                        """
                }
            }
        }
        return rows
    }

    @discardableResult
    private func night(_ rows: String, named name: String) throws -> Outcome {
        let file = try folder.file("\(name).ndjson", rows)
        for command in [["import", file], ["run", "--quiet"]] {
            let result = try KoeProcess.run(["-w", workspace] + command)
            try #require(result.status == 0, "\(result.errors)")
        }
        let sights = try database().read { try Row.fetchAll($0, sql: "SELECT brand, voices FROM sight") }
        return Outcome(
            flags: try KoeProcess.run(["-w", workspace, "export", "flags"]).output,
            voices: Dictionary(uniqueKeysWithValues: sights.map { ($0["brand"], $0["voices"]) })
        )
    }

    private func database() throws -> DatabaseQueue { try DatabaseQueue(path: "\(workspace)/koe.db") }

    @Test func aBrandWithoutNewsIsNotSearchedAgain() throws {
        let first = try night(Self.rows(["Inn", "Rail"], months: 0..<49), named: "first")
        #expect(first.voices == ["Inn": 1_274, "Rail": 1_274])
        #expect(first.flags.contains("Inn/support/") && first.flags.contains("Rail/support/"))
        // A mark that no search would leave.
        try database().write { db in
            try db.execute(
                sql: """
                    UPDATE brandFinding SET found = json_set(found, '$.notes.sights[0].voices', 999)
                    WHERE brand = 'Rail'
                    """
            )
        }
        let second = try night(Self.rows(["Inn"], months: 49..<50), named: "second")
        #expect(second.voices == ["Inn": 1_300, "Rail": 999])
        let third = try night(Self.rows(["Rail"], months: 49..<50), named: "third")
        #expect(third.voices == ["Inn": 1_300, "Rail": 1_300])
        let other = try SearchedBrandTests()
        let whole = try other.night(Self.rows(["Inn", "Rail"], months: 0..<50), named: "whole")
        #expect(whole.voices == third.voices)
        // When it was first reported is all that differs.
        #expect(try Self.changes(third) == Self.changes(whole))
        #expect(try !Self.changes(whole).isEmpty)
    }

    @Test func aBrandThatIsGoneIsForgotten() throws {
        try night(Self.rows(["Inn", "Rail"], months: 0..<2), named: "first")
        try KoeDatabase(path: "\(workspace)/koe.db").write {
            try $0.execute(sql: "DELETE FROM comment WHERE brand = 'Rail'")
        }
        try night(Self.rows(["Inn"], months: 2..<3), named: "second")
        #expect(
            try database().read { try String.fetchAll($0, sql: "SELECT brand FROM brandFinding") } == ["Inn"]
        )
    }

    /// What was found, without what depends on the nights that found it.
    private static func changes(_ outcome: Outcome) throws -> [NSDictionary] {
        try outcome.flags.split(separator: "\n").map { line in
            var flag = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            for name in ["state", "recordID", "firstReportedAt"] { flag[name] = nil }
            return flag as NSDictionary
        }
    }
}
