package import Feedback
import Foundation

/// Time zones from the machine's zone database.
package enum ZoneDatabase {
    /// Years for which changes of offset are listed.
    private static let years = 1970...2100

    /// - Throws: ``WorkspaceError`` `usage` when the name is unknown.
    package static func zone(named name: String) throws -> Zone {
        guard let timeZone = TimeZone(identifier: name) else {
            throw WorkspaceError(
                .usage,
                "unknown time zone \"\(name)\"; use a name such as Asia/Tokyo or Europe/London"
            )
        }
        let start = Date(timeIntervalSince1970: 0)
        let end = Date(timeIntervalSince1970: Double(years.count) * 366 * 86_400)
        var transitions: [Zone.Transition] = []
        var date = start
        while let next = timeZone.nextDaylightSavingTimeTransition(after: date), next > date, next < end {
            let instant = Instant(seconds: Int64(next.timeIntervalSince1970.rounded()))
            transitions.append(Zone.Transition(instant: instant, offset: timeZone.secondsFromGMT(for: next)))
            date = next
        }
        return Zone(identifier: name, initialOffset: timeZone.secondsFromGMT(for: start), transitions: transitions)
    }
}
