package import Feedback
package import Measures

/// The names of tested series, which stay the same over nights: `Lotte/support`, `Lotte/facet.speed`,
/// `Lotte/support@chat`, `Lotte/support.week`.
///
/// The part after the last slash says what is tested.
package enum SeriesName {
    /// What is tested, such as `support.week`.
    package static func subject(_ measure: MeasureID, channel: String?, length: PeriodLength) -> String {
        let period = length == .month ? "" : ".\(length.rawValue)"
        let place = channel.map {
            "@" + $0.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "∕")
        }
        return measure.rawValue + period + (place ?? "")
    }

    /// How long the periods of a series are.
    package static func length(of name: String) -> PeriodLength {
        let subject = name.split(separator: "/").last ?? ""
        let measure = subject.prefix { $0 != "@" }
        return [PeriodLength.week, .quarter].first { measure.hasSuffix(".\($0.rawValue)") } ?? .month
    }
}

extension TestedSeries {
    package var name: String { "\(brand)/\(SeriesName.subject(measure, channel: channel, length: length))" }
}
