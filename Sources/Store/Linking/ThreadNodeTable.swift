package import GRDB
import GRDBSQLite

/// How one comment hangs together with others: comments that share a node belong to one thread.
package struct ThreadNodeRow: Hashable, Sendable {
    package let commentID: Int64
    /// The comment's id, whatever its source.
    package let name: UInt64
    /// The id it answers, whatever the source.
    package let answered: UInt64?
    /// The comment itself.
    package let own: UInt64
    /// The comment it answers.
    package var parent: UInt64?
    package let thread: UInt64?
    /// What copies of one text share.
    package let twin: UInt64?

    package init(
        commentID: Int64,
        name: UInt64,
        answered: UInt64?,
        own: UInt64,
        parent: UInt64?,
        thread: UInt64?,
        twin: UInt64?
    ) {
        self.commentID = commentID
        self.name = name
        self.answered = answered
        self.own = own
        self.parent = parent
        self.thread = thread
        self.twin = twin
    }

    /// The nodes, as a thread is followed by them.
    package var nodes: [ThreadNode] {
        let shared = [parent.map(ThreadNode.comment), thread.map(ThreadNode.thread), twin.map(ThreadNode.twin)]
        return [.comment(own)] + shared.compactMap(\.self)
    }
}

/// What comments of one thread share.
package enum ThreadNode: Hashable, Sendable {
    /// A comment, which others answer.
    case comment(UInt64)
    case thread(UInt64)
    /// A text.
    case twin(UInt64)
}

/// The threads of the comments, as nodes that they share.
package enum ThreadNodeTable {
    package static func row(of commentID: Int64, in db: Database) throws -> ThreadNodeRow? {
        var row: ThreadNodeRow?
        try NumberQuery.forEach("SELECT * FROM threadNode WHERE commentID = ?", [commentID], in: db) { statement in
            row = ThreadNodeRow(statement)
            return false
        }
        return row
    }

    /// Comments that hang together by a node, ascending.
    ///
    /// `mostCopies`: most comments that a text ties together; where more have it, it ties none.
    package static func comments(with node: ThreadNode, mostCopies: Int, in db: Database) throws -> [Int64] {
        switch node {
        case .comment(let own): return Set(try all("own", own, in: db) + all("parent", own, in: db)).sorted()
        case .thread(let thread): return try all("thread", thread, in: db).sorted()
        case .twin(let twin):
            let copies = try copies(of: twin, limit: mostCopies + 1, in: db)
            return copies.count > mostCopies ? [] : copies
        }
    }

    /// Comments that have a text, ascending.
    ///
    /// `limit`: most of them to read.
    package static func copies(of twin: UInt64, limit: Int, in db: Database) throws -> [Int64] {
        let sql = "SELECT commentID FROM threadNode WHERE twin = ? LIMIT ?"
        return try NumberQuery.all(sql, [Int64(bitPattern: twin), Int64(limit)], in: db).sorted()
    }

    private static func all(_ column: String, _ node: UInt64, in db: Database) throws -> [Int64] {
        try NumberQuery.all("SELECT commentID FROM threadNode WHERE \(column) = ?", [Int64(bitPattern: node)], in: db)
    }

    /// Comments that answer an id, in whatever source, ascending.
    package static func comments(answering name: UInt64, in db: Database) throws -> [Int64] {
        let sql = "SELECT commentID FROM threadNode WHERE answered = ?"
        return try NumberQuery.all(sql, [Int64(bitPattern: name)], in: db).sorted()
    }

    /// Sources that have a comment of an id, sorted.
    ///
    /// `name`: the id's node.
    package static func sources(of externalID: String, name: UInt64, in db: Database) throws -> [String] {
        let select = try db.cachedStatement(
            sql: """
                SELECT DISTINCT source FROM threadNode CROSS JOIN comment ON comment.id = threadNode.commentID
                WHERE threadNode.name = ? AND externalID = ?
                """
        )
        return try String.fetchAll(select, arguments: [Int64(bitPattern: name), externalID]).sorted()
    }

    package static func store(_ row: ThreadNodeRow, in db: Database) throws {
        try append([row], in: db)
    }

    package static func append(_ rows: [ThreadNodeRow], in db: Database) throws {
        var writer = try RowWriter("INSERT OR REPLACE INTO threadNode VALUES (?, ?, ?, ?, ?, ?, ?)", in: db)
        for row in rows {
            try writer.add(row.commentID, counts: false)
            for number in [row.name, row.answered, row.own, row.parent, row.thread, row.twin] {
                try writer.add(number.map { Int64(bitPattern: $0) }, counts: false)
            }
            try writer.store()
        }
    }

    package static func remove(_ commentID: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM threadNode WHERE commentID = ?").execute(arguments: [commentID])
    }

    /// Empties the table for a linking of everything, which ends with ``index(in:)``.
    package static func clear(in db: Database) throws {
        for name in ["Name", "Answered", "Own", "Parent", "Thread", "Twin"] {
            try db.execute(sql: "DROP INDEX IF EXISTS threadNode\(name)")
        }
        try db.execute(sql: "DELETE FROM threadNode")
    }

    package static func index(in db: Database) throws { try db.execute(sql: Schema.threadNodeIndexes) }
}

extension ThreadNodeRow {
    /// The columns of a statement that is at a row.
    init(_ statement: OpaquePointer) {
        func number(_ column: CInt) -> UInt64? {
            if sqlite3_column_type(statement, column) == SQLITE_NULL { return nil }
            return UInt64(bitPattern: sqlite3_column_int64(statement, column))
        }
        self.init(
            commentID: sqlite3_column_int64(statement, 0),
            name: number(1) ?? 0,
            answered: number(2),
            own: number(3) ?? 0,
            parent: number(4),
            thread: number(5),
            twin: number(6)
        )
    }
}
