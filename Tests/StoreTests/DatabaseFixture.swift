import Foundation
import GRDB
import Testing

/// A filled database of one schema that landed, as SQL.
struct DatabaseFixture: CustomTestStringConvertible {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/databases")

    /// Every fixture, oldest schema first.
    static let all: [DatabaseFixture] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".sql") }
            .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
            .map(DatabaseFixture.init)
    }()

    let name: String

    var testDescription: String { name }

    /// Calls the body with the path of a new file that holds the fixture.
    func withFile<Value>(_ body: (String) throws -> Value) throws -> Value {
        let file = FileManager.default.temporaryDirectory.appending(path: "koe-fixture-\(UUID().uuidString).db")
        defer {
            // A leftover in the temporary folder harms nobody.
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + ending) }
        }
        let sql = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        try DatabaseQueue(path: file.path).write { try $0.execute(sql: sql) }
        return try body(file.path)
    }
}

/// What a database holds, to be compared: search indexes left out, since they are made on demand.
struct DatabasePicture {
    /// Type, name and normalised SQL of tables, indexes and views, by name.
    let schema: [String]
    /// Values of rows as SQL, by column and by table; rows of a table in one order.
    private(set) var tables: [String: [[String: String]]] = [:]
    /// Names of the migrations, oldest first.
    let migrations: [String]

    private static let own = "name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'"

    init(_ database: some DatabaseReader) throws {
        (schema, tables, migrations) = try database.read { db in
            let objects = try Row.fetchAll(db, sql: "SELECT * FROM sqlite_master WHERE \(Self.own) ORDER BY name")
            let names: [String] = objects.filter { $0["type"] == "table" }.map { $0["name"] }
            return (
                objects.map { "\($0["type"] as String) \($0["name"] as String): \(Self.normalised($0["sql"]))" },
                try Dictionary(uniqueKeysWithValues: names.map { ($0, try Self.rows(of: $0, in: db)) }),
                try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
            )
        }
    }

    /// The whole as SQL, in the order in which tables were made; triggers are made by the program that opens it.
    static func sql(of database: some DatabaseReader) throws -> String {
        try database.read { db in
            let made = "\(own) AND type != 'trigger'"
            let objects = try Row.fetchAll(db, sql: "SELECT * FROM sqlite_master WHERE \(made) ORDER BY rowid")
            var lines = objects.map { "\($0["sql"] as String);" }
            for row in objects where row["type"] == "table" {
                let name: String = row["name"]
                lines += try rows(of: name, in: db).map { values in
                    let columns = values.keys.sorted()
                    return "INSERT INTO \(name) (\(columns.joined(separator: ", ")))\n"
                        + "VALUES (\(columns.compactMap { values[$0] }.joined(separator: ", ")));"
                }
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    private static func rows(of table: String, in db: Database) throws -> [[String: String]] {
        let columns = try db.columns(in: table).map(\.name)
        let quoted = columns.map { "quote(\"\($0)\") AS \"\($0)\"" }.joined(separator: ", ")
        // Migrations are known by the order in which they came.
        let order = table == "grdb_migrations" ? "rowid" : columns.indices.map { "\($0 + 1)" }.joined(separator: ", ")
        return try Row.fetchAll(db, sql: "SELECT \(quoted) FROM \"\(table)\" ORDER BY \(order)").map { row in
            Dictionary(uniqueKeysWithValues: columns.map { ($0, row[$0]) })
        }
    }

    private static func normalised(_ sql: String?) -> String {
        (sql ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("\"", with: "")
    }
}
