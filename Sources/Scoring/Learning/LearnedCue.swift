/// A row that learning proposes.
package struct LearnedCue: Hashable, Sendable {
    package let term: String
    /// What it adds to the sum, −1,000…1,000.
    package var valence: Int
    /// How much more must be said until a text with it counts as an opinion, −1,000…1,000.
    package var calm: Int
    /// Valence of a shipped row with the same term, to which this one adds; `nil` for a new term.
    package let shippedValence: Int?
    /// Texts it stands in.
    package let count: Int
    /// Folds that proposed it with the same sign, of `foldCount`.
    package var agreement = 0
    package var foldCount = 0
    package var trial = Trial()

    /// What a cue did to texts that its fold had not seen.
    package struct Trial: Hashable, Sendable {
        /// Texts it stood in.
        package var texts = 0
        /// Those put into a wrong class without it, and with it.
        package var errorsWithout = 0
        package var errorsWith = 0
    }

    /// −1, 0 or 1: where it moves a text, judged by its stronger effect.
    var sign: Int { abs(valence) >= abs(calm) ? valence.signum() : 2 * calm.signum() }

    /// Greatest size of either effect.
    package var strength: Int { max(abs(valence), abs(calm)) }
}
