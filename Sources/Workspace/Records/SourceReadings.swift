package import Feedback
import Foundation
import JSON
package import Store

/// How each source was read over time, to tell when its mapping changed.
package struct SourceReadings: Codable {
    package struct Change: Codable {
        package let source: String
        /// Changes with everything that decides what becomes of a row.
        package let reading: String
        package let at: Instant

        private enum Key: CodingKey { case source, reading, milliseconds }

        package init(source: String, reading: String, at: Instant) {
            (self.source, self.reading, self.at) = (source, reading, at)
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            source = try container.decode(String.self, forKey: .source)
            reading = try container.decode(String.self, forKey: .reading)
            at = Instant(milliseconds: try container.decode(Int64.self, forKey: .milliseconds))
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(source, forKey: .source)
            try container.encode(reading, forKey: .reading)
            try container.encode(at.milliseconds, forKey: .milliseconds)
        }
    }

    private static let factName = "source readings"

    /// The first reading of each source, and every other one after it, in the order of time.
    private var readings: [Change] = []

    /// Readings other than the one before of the same source.
    package var changes: [Change] {
        readings.enumerated().filter { index, change in
            readings[..<index].contains { $0.source == change.source }
        }.map(\.element)
    }

    package static func load(in db: StoreConnection) throws -> SourceReadings {
        guard let text = try FactTable.value(factName, in: db) else { return SourceReadings() }
        return try JSONDecoder().decode(SourceReadings.self, from: Data(text.utf8))
    }

    /// Takes down how a file of a source was read; the same as before adds nothing.
    package static func note(_ source: String, reading: String, at now: Instant, in db: StoreConnection) throws {
        var known = try load(in: db)
        guard known.readings.last(where: { $0.source == source })?.reading != reading else { return }
        known.readings.append(Change(source: source, reading: reading, at: now))
        try FactTable.set(factName, to: try JSONTreeEncoder.record(known), in: db)
    }
}
