import Foundation
import JSON
package import Store

/// How the inputs of a source with the same columns are read, all of them alike.
package struct AgreedReadings: Codable, Equatable {
    package struct Reading: Codable, Hashable, Sendable {
        package let source: String
        package let signature: String
        /// Changes with the inputs whose rows told how the columns are read.
        package let inputs: String
        /// Changes with what they told.
        package let decision: String

        package init(source: String, signature: String, inputs: String, decision: String) {
            (self.source, self.signature, self.inputs, self.decision) = (source, signature, inputs, decision)
        }
    }

    private static let factName = "agreed readings"

    /// In the order of source and signature.
    package var readings: [Reading] = []

    package init() {}

    package static func load(in db: StoreConnection) throws -> AgreedReadings {
        guard let text = try FactTable.value(factName, in: db) else { return AgreedReadings() }
        return try JSONDecoder().decode(AgreedReadings.self, from: Data(text.utf8))
    }

    /// Takes down how the inputs are read; the same as before changes nothing.
    package func note(in db: StoreConnection) throws {
        guard try Self.load(in: db) != self else { return }
        try FactTable.set(Self.factName, to: try JSONTreeEncoder.record(self), in: db)
    }
}
