package import Measures
package import Store

/// What the search for changes says beside its flags, kept for the report.
package struct TrendNotes: Sendable, Codable {
    private static let testedFact = "series tested"

    /// Series that had enough data to be tested; `nil` before the first measuring.
    package var seriesTested: Int?
    package var watches: [WatchRow] = []
    package var sights: [SightRow] = []
    package var explained: [ExplainedRow] = []

    package init() {}

    /// - Returns: Empty notes before the first measuring.
    package static func load(in db: StoreConnection) throws -> TrendNotes {
        var notes = TrendNotes()
        notes.seriesTested = try FactTable.value(testedFact, in: db).flatMap { Int($0) }
        notes.watches = try SearchNoteTables.watches(in: db)
        notes.sights = try SearchNoteTables.sights(in: db)
        notes.explained = try SearchNoteTables.explained(in: db)
        return notes
    }

    package func save(in db: StoreConnection) throws {
        if let seriesTested { try FactTable.set(Self.testedFact, to: String(seriesTested), in: db) }
        try SearchNoteTables.replace(sights: sights, explained: explained, watches: watches, in: db)
    }

    /// Takes over the notes of another brand.
    mutating func add(_ other: TrendNotes) {
        watches += other.watches
        sights += other.sights
        explained += other.explained
    }

    package mutating func add(_ series: TestedSeries, _ result: TrendResult) {
        guard series.isWhole else { return }
        sights.append(
            SightRow(
                brand: series.brand,
                isTested: result.state == .tested,
                voices: result.n,
                smallestFall: result.smallestVisible.map { $0 / 200 }
            )
        )
        if let note = WatchNote.note(of: series.trend, options: series.options) {
            let month = series.name(of: note.period)
            watches.append(
                WatchRow(brand: series.brand, month: month, direction: note.direction, z: note.z)
            )
        }
        explained += ExplainedMovements(series: series, result: result).all
    }
}
