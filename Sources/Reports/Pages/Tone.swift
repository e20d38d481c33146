import Feedback

/// Praise, blame or neither, as a class of the style sheet and as a sign, so that colour is never alone.
enum Tone: String {
    case favourable = "for"
    case against
    case bare

    init(polarity: Int) {
        self = polarity < 0 ? .against : (polarity > 0 ? .favourable : .bare)
    }

    /// Direction of a loyalty signal given by its raw value.
    init(signal name: String) {
        self.init(polarity: LoyaltySignal(rawValue: name)?.direction ?? 0)
    }

    var sign: String {
        switch self {
        case .favourable: "+"
        case .against: NumberText.minus
        case .bare: "±"
        }
    }
}
