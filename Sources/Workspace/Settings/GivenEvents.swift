import Feedback
import Reports

/// Checks the events that `koe.yaml` tells.
enum GivenEvents {
    /// - Throws: ``WorkspaceError`` `usage` for an event that no chart could show.
    static func checked(_ events: [SettingsFile.Event]) throws -> [SettingsFile.Event] {
        let kinds = EventKind.allCases.filter(\.isOwn).map(\.rawValue).sorted()
        for (index, event) in events.enumerated() {
            let place = "events[\(index)]"
            guard isDate(event.date) else {
                throw WorkspaceError(
                    .usage,
                    "\(place): the date \"\(event.date)\" must be a year, a month or a day, such as 2026-04-01"
                )
            }
            guard event.label.contains(where: { !$0.isWhitespace }) else {
                throw WorkspaceError(.usage, "\(place) has an empty label; write what happened")
            }
            if let kind = event.kind, !kinds.contains(kind) {
                throw WorkspaceError(
                    .usage,
                    "\(place): \"\(kind)\" is no kind; the kinds are \(kinds.joined(separator: ", "))"
                )
            }
        }
        return events
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.allSatisfy(\.isASCII) ? Int(part) : nil }
        guard numbers.count == parts.count, parts.first?.count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
            (1...3).contains(parts.count)
        else { return false }
        let month = numbers.count > 1 ? numbers[1] : 1
        return Day(year: numbers[0], month: month, day: numbers.count > 2 ? numbers[2] : 1) != nil
    }
}
