/// The constants that turn sums of words into a valence, for one language.
struct Measure: Sendable {
    /// Sum, in thousandths, at which a text is at 0.707.
    let half: Double
    /// Squashed sums up to this, in thousandths, say nothing: they are reported under 50.
    private(set) var neutralZone: Int32
    /// Added to the sum of every text, in thousandths.
    private(set) var bias: Int32
    /// What every text has of calm, which is taken from the size of its sum: 0, or below.
    private(set) var calm: Int32

    /// What a language is shipped with.
    init(half: Double, neutralZone: Int32) {
        self.half = half
        self.neutralZone = neutralZone
        bias = 0
        calm = 0
    }

    /// The same with another zero point.
    ///
    /// - Parameters:
    ///   - bias: added to the sum of every text, in thousandths.
    ///   - neutral: sum up to which a text says nothing, in thousandths.
    /// - Returns: the measure that counts from there.
    func moved(bias: Int, neutral: Int) -> Measure {
        var moved = self
        moved.bias = Int32(bias)
        moved.calm = min(0, Int32(neutral) - 1)
        let zone = Double(max(1, neutral))
        moved.neutralZone = max(1, Int32((1_000 * zone / (zone * zone + half * half).squareRoot()).rounded()))
        return moved
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
