import Feedback
package import GRDB

/// The cells of a workspace.
///
/// A row of `periodCell` holds those of all measures of one brand, period and channel: a voice counts in most of them,
/// and a night changes one row instead of twenty. The view `cell` has a row for each.
package enum CellTable {
    /// What stands at one place, and what comes there.
    package struct Change: Sendable {
        /// As it was read; `nil` where nothing stands.
        package let old: CellGroup.Stored?
        /// Without cells where nothing is left.
        package let new: CellGroup

        package init(old: CellGroup.Stored?, new: CellGroup) {
            self.old = old
            self.new = new
        }
    }

    private static let table = "periodCell"

    /// Weeks serve the search for changes alone.
    static let isShown = "periodLength != '\(PeriodLength.week.rawValue)'"

    package static func clear(in db: Database) throws {
        try ContentSums.clear(table, in: db)
    }

    /// Stores cells of places where nothing stands.
    package static func insert(_ groups: some Sequence<CellGroup>, in db: Database) throws {
        try replace(groups.map { Change(old: nil, new: $0) }, in: db)
    }

    /// Puts cells in the place of those that stand there.
    ///
    /// `changes`: at a place each.
    package static func replace(_ changes: [Change], in db: Database) throws {
        if changes.isEmpty { return }
        try HandCount.runWithoutTriggers(in: db) {
            var writer = try CellWriter(in: db)
            for change in changes { try writer.write(change) }
            try ContentSums.add(writer.sum, rows: writer.rows, to: table, in: db)
        }
    }

    /// Says anew which cells have voices enough.
    package static func setSufficiency(minimumVoices: Int, in db: Database) throws {
        for brand in try IndexedValues.all(of: "brand", in: table, db) {
            var changes: [Change] = []
            try CellReading.forEach(of: brand, in: db) { group, stored in
                var told = group
                for place in told.sums.indices { told.sums[place].isSufficient = told.sums[place].n >= minimumVoices }
                if told != group { changes.append(Change(old: stored(), new: told)) }
                return true
            }
            try replace(changes, in: db)
        }
    }

    /// The cells of a brand, but for those of weeks, in the order of length, period, channel and measure.
    package static func cells(of brand: String, in db: Database) throws -> [CellRow] {
        try cells(of: brand, where: SQLPart(isShown, []), in: db) { _ in nil }
    }

    /// Those for which a condition on length, period and channel holds, in the same order.
    ///
    /// `measures`: those that are asked for of a channel; `nil` for all.
    static func cells(
        of brand: String,
        where condition: SQLPart,
        in db: Database,
        measures: (_ channel: String) -> Set<String>?
    ) throws -> [CellRow] {
        var cells: [CellRow] = []
        try CellReading.forEach(of: brand, where: condition, measures: measures, in: db) { group, _ in
            cells += group.cells
            return true
        }
        return cells
    }

    /// How many there are, those of weeks left out.
    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT coalesce(sum(cells), 0) FROM periodCell WHERE \(isShown)") ?? 0
    }
}
