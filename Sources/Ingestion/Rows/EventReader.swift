import Feedback
import JSON

/// Reads the events of a case: `[{at, kind, actor, channel, note, amount, currency}]`.
struct EventReader {
    private static let names = ["at", "kind", "actor", "channel", "note", "amount", "currency"]
    private let times: TimeReader?
    private let depthLimit: Int

    init(times: TimeReader?, depthLimit: Int) {
        self.times = times
        self.depthLimit = depthLimit
    }

    func read(_ bytes: [UInt8]) throws(RowFault) -> [CaseEvent] {
        var plan = FieldPlan()
        for name in Self.names { _ = plan.slot(for: name) }
        var row = FieldRow(slots: plan.slotCount)
        var events: [CaseEvent] = []
        for range in try elements(bytes) {
            row.clear()
            let element = Array(bytes[range])
            do {
                try ObjectReader(depthLimit: depthLimit).read(element.span, plan: plan, into: &row)
            } catch {
                throw RowFault(error, subject: "an event")
            }
            events.append(try event(row))
        }
        return events
    }

    /// The ranges of an array's elements.
    private func elements(_ bytes: [UInt8]) throws(RowFault) -> [Range<Int>] {
        let span = bytes.span
        var cursor = JSONCursor(depthLimit: depthLimit)
        guard cursor.peek(span) == UInt8(ascii: "[") else {
            throw RowFault(reason: .badField, message: "events must be an array of objects")
        }
        var ranges: [Range<Int>] = []
        do {
            try cursor.openArray(span)
            while try cursor.nextElement(span) {
                let start = cursor.position
                try cursor.skipValue(span)
                ranges.append(start..<cursor.position)
            }
        } catch {
            throw RowFault(error, subject: "events")
        }
        return ranges
    }

    private func event(_ row: FieldRow) throws(RowFault) -> CaseEvent {
        guard let kind = text(row[1]) else { throw RowFault(reason: .missingField, message: "an event has no kind") }
        var event = CaseEvent(kind: kind, channel: text(row[3]), note: text(row[4]))
        if let written = text(row[0]) { event.at = try time(written) }
        if let word = text(row[2]) {
            event.actor = AuthorRole(rawValue: word)
            if event.actor == nil {
                throw RowFault(reason: .badField, message: "the actor of an event must be customer, agent or bot")
            }
        }
        if let amount = text(row[5]) {
            guard let thousandths = RatingReader.plainNumber(amount) else {
                throw RowFault(reason: .badField, message: "the amount of an event must be a number")
            }
            event.amount = Money(thousandths: thousandths, currency: text(row[6]))
        }
        return event
    }

    private func time(_ written: String) throws(RowFault) -> Timestamp? {
        do {
            return try times?.read(written)
        } catch {
            throw RowFault(reason: error.reason, message: "an event: \(error.message)")
        }
    }

    private func text(_ value: FieldValue) -> String? {
        guard case .text(let text) = value, !text.isEmpty else { return nil }
        return text
    }
}
