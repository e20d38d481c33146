import Foundation
import JSON
import Measures
import Store

/// What the search for changes says beside its flags, kept for the report.
struct TrendNotes: Codable {
    /// What could have been seen in the support strength of a brand.
    struct Sight: Codable {
        let brand: String
        let isTested: Bool
        let voices: Int
        /// Points; `nil` when no fall could have been seen.
        let smallestFall: Double?
    }

    /// A movement of the plain means that season or mix explain.
    struct Explained: Codable {
        let brand: String
        let measure: String
        /// `season`, `mix` or `instrument`.
        let cause: String
        let from: String
        let to: String
        /// Points, before the explanation is taken out.
        let raw: Double
        /// Points left of it afterwards, with the ends of the 95 % interval.
        let remaining: Double?
        let low: Double?
        let high: Double?
        let voices: Int
    }

    /// A brand whose support strength leans to one side in its latest months: a hint, never a flag.
    struct Watch: Codable {
        let brand: String
        let month: String
        /// −1 for a fall, 1 for a gain.
        let direction: Int
        /// Standard deviations of the weighted mean of the residuals.
        let z: Double
    }

    static let factName = "trend notes"

    /// Series that had enough data to be tested; `nil` in notes of an older version of Koe.
    var seriesTested: Int?
    /// `nil` in notes of an older version of Koe.
    var watches: [Watch]?
    var sights: [Sight] = []
    var explained: [Explained] = []

    /// - Returns: Empty notes before the first measuring.
    static func load(in db: StoreConnection) throws -> TrendNotes {
        guard let text = try FactTable.value(factName, in: db) else { return TrendNotes() }
        return try JSONDecoder().decode(TrendNotes.self, from: Data(text.utf8))
    }

    func save(in db: StoreConnection) throws {
        try FactTable.set(Self.factName, to: try JSONTreeEncoder.record(self), in: db)
    }

    mutating func add(_ series: TestedSeries, _ result: TrendResult) {
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
