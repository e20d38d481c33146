import Foundation
import Testing

/// Mappings that are corrected name by name: what is stored is what an import with the last of them alone would store.
struct CorrectedReadingTests {
    private let workspace: ImportedWorkspace
    private let fresh: ImportedWorkspace

    init() throws { (workspace, fresh) = (try ImportedWorkspace(), try ImportedWorkspace()) }

    private let header = "number,brand,about,other,ref,maker,day,changed"

    private func mapping(_ fields: String) throws -> String { try workspace.file("m.yaml", ["map: {\(fields)}"]) }

    /// Imports files by the first mapping, reads them anew by the others, and compares.
    private func check(_ files: [String], _ mappings: [String]) throws {
        try load(files, mappings[0], into: workspace)
        for mapping in mappings.dropFirst() {
            _ = try self.mapping(mapping)
            try workspace.koe(["reread", "s"])
        }
        try load(files, mappings[mappings.count - 1], into: fresh)
        #expect(try workspace.rows() == fresh.rows(), "\(files) \(mappings)")
        #expect(try workspace.hash() == fresh.hash(), "\(files) \(mappings)")
        let again = try workspace.koe(["reread", "s"]).output
        #expect(again.contains("imported 0 new and 0 updated rows"), "\(again)")
        #expect(try workspace.hash() == fresh.hash())
    }

    private func load(_ files: [String], _ fields: String, into workspace: ImportedWorkspace) throws {
        let map = try mapping(fields)
        for file in files { try workspace.load(file, "--source", "s", "--map", map, "--kind", "comments") }
    }

    private func file(_ name: String, _ rows: [String]) throws -> String { try workspace.file(name, [header] + rows) }

    /// The wrong column of ids holds what the right one holds in other rows.
    @Test(arguments: [
        ["id: ref, text: other", "id: number, text: other"],
        ["id: ref, text: other, posted_at: {column: day, zone: Asia/Tokyo}", "id: number, text: other"],
        ["id: ref, text: other", "id: number, text: about, posted_at: {column: day, zone: Asia/Tokyo}"],
        ["id: number, text: other", "id: ref, text: other, author: maker", "id: number, text: other"],
    ])
    func rowsThatExchangeTheirIDsKeepTheirTexts(mappings: [String]) throws {
        let rows = [
            "K1,Inn,staff were rude,call,K2,Bar,2026-02-05,", "K2,Inn,late,great support,K1,Bar,2026-02-04,",
            "K3,Inn,cold soup,warm words,K3,Bar,2026-02-06,", "K4,Inn,no towels,no answer,K1,Bar,2026-02-07,",
        ]
        try check([try file("a.csv", rows)], mappings)
    }

    /// Numbers that start anew are two comments each, which the wrong reading did not show.
    @Test func numbersThatStartAnewAreTwoAfterTheCorrectionToo() throws {
        let rows = [
            "2,Inn,first two,a,1,Mori,2026-02-05,", "1,Inn,first one,b,2,Sato,2026-02-04,",
            "1,Inn,second one,c,2,Kato,2026-01-06,", "2,Inn,second two,d,1,Abe,2026-03-07,",
        ]
        let fields = [
            "id: ref, text: other",
            "id: number, text: about, posted_at: {column: day, zone: Asia/Tokyo}, author: maker",
        ]
        try check([try file("a.csv", rows)], fields)
        #expect(try workspace.rows().count == 4)
    }

    /// Tables with few ids and dates in two files, read in ways that a seed chooses.
    @Test(arguments: [20, 46, 109, 118] + Array(1...16)) func anySequenceOfMappingsEndsAsItsLast(seed: Int) throws {
        var random = Dice(state: UInt64(seed))
        let files = try ["a.csv", "b.csv"].map { name in
            try file(name, (1...(4 + random.below(5))).map { row(name, $0, &random) })
        }
        try check(files, (0...(1 + random.below(3))).map { _ in fields(&random) })
    }

    private func row(_ file: String, _ number: Int, _ random: inout Dice) -> String {
        func id() -> String { "\(1 + random.below(4))" }
        func day() -> String { random.below(4) == 0 ? "" : "2026-02-0\(1 + random.below(5))" }
        let (first, second) = (id(), id())
        let who = ["Mori", "Sato", ""][random.below(3)]
        return "\(first),Inn,\(file) \(number) about,\(file) \(number) other,\(second),\(who),\(day()),\(day())"
    }

    private func fields(_ random: inout Dice) -> String {
        var fields = "id: \(["number", "ref"][random.below(2)]), text: \(["about", "other"][random.below(2)])"
        for optional in [
            "posted_at: {column: day, zone: Asia/Tokyo}", "author: maker",
            "updated_at: {column: changed, zone: Asia/Tokyo}", "brand: brand",
        ]
        where random.below(2) == 0 { fields += ", \(optional)" }
        return fields
    }
}

/// A linear congruential generator (Knuth, MMIX), so that every run throws alike.
private struct Dice {
    var state: UInt64

    /// A number from 0 that is less than a bound.
    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
