import Foundation
import JSON
package import Store

/// The columns of each source that no field was read from, as its last file showed.
package struct ColumnsAside: Codable {
    private static let factName = "columns aside"
    /// Names of a source that are kept at most.
    private static let most = 100

    /// Names of columns by source, in the order of the file.
    package private(set) var columns: [String: [String]] = [:]

    package static func load(in db: StoreConnection) throws -> ColumnsAside {
        guard let text = try FactTable.value(factName, in: db) else { return ColumnsAside() }
        return try JSONDecoder().decode(ColumnsAside.self, from: Data(text.utf8))
    }

    /// Takes down what a file of a source left aside; the same as before changes nothing.
    package static func note(_ names: [String], of source: String, in db: StoreConnection) throws {
        var known = try load(in: db)
        let kept = Array(names.prefix(most))
        guard known.columns[source] ?? [] != kept else { return }
        known.columns[source] = kept.isEmpty ? nil : kept
        try FactTable.set(factName, to: try JSONTreeEncoder.record(known), in: db)
    }
}
