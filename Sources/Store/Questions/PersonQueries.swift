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
        var list = JSONWriter(.plain)
        list.openArray()
        for word in words { list.string(word) }
        list.closeArray()
        // Without its letters but spaces, a name says how far its last space is: that is what `rtrim` leaves.
        let sql = """
            WITH word AS MATERIALIZED (SELECT value FROM json_each(:words)),
            person (name) AS (
                SELECT author FROM comment UNION SELECT customer FROM supportCase
                UNION SELECT customerHandle FROM supportCase
            ),
            folded (name, text) AS (
                SELECT name, lower(ltrim(replace(name, '\u{3000}', ' '), '@')) FROM person WHERE name IS NOT NULL
            )
            SELECT name FROM folded
            WHERE text IN word OR substr(text, 1, 2) IN word OR substr(text, 1, 3) IN word
                OR substr(text, 1, instr(text || ' ', ' ') - 1) IN word
                OR substr(text, length(rtrim(text, replace(text, ' ', ''))) + 1) IN word
            ORDER BY name
            """
        return try String.fetchAll(db, sql: sql, arguments: ["words": list.text])
    }
}
