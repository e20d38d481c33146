import CSQLiteSwitches
import GRDB
import GRDBSQLite

/// Whether the writer of many rows keeps their sums, journals and tallies itself, instead of the triggers.
///
/// Rows that are inserted alone: those that change or go are left to the triggers always.
///
/// The SQL function `countsByHand()` says so to the triggers of a connection; with an argument it is told.
enum HandCount {
    private final class State {
        var isByHand = false
    }

    /// Tables whose triggers leave rows that are inserted to their writer.
    static let tables: Set<String> = ["comment", "supportCase", "caseEvent", "score", "link", "voice", "periodCell"]

    /// SQL condition: no writer counts what it inserts.
    static let isOff = "NOT countsByHand()"

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

    /// Runs a body that counts the rows it inserts itself.
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

    /// Runs such a body, which inserts without any trigger until it lets them fire.
    ///
    /// Even one that does nothing makes each row a change of several: SQLite then keeps what it might have to undo.
    static func runWithoutTriggers<Value>(in db: Database, _ body: () throws -> Value) throws -> Value {
        try run(in: db) {
            triggers_fire(db.sqliteConnection, 0)
            defer { fireTriggers(of: db) }
            return try body()
        }
    }

    /// Runs such a body that inserts rows which refer to rows that are known to be there.
    ///
    /// Where they come in another order than those, the look for each of them takes longer than the row.
    static func runWithoutLooking<Value>(in db: Database, _ body: () throws -> Value) throws -> Value {
        try runWithoutTriggers(in: db) {
            references_checked(db.sqliteConnection, 0)
            defer { references_checked(db.sqliteConnection, 1) }
            return try body()
        }
    }

    /// Lets the triggers fire for the rest of a body, since it changes rows: they count changes, and leave what it inserts
    /// to it.
    static func fireTriggers(of db: Database) { triggers_fire(db.sqliteConnection, 1) }

    /// Tells the triggers; SQLite meanwhile does not check the words of a column against its list.
    ///
    /// It makes each list anew for each row, a third of the time of an insert. What is stored comes from types that hold
    /// no other words, and ``IntegrityCheck`` looks at all of them.
    private static func tell(_ isByHand: Bool, _ db: Database) throws {
        try db.execute(sql: "PRAGMA ignore_check_constraints = \(isByHand ? "ON" : "OFF")")
        _ = try Bool.fetchOne(db.cachedStatement(sql: "SELECT countsByHand(?)"), arguments: [isByHand])
    }
}
