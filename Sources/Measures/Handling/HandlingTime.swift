package import Feedback

/// How long one case waited, by the one definition that every chart uses.
///
/// - The clock **starts** when the case was opened; without that, at the customer's first dated event.
/// - The **first response** is the first dated event at or after the start by an agent that reaches the customer. Bots,
///   automatic replies and internal steps (`internalKinds`) are none.
/// - The **resolution** is the last closing (`closingKinds`, or the case's own closing time), unless a later
///   `reopened` undoes it.
/// - Times that are only known as "not after" start or stop no clock.
package struct HandlingTime: Hashable, Sendable {
    /// A wait in seconds: on the calendar, and while the office was open.
    package struct Wait: Hashable, Sendable {
        package let calendar: Int
        package let business: Int

        package init(calendar: Int, business: Int) {
            self.calendar = calendar
            self.business = business
        }
    }

    /// Kinds of an agent's events that do not reach the customer.
    package static let internalKinds: Set<String> = [
        "note", "assigned", "status", "opened", "auto-reply", "merged", "tagged", "received", "reopened",
    ]
    /// Kinds of events that end a case.
    package static let closingKinds: Set<String> = ["closed", "resolved"]

    package let caseID: String
    package let brand: String?
    package let channel: String?
    /// Local day on which the clock started.
    package let day: Day
    /// `nil` while nobody has answered.
    package let firstResponse: Wait?
    /// `nil` while the case is open.
    package let resolution: Wait?

    /// The waits of a case; `nil` when its start is not known.
    package init?(of supportCase: SupportCase, calendar: BusinessCalendar) {
        guard let start = Self.start(of: supportCase) else { return nil }
        func wait(until end: Instant?) -> Wait? {
            end.map {
                Wait(calendar: Int($0.seconds - start.seconds), business: calendar.openSeconds(from: start, to: $0))
            }
        }
        caseID = supportCase.caseID
        brand = supportCase.brand
        channel = supportCase.channel
        day = calendar.zone.local(start).day
        firstResponse = wait(until: Self.firstResponse(in: supportCase, from: start))
        resolution = wait(until: Self.resolution(of: supportCase, from: start))
    }

    /// The instant of the first answer that reached the customer; `nil` without one.
    package static func firstResponse(in supportCase: SupportCase) -> Instant? {
        start(of: supportCase).flatMap { firstResponse(in: supportCase, from: $0) }
    }

    private static func start(of supportCase: SupportCase) -> Instant? {
        if let opened = exact(supportCase.openedAt) { return opened }
        return supportCase.events.lazy.filter { $0.actor == .customer }.compactMap { exact($0.at) }.min()
    }

    private static func firstResponse(in supportCase: SupportCase, from start: Instant) -> Instant? {
        supportCase.events.lazy
            .filter { $0.actor == .agent && !internalKinds.contains($0.kind) && !closingKinds.contains($0.kind) }
            .compactMap { exact($0.at) }.filter { $0 >= start }.min()
    }

    private static func resolution(of supportCase: SupportCase, from start: Instant) -> Instant? {
        func last(_ matches: (CaseEvent) -> Bool) -> Instant? {
            supportCase.events.lazy.filter(matches).compactMap { exact($0.at) }.filter { $0 >= start }.max()
        }
        let closings = [
            last { closingKinds.contains($0.kind) }, exact(supportCase.closedAt).flatMap { $0 >= start ? $0 : nil },
        ]
        guard let closed = closings.compactMap({ $0 }).max() else { return nil }
        if let reopened = last({ $0.kind == "reopened" }), reopened > closed { return nil }
        return closed
    }

    private static func exact(_ time: Timestamp?) -> Instant? {
        time.flatMap { $0.certainty == .exact ? $0.instant : nil }
    }
}
