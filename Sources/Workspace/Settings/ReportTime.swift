import Feedback
import Foundation

/// The setting `asOf`: the moment that a report speaks of.
enum ReportTime {
    /// - Throws: ``WorkspaceError`` `usage` for what is no time.
    static func instant(_ text: String) throws -> Instant {
        do {
            let date = try Date.ISO8601FormatStyle(timeZone: .gmt).parse(text)
            return Instant(seconds: Int64(date.timeIntervalSince1970.rounded(.down)))
        } catch {
            throw WorkspaceError(.usage, "asOf is \"\(text)\"; write a time such as 2026-01-31T15:00:00Z")
        }
    }
}
