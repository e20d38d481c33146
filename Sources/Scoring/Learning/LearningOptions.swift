/// What learning is careful about.
package struct LearningOptions: Hashable, Sendable {
    /// Texts a term must stand in before anything is learnt of it.
    package var minimumCount = 4
    /// Single words in more than this share of the texts are not learnt.
    package var largestShare = 0.4
    /// Most new terms.
    package var mostTerms = 1_500
    /// Draw of a new term's strength towards nothing.
    package var newPenalty = 2.0
    /// Draw of a shipped row's strength towards what it was.
    package var shippedPenalty = 3.0
    /// Parts that are held out in turn.
    package var foldCount = 4
    /// Least strength of a new term, and least change of a shipped one, in thousandths.
    package var leastChange = 40
    package var iterations = 150

    package init() {}
}
