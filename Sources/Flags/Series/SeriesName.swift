package import Feedback
package import Measures

/// The names of tested series, which stay the same over nights: `Lotte/support`, `Lotte/facet.speed`,
/// `Lotte/support@chat`, `Lotte/support#Timer`, `Lotte/support.week`.
///
/// The part after the last slash says what is tested.
package enum SeriesName {
    /// What is tested, such as `support.week`.
    ///
    /// At most one of `channel` and `product` is given.
    package static func subject(
        _ measure: MeasureID,
        channel: String?,
        product: String?,
        length: PeriodLength
    ) -> String {
        let period = length == .month ? "" : ".\(length.rawValue)"
        let place = channel.map { "@" + withoutSlash($0) } ?? product.map { "#" + withoutSlash($0) } ?? ""
        return measure.rawValue + period + place
    }

    /// What is measured, with the length of its periods: a subject without the channel or the product.
    package static func measure(of subject: some StringProtocol) -> String {
        String(subject.prefix { $0 != "@" && $0 != "#" })
    }

    /// The channel or product of a subject; `nil` where it is of all.
    package static func place(in subject: String) -> String? {
        let rest = subject.dropFirst(measure(of: subject).count)
        return rest.isEmpty ? nil : String(rest.dropFirst().map { $0 == "∕" ? "/" : $0 })
    }

    private static func withoutSlash(_ name: String) -> String {
        name.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "∕")
    }

    /// How long the periods of a series are.
    package static func length(of name: String) -> PeriodLength {
        let subject = name.split(separator: "/").last ?? ""
        let measure = measure(of: subject)
        return [PeriodLength.week, .quarter].first { measure.hasSuffix(".\($0.rawValue)") } ?? .month
    }
}

extension TestedSeries {
    package var name: String {
        "\(brand)/\(SeriesName.subject(measure, channel: channel, product: product, length: length))"
    }
}
