import Feedback

extension RowBuilder {
    /// Which comment a row takes back; `nil` when it carries no id.
    func withdrawal(_ row: FieldRow, at byte: Int) -> Withdrawal? {
        guard let id = value(.comment(.externalID), row) else { return nil }
        return Withdrawal(
            source: value(.source, row) ?? source,
            externalID: CellText.reviewID(id) ?? id,
            changedAt: changedAt(row),
            byte: byte
        )
    }

    /// The comment of an id, taken back by a row that says no more.
    func withdrawal(of id: String, at byte: Int) -> Withdrawal {
        Withdrawal(source: source, externalID: id, changedAt: nil, byte: byte)
    }

    /// When the row was changed, or else the time that stands in a column such as `deleted_at`.
    private func changedAt(_ row: FieldRow) -> Int64? {
        if let updated = try? time(.comment(.updatedAt), row) { return updated.instant.milliseconds }
        guard let reader = schema.times[Field.comment(.updatedAt).place] ?? schema.times[Field.postedAt.place] else {
            return nil
        }
        for (slot, kind) in schema.tombstones where kind == .flag {
            // A flag that is no time only says that the row was taken back.
            if case .text(let written) = row[slot], written.utf8.count >= 10, let time = try? reader.read(written) {
                return time.instant.milliseconds
            }
        }
        return nil
    }
}
