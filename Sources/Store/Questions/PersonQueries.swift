package import GRDB
import JSON

/// Who is known by name.
package enum PersonQueries {
    /// Authors and customers one of whose name's parts is among the words, in the order of the names.
    ///
    /// - Parameters:
    ///   - words: in small ASCII letters, spaces as U+0020.
    ///   - db: read once, whatever the number of words.
    /// - Returns: names as they are stored; those of two or three first characters in common are among them.
    /// - Throws: an error of the database.
    package static func names(with words: [String], in db: Database) throws -> [String] {
        if words.isEmpty { return [] }
        let branches = places.flatMap { table, column in
            let (text, last) = (folded(column), last(column))
            let found = "SELECT \(column) AS name FROM word CROSS JOIN \(table)"
            return [
                """
                \(found) WHERE \(column) IS NOT NULL AND \(text) >= word.value AND \(text) < word.value || char(1114111)
                    AND word.value IN (\(text), substr(\(text), 1, 2), substr(\(text), 1, 3),
                        substr(\(text), 1, instr(\(text) || ' ', ' ') - 1))
                """,
                "\(found) WHERE \(column) IS NOT NULL AND \(last) = word.value",
            ]
        }
        return try find(words, branches, in: db)
    }

    /// Authors and customers whose whole name is among the given ones, in the order of the names.
    ///
    /// - Parameters:
    ///   - names: in small ASCII letters, spaces as U+0020, without the mark in front of a handle.
    ///   - db: read once, whatever the number of names.
    /// - Returns: names as they are stored.
    /// - Throws: an error of the database.
    package static func people(named names: [String], in db: Database) throws -> [String] {
        if names.isEmpty { return [] }
        let branches = places.map { table, column in
            """
            SELECT \(column) AS name FROM \(table)
            WHERE \(column) IS NOT NULL AND \(folded(column)) IN (SELECT value FROM word)
            """
        }
        return try find(names, branches, in: db)
    }

    /// The author of a comment, and the customers of cases, with their handles.
    ///
    /// - Parameters:
    ///   - comment: its source, and its id there.
    ///   - cases: their ids.
    ///   - db: read by ids.
    /// - Returns: names as they are stored, in their order, each once; none of what is not there.
    /// - Throws: an error of the database.
    package static func people(
        ofComment comment: (source: String, externalID: String)?,
        cases: [String],
        in db: Database
    ) throws -> [String] {
        var names = Set<String>()
        if let comment {
            let author = try db.cachedStatement(
                sql: "SELECT author FROM comment WHERE source = ? AND externalID = ? AND author IS NOT NULL"
            )
            names.formUnion(try String.fetchAll(author, arguments: [comment.source, comment.externalID]))
        }
        let customer = try db.cachedStatement(sql: "SELECT customer, customerHandle FROM supportCase WHERE caseID = ?")
        for caseID in cases {
            guard let row = try Row.fetchOne(customer, arguments: [caseID]) else { continue }
            names.formUnion([row[0] as String?, row[1] as String?].compactMap(\.self))
        }
        return names.sorted()
    }

    private static func find(_ words: [String], _ branches: [String], in db: Database) throws -> [String] {
        var list = JSONWriter(.plain)
        list.openArray()
        for word in words { list.string(word) }
        list.closeArray()
        let sql = """
            WITH word AS MATERIALIZED (SELECT value FROM json_each(:words))
            \(branches.joined(separator: " UNION ")) ORDER BY name
            """
        return try String.fetchAll(db, sql: sql, arguments: ["words": list.text])
    }

    /// Makes the ways from the beginning and from the last part of a name to those who bear it.
    package static func index(in db: Database) throws {
        for (table, column) in places {
            for (name, part) in [("\(column)Name", folded(column)), ("\(column)LastName", last(column))] {
                try db.execute(
                    sql: "CREATE INDEX IF NOT EXISTS \(name) ON \(table) (\(part)) WHERE \(column) IS NOT NULL"
                )
            }
        }
    }

    private static let places = [
        ("comment", "author"), ("supportCase", "customer"), ("supportCase", "customerHandle"),
    ]

    private static func folded(_ column: String) -> String {
        "lower(ltrim(replace(\(column), '\u{3000}', ' '), '@'))"
    }

    /// Without its letters but spaces, a name says how far its last space is: that is what `rtrim` leaves.
    private static func last(_ column: String) -> String {
        let text = folded(column)
        return "substr(\(text), length(rtrim(\(text), replace(\(text), ' ', ''))) + 1)"
    }
}
