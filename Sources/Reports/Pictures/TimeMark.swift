/// A numbered mark on a time axis, told in the list beside the picture.
struct TimeMark: Hashable {
    enum Kind: String {
        case event, fall, rise, sign
    }

    let kind: Kind
    let span: PeriodSpan
    /// Ends of the interval of a change's first period; `nil` for others.
    let uncertainty: (PeriodSpan, PeriodSpan)?
    let period: String
    let text: String
    /// What stands beside the mark; `nil` for nothing.
    let label: String?

    static func == (left: TimeMark, right: TimeMark) -> Bool {
        left.kind == right.kind && left.span == right.span && left.text == right.text
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(span)
        hasher.combine(text)
    }
}
