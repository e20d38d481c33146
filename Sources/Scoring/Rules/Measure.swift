import Feedback

/// The constants that turn sums of words into a valence, for one language.
struct Measure: Sendable {
    /// Sum, in thousandths, at which a text is at 0.707.
    let half: Double
    /// Squashed sums up to this, in thousandths, say nothing: they are reported under 50.
    let neutralZone: Int32
    /// Added to the sum of every text, in thousandths.
    let bias: Int32

    init(_ language: Language) {
        bias = 0
        switch language {
        case .japanese:
            half = 800
            neutralZone = 60
        case .english, .unknown:
            half = 1_000
            neutralZone = 60
        }
    }

    /// The same with another zero point.
    init(_ adjustment: ScoreAdjustment) {
        half = Self(adjustment.language).half
        bias = Int32(adjustment.bias)
        let zone = Double(adjustment.neutral)
        neutralZone = max(1, Int32((1_000 * zone / (zone * zone + half * half).squareRoot()).rounded()))
    }

    /// Valence of a sum: s ∕ √(s² + half²), with the neutral zone drawn together under 50.
    func valence(ofSum sum: Int32) -> Int {
        let value = Double(sum)
        let squashed = Int32(
            (1_000 * value / (value * value + half * half).squareRoot()).rounded(.toNearestOrAwayFromZero)
        )
        let size = abs(squashed)
        let mapped =
            size <= neutralZone ? size * 49 / neutralZone : 50 + (size - neutralZone) * 950 / (1_000 - neutralZone)
        return Int(squashed < 0 ? -mapped : mapped)
    }

    /// Valence of a rating in basis points of its scale, 0…10,000.
    func valence(ofRating basisPoints: Int32) -> Int32 { (basisPoints - 5_000) * 16 / 100 }
}
