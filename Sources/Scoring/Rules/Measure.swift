import Feedback

/// The constants that turn sums of words into a valence, for one language.
struct Measure: Sendable {
    /// Sum, in thousandths, at which a text is at 0.707.
    let half: Double
    /// Squashed sums up to this, in thousandths, say nothing: they are reported under 50.
    let neutralZone: Int32
    /// Added to the sum of every text, in thousandths.
    let bias: Int32
    /// What every text has of calm, which is taken from the size of its sum: 0, or below.
    let calm: Int32

    /// What a language is shipped with.
    init(half: Double, neutralZone: Int32) {
        self.half = half
        self.neutralZone = neutralZone
        bias = 0
        calm = 0
    }

    /// What a language is shipped with; a language that is not scored has the measure of glyphs.
    init(_ language: Language) {
        let scorer = LanguageRegistry.scorer(of: language) ?? LanguageRegistry.scorer(of: LanguageRegistry.ofGlyphs)
        self = scorer?.measure ?? Measure(half: 1_000, neutralZone: 60)
    }

    /// The same with another zero point.
    init(_ adjustment: ScoreAdjustment) {
        half = Self(adjustment.language).half
        bias = Int32(adjustment.bias)
        calm = min(0, Int32(adjustment.neutral) - 1)
        let zone = Double(max(1, adjustment.neutral))
        neutralZone = max(1, Int32((1_000 * zone / (zone * zone + half * half).squareRoot()).rounded()))
    }

    /// Valence of a sum that calm draws towards zero, and never past it.
    func valence(ofSum sum: Int32, calm: Int32) -> Int {
        valence(ofSum: sum + calmed(sum, by: calm, part: calm))
    }

    /// The sum, in thousandths, that the neutral zone ends at.
    var neutralSum: Int {
        let share = Double(neutralZone) / 1_000
        return Int((half * share / (1 - share * share).squareRoot()).rounded())
    }

    /// What a part of all calm adds to a sum.
    func calmed(_ sum: Int32, by calm: Int32, part: Int32) -> Int32 {
        -sum.signum() * CueReader.part(part, of: calm, min(calm, abs(sum)))
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
