/// One customer's incident with one brand, with a timeline of events.
package struct SupportCase: Hashable, Sendable {
    /// How Koe came to know the case.
    package enum Origin: String, Hashable, Sendable {
        case imported
        /// Opened from a customer's own story.
        case story
    }

    /// Id in the support system, or one derived from the story's comment.
    package var caseID: String
    package var origin: Origin
    package var number: String?
    package var orderNumber: String?
    package var brand: String?
    package var product: String?
    package var customer: String?
    package var customerHandle: String?
    package var channel: String?
    package var openedAt: Timestamp?
    package var closedAt: Timestamp?
    package var subject: String?
    /// In the order they happened; events without a time keep the order they were told in.
    package var events: [CaseEvent]

    package init(caseID: String, origin: Origin = .imported, events: [CaseEvent] = []) {
        self.caseID = caseID
        self.origin = origin
        self.events = events
    }

    /// The case with what another tells of the same incident: its events in the order of time, and the earlier opening.
    ///
    /// Events without a time keep their place behind those they were told after.
    package func joined(with other: SupportCase) -> SupportCase {
        var joined = self
        joined.events = Self.ordered(events + other.events)
        joined.openedAt = [openedAt, other.openedAt].compactMap(\.self).min { $0.instant < $1.instant }
        joined.closedAt = [closedAt, other.closedAt].compactMap(\.self).max { $0.instant < $1.instant }
        return joined
    }

    private static func ordered(_ events: [CaseEvent]) -> [CaseEvent] {
        var last = Instant(milliseconds: .min)
        let timed = events.enumerated().map { place, event in
            last = event.at?.instant ?? last
            return (time: last, place: place, event: event)
        }
        return timed.sorted { ($0.time.milliseconds, $0.place) < ($1.time.milliseconds, $1.place) }.map(\.event)
    }
}

/// One step of a case.
package struct CaseEvent: Hashable, Sendable {
    package var at: Timestamp?
    /// What happened, such as `call`, `return`, `reply`, `letter`, `refund`, `replacement`, `closed`.
    package var kind: String
    package var actor: AuthorRole?
    package var channel: String?
    package var note: String?
    package var amount: Money?

    package init(
        kind: String,
        at: Timestamp? = nil,
        actor: AuthorRole? = nil,
        channel: String? = nil,
        note: String? = nil,
        amount: Money? = nil
    ) {
        self.kind = kind
        self.at = at
        self.actor = actor
        self.channel = channel
        self.note = note
        self.amount = amount
    }
}

/// An amount of money in thousandths of the currency's unit.
package struct Money: Hashable, Sendable {
    package let thousandths: Int
    /// ISO 4217 code where it is known, such as `USD`.
    package let currency: String?

    package init(thousandths: Int, currency: String?) {
        self.thousandths = thousandths
        self.currency = currency
    }
}
