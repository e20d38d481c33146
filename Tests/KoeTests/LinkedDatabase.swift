import Foundation
import GRDB
import Linkage
import Testing
import Workspace

@testable import Nightly
@testable import Store

/// A database whose comments are linked night by night, and what a rebuild makes of it.
struct LinkedDatabase {
    let database: KoeDatabase
    private let plainTools: LinkTools

    init(_ database: KoeDatabase, _ tools: LinkTools) {
        self.database = database
        plainTools = tools
    }

    /// With what people have decided by now.
    var tools: LinkTools {
        get throws {
            var tools = plainTools
            tools.overrides = try database.read(LinkOverrides.init)
            return tools
        }
    }

    /// The lists of the repository; a key that more than `hotKey` cases have finds none.
    static func tools(people: String = "name\nnobody\n", hotKey: Int = 3) throws -> LinkTools {
        var model = LinkModel()
        model.hotKey = hotKey
        return try LinkTools(
            names: Array(Data(contentsOf: KoeProcess.checkout.appending(path: "Lexicons/names.tsv"))),
            people: PersonNames(table: Data(people.utf8)),
            model: model
        )
    }

    func rebuild() async throws {
        _ = try await FullLinking(database: database, tools: try tools, workers: 1).run(writes: true) { _ in }
    }

    /// Links what changed; whether that was a night's work.
    func night() async throws -> Bool {
        let tools = try tools
        let isDecidedAlike = try database.read { try tools.input(tools.steps(in: $0)).isUnchanged(in: $0) }
        guard isDecidedAlike else {
            try await rebuild()
            return false
        }
        let linking = NightLinking(tools: tools, workers: 2, database: database)
        _ = try database.write { try linking.run(in: $0) { _ in } }
        return true
    }

    /// Everything that a linking writes, but what the journals hold; what waits is put into its part for it.
    func picture() throws -> [String] {
        try database.write { db in
            for (table, name) in [(TokenParts.linkNotes, "linkNotePart"), (.caseKeys, "caseKeyPart")] {
                for row in try Int.fetchAll(db, sql: "SELECT part FROM \(name) WHERE part < 0") {
                    let part = (-1 - row) << (table.partBits - WaitingHolders.groupBits)
                    try WaitingHolders(of: part, in: table).settle(in: db)
                }
            }
        }
        let name = "(SELECT source || ':' || externalID FROM comment WHERE id = commentID)"
        let tables = [
            "SELECT json_array('link', \(name), caseID, relation, status, milliBits, marginMilliBits, method, evidence) FROM link",
            "SELECT json_array('key', part, hex(holders)) FROM caseKeyPart",
            "SELECT json_array('count', value, n) FROM caseCount",
            "SELECT json_array('brand', sound, script, n) FROM caseBrand",
            "SELECT json_array('lent', supportCaseID, handle) FROM lentHandle",
            "SELECT json_array('node', \(name), name, answered, own, parent, thread, twin) FROM threadNode",
            "SELECT json_array('note', part, hex(notes)) FROM linkNotePart",
            "SELECT json_array('notes', \(name), hex(tokens)) FROM linkNotes",
            "SELECT json_array('tally', relation, status, n) FROM linkTally WHERE n != 0",
        ]
        return try database.read { db in
            #expect(try ContentSums.differences(in: db) == [])
            return try [ContentSums.text(in: db)] + tables.flatMap { try String.fetchAll(db, sql: $0 + " ORDER BY 1") }
        }
    }

    /// What a rebuild makes otherwise than the nights before it; the database is that of the rebuild then.
    func differences() async throws -> [String] {
        let linked = try picture()
        try await rebuild()
        let rebuilt = try picture()
        return Set(rebuilt).subtracting(linked).map { "only rebuilt: \($0)" }.sorted()
            + Set(linked).subtracting(rebuilt).map { "only linked: \($0)" }.sorted()
    }
}
