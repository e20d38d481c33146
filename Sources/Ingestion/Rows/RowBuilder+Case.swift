import Feedback

extension RowBuilder {
    /// The case of a row.
    func supportCase(_ row: FieldRow, bytes: ArraySlice<UInt8>) throws(RowFault) -> SupportCase {
        guard let id = value(.caseID, row) ?? value(.id, row) ?? value(.number, row) ?? value(.caseNumber, row) else {
            throw RowFault(reason: .missingField, message: "the case has no case_id; map `case_id` to a column")
        }
        var supportCase = SupportCase(caseID: id)
        supportCase.number = value(.number, row) ?? value(.caseNumber, row)
        supportCase.orderNumber = value(.orderNumber, row)
        supportCase.brand = brand(row)
        supportCase.product = value(.product, row)
        supportCase.customer = value(.customer, row) ?? value(.author, row)
        supportCase.customerHandle = (value(.customerHandle, row) ?? value(.authorID, row)).map(CellText.handle)
        supportCase.channel = value(.channel, row)
        supportCase.openedAt = try caseStart(row)
        supportCase.closedAt = try time(.closedAt, row)
        supportCase.subject = value(.subject, row) ?? value(.title, row) ?? value(.text, row)
        supportCase.events = try events(row, bytes: bytes)
        return supportCase
    }

    private func caseStart(_ row: FieldRow) throws(RowFault) -> Timestamp? {
        if let opened = try time(.openedAt, row) { return opened }
        return try time(.postedAt, row)
    }

    private func events(_ row: FieldRow, bytes: ArraySlice<UInt8>) throws(RowFault) -> [CaseEvent] {
        for slot in schema[.events].slots {
            switch row[slot] {
            case .absent: continue
            case .text: throw RowFault(reason: .badField, message: "events must be an array of objects")
            case .structure(let range):
                let start = bytes.startIndex + range.start
                let reader = EventReader(
                    times: schema.times[Field.openedAt.place],
                    depthLimit: options.limits.jsonDepth
                )
                return try reader.read(Array(bytes[start..<(start + range.length)]))
            }
        }
        return []
    }
}
