package import GRDB

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
        let branches = Place.all.flatMap { place in
            let (column, text, last) = (place.column, place.text, place.last)
            let found = "SELECT \(column) AS name FROM word CROSS JOIN \(place.table)"
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

    /// For each word somebody who is addressed by it: one tells as much as the ten thousand who share a surname.
    ///
    /// - Parameters:
    ///   - words: in small ASCII letters, spaces as U+0020.
    ///   - isBeginning: whether a longer name without a space may be addressed by a word that it begins with.
    ///   - db: asked for each word, by steps in the indexes of names.
    ///   - isAddressed: whether somebody of a name, folded as the words are, is addressed by a word.
    /// - Returns: names folded so, in the order of the words; none for a word by which nobody is addressed.
    /// - Throws: an error of the database.
    package static func bearers(
        of words: [String],
        isBeginning: (String) -> Bool,
        in db: Database,
        isAddressed: (_ name: String, _ word: String) -> Bool
    ) throws -> [String] {
        try words.compactMap { word in
            for place in Place.all {
                let parted = try place.named(by: word, in: db).first { isAddressed($0, word) }
                if let parted { return parted }
                guard isBeginning(word) else { continue }
                var last = word
                while let name = try place.name(after: last, beginningWith: word, in: db) {
                    if isAddressed(name, word) { return name }
                    last = name
                }
            }
            return nil
        }
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
        let branches = Place.all.map { place in
            """
            SELECT \(place.column) AS name FROM \(place.table)
            WHERE \(place.column) IS NOT NULL AND \(place.text) IN (SELECT value FROM word)
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
        let sql = """
            WITH word AS MATERIALIZED (SELECT value FROM json_each(:words))
            \(branches.joined(separator: " UNION ")) ORDER BY name
            """
        return try String.fetchAll(db, sql: sql, arguments: ["words": IDList.text(of: words)])
    }

    /// Makes the ways from the beginning and from the last part of a name to those who bear it.
    package static func index(in db: Database) throws {
        for place in Place.all {
            let column = place.column
            for (name, part) in [("\(column)Name", place.text), ("\(column)LastName", place.last)] {
                try db.execute(
                    sql: "CREATE INDEX IF NOT EXISTS \(name) ON \(place.table) (\(part)) WHERE \(column) IS NOT NULL"
                )
            }
        }
    }
}

/// A column of names.
private struct Place {
    let table: String
    let column: String
    /// A name as it is compared.
    let text: String
    /// The last part of it.
    let last: String
    private let namedQuery: String
    private let nextQuery: String

    static let all = [
        Place(table: "comment", column: "author"), Place(table: "supportCase", column: "customer"),
        Place(table: "supportCase", column: "customerHandle"),
    ]

    private init(table: String, column: String) {
        self.table = table
        self.column = column
        let text = "lower(ltrim(replace(\(column), '\u{3000}', ' '), '@'))"
        // Without its letters but spaces, a name says how far its last space is: that is what `rtrim` leaves.
        let last = "substr(\(text), length(rtrim(\(text), replace(\(text), ' ', ''))) + 1)"
        let names = "SELECT \(text) FROM \(table) WHERE \(column) IS NOT NULL"
        namedQuery = ["\(text) = :word", "\(text) >= :word || ' ' AND \(text) < :word || '!'", "\(last) = :word"]
            .map { "SELECT * FROM (\(names) AND \($0) LIMIT 1)" }.joined(separator: " UNION ALL ")
        nextQuery = "\(names) AND \(text) > :last AND \(text) < :word || char(1114111) ORDER BY \(text) LIMIT 1"
        (self.text, self.last) = (text, last)
    }

    /// A name that is the word, one whose first part it is, and one whose last part it is, where there are.
    func named(by word: String, in db: Database) throws -> [String] {
        try String.fetchAll(db.cachedStatement(sql: namedQuery), arguments: ["word": word])
    }

    /// The first name behind another of those that begin with a word.
    func name(after last: String, beginningWith word: String, in db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: nextQuery), arguments: ["last": last, "word": word])
    }
}
