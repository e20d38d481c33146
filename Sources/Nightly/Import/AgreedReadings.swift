import Foundation
import Ingestion
import JSON
import Store

/// How the inputs of a source with the same columns are read, all of them alike.
struct AgreedReadings: Codable, Equatable {
    struct Reading: Codable, Hashable {
        let source: String
        let signature: String
        /// Changes with the inputs whose rows told how the columns are read.
        let inputs: String
        /// Changes with what they told.
        let decision: String
        /// What they told, for people; `nil` where an older program took it down.
        var fields: [FieldReading]?
    }

    private static let factName = "agreed readings"

    /// In the order of source and signature.
    var readings: [Reading] = []

    init() {}

    static func load(in db: StoreConnection) throws -> AgreedReadings {
        guard let text = try FactTable.value(factName, in: db) else { return AgreedReadings() }
        return try JSONDecoder().decode(AgreedReadings.self, from: Data(text.utf8))
    }

    /// Takes down how the inputs are read; the same as before changes nothing.
    func note(in db: StoreConnection) throws {
        guard try Self.load(in: db) != self else { return }
        try FactTable.set(Self.factName, to: try JSONTreeEncoder.record(self), in: db)
    }
}
