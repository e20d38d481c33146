/// A point in time: milliseconds since 1970-01-01T00:00:00Z, without a zone.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since the Unix epoch; negative before it.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package init(seconds: Int64) {
        milliseconds = seconds * 1_000
    }

    /// Whole seconds since the Unix epoch, rounded down.
    package var seconds: Int64 { milliseconds.dividedDown(by: 1_000) }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

extension Int64 {
    /// Quotient rounded towards negative infinity, so that times before 1970 fall on the right day.
    package func dividedDown(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
