import Foundation
import JSON
package import Measures
package import Store

/// What the search for changes says beside its flags, kept for the report.
package struct TrendNotes: Codable {
    /// What could have been seen in the support strength of a brand.
    package struct Sight: Codable {
        package let brand: String
        package let isTested: Bool
        package let voices: Int
        /// Points; `nil` when no fall could have been seen.
        package let smallestFall: Double?
    }

    /// A movement of the plain means that season or mix explain.
    package struct Explained: Codable {
        package let brand: String
        package let measure: String
        /// `season`, `mix` or `instrument`.
        package let cause: String
        package let from: String
        package let to: String
        /// Points, before the explanation is taken out.
        package let raw: Double
        /// Points left of it afterwards, with the ends of the 95 % interval.
        package let remaining: Double?
        package let low: Double?
        package let high: Double?
        package let voices: Int
    }

    /// A brand whose support strength leans to one side in its latest months: a hint, never a flag.
    package struct Watch: Codable {
        package let brand: String
        package let month: String
        /// −1 for a fall, 1 for a gain.
        package let direction: Int
        /// Standard deviations of the weighted mean of the residuals.
        package let z: Double
    }

    package static let factName = "trend notes"

    /// Series that had enough data to be tested; `nil` in notes of an older version of Koe.
    package var seriesTested: Int?
    /// `nil` in notes of an older version of Koe.
    package var watches: [Watch]?
    package var sights: [Sight] = []
    package var explained: [Explained] = []

    /// - Returns: Empty notes before the first measuring.
    package static func load(in db: StoreConnection) throws -> TrendNotes {
        guard let text = try FactTable.value(factName, in: db) else { return TrendNotes() }
        return try JSONDecoder().decode(TrendNotes.self, from: Data(text.utf8))
    }

    package func save(in db: StoreConnection) throws {
        try FactTable.set(Self.factName, to: try JSONTreeEncoder.record(self), in: db)
    }

    package mutating func add(_ series: TestedSeries, _ result: TrendResult) {
        guard series.isWhole else { return }
        sights.append(
            Sight(
                brand: series.brand,
                isTested: result.state == .tested,
                voices: result.n,
                smallestFall: result.smallestVisible.map { $0 / 200 }
            )
        )
        if let note = WatchNote.note(of: series.trend, options: series.options) {
            let month = series.name(of: note.period)
            watches =
                (watches ?? [])
                + [Watch(brand: series.brand, month: month, direction: note.direction, z: note.z)]
        }
        explained += ExplainedMovements(series: series, result: result).all
    }
}
