import Feedback
import GRDB

/// Writes rows of cells, and sums their digests.
struct CellWriter {
    private var inserted: RowWriter
    private var updated: RowWriter
    private let removal: Statement
    private var gone = (rows: 0, sum: RowSum())

    init(in db: Database) throws {
        inserted = try RowWriter(
            "INSERT INTO periodCell (brand, periodLength, period, channel, sums, cells) VALUES (?, ?, ?, ?, ?, ?)",
            in: db
        )
        updated = try RowWriter("UPDATE periodCell SET sums = ?, cells = ? WHERE id = ?", in: db)
        removal = try db.cachedStatement(sql: "DELETE FROM periodCell WHERE id = ?")
    }

    /// What all that was written adds to the sum of the table.
    var sum: RowSum { inserted.sum + updated.sum - gone.sum }
    /// How many rows there are more.
    var rows: Int { inserted.rows + updated.rows - gone.rows }

    mutating func write(_ change: CellTable.Change) throws {
        let place = Self.place(of: change.new)
        if let old = change.old {
            var row = RowBytes()
            for text in place + [old.text] { row.add(text: text) }
            gone = (gone.rows + 1, gone.sum + RowSum(row: row))
        }
        switch (change.old, change.new.sums.isEmpty) {
        case (nil, true): break
        case (let old?, true): try removal.execute(arguments: [old.id])
        case (nil, false):
            for text in place { try inserted.add(text) }
            try inserted.add(CellText.text(of: change.new.sums))
            try inserted.add(change.new.sums.count, counts: false)
            try inserted.store()
        case (let old?, false):
            for text in place { updated.count(text) }
            try updated.add(CellText.text(of: change.new.sums))
            try updated.add(change.new.sums.count, counts: false)
            try updated.add(old.id, counts: false)
            try updated.store()
        }
    }

    private static func place(of group: CellGroup) -> [String] {
        [group.brand, group.period.length.rawValue, group.period.description, group.channel]
    }
}
