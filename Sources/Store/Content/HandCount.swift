import GRDB
import GRDBSQLite

/// Whether the writer of many comments keeps their sums, journals and tallies itself, instead of the triggers.
///
/// The SQL function `countsByHand()` says so to the triggers of a connection; with an argument it is told.
enum HandCount {
    private final class State {
        var isByHand = false
    }

    static let condition = "WHEN NOT countsByHand()"

    static func addFunction(to db: Database) {
        let state = Unmanaged.passRetained(State()).toOpaque()
        sqlite3_create_function_v2(
            db.sqliteConnection,
            "countsByHand",
            -1,
            SQLITE_UTF8 | SQLITE_INNOCUOUS,
            state,
            { context, count, values in
                guard let address = sqlite3_user_data(context) else { return }
                let state = Unmanaged<State>.fromOpaque(address).takeUnretainedValue()
                if count > 0 { state.isByHand = sqlite3_value_int(values?[0]) != 0 }
                sqlite3_result_int(context, state.isByHand ? 1 : 0)
            },
            nil,
            nil,
            { address in
                if let address { Unmanaged<State>.fromOpaque(address).release() }
            }
        )
    }

    /// Runs a body that counts the comments it inserts itself.
    static func run<Value>(in db: Database, _ body: () throws -> Value) throws -> Value {
        try tell(true, db)
        do {
            let value = try body()
            try tell(false, db)
            return value
        } catch {
            try tell(false, db)
            throw error
        }
    }

    private static func tell(_ isByHand: Bool, _ db: Database) throws {
        _ = try Bool.fetchOne(db.cachedStatement(sql: "SELECT countsByHand(?)"), arguments: [isByHand])
    }
}

/// Comments that were inserted and are not counted yet: their ids lie behind one another.
struct InsertedComments {
    private var ids: ClosedRange<Int64>?
    private var count = 0
    private var sum = RowSum()

    mutating func add(_ id: Int64, _ row: CommentRow, in db: Database) throws {
        if let known = ids, id == known.upperBound + 1 {
            ids = known.lowerBound...id
        } else {
            try settle(in: db)
            ids = id...id
        }
        count += 1
        sum = sum + row.sum
    }

    /// Counts them before one of them changes, so that the triggers find it counted.
    mutating func settle(before id: Int64, in db: Database) throws {
        if ids?.contains(id) == true { try settle(in: db) }
    }

    /// Counts them, as the triggers would have done one by one.
    mutating func settle(in db: Database) throws {
        guard let ids else { return }
        let range: StatementArguments = [ids.lowerBound, ids.upperBound]
        try ContentSums.add(sum, rows: count, to: "comment", in: db)
        for sql in [KeptTriggers.touchInserted, ReportTallies.countInserted] {
            try db.cachedStatement(sql: sql).execute(arguments: range)
        }
        self = InsertedComments()
    }
}
