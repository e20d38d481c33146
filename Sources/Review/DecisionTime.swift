import Feedback
import Foundation

/// Times of decisions in files: ISO 8601 in UTC, with milliseconds.
enum DecisionTime {
    private static let milliseconds = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt)
    private static let seconds = Date.ISO8601FormatStyle(timeZone: .gmt)
    /// Years that a file may name, as milliseconds since 1970.
    private static let usual = -62_135_596_800_000.0...253_402_300_799_999.0

    static func text(_ instant: Instant) -> String {
        let part = instant.milliseconds - instant.seconds * 1_000
        return Zone.utc.format(instant).dropLast() + "." + Int(part).padded(to: 3) + "Z"
    }

    /// - Returns: `nil` when it is no such time.
    static func instant(_ text: String) -> Instant? {
        guard let date = (try? milliseconds.parse(text)) ?? (try? seconds.parse(text)) else { return nil }
        let value = (date.timeIntervalSince1970 * 1_000).rounded()
        return usual.contains(value) ? Instant(milliseconds: Int64(value)) : nil
    }
}
