/// What learning is careful about.
package struct LearningOptions: Hashable, Sendable {
    /// Texts a cue must stand in before anything is learnt of it.
    package var minimumCount = 4
    /// Words of the longest cue.
    package var longest = 3
    /// Most cues.
    package var mostCues = 1_500
    /// Draws of the strengths towards nothing that are tried on texts held out.
    package var penalties = [20.0, 40, 80, 160]
    /// Draw of a cue's calm, as a share of the draw of its valence.
    package var calmShare = 1.0 / 3
    /// How much rare classes count: 0 as often as they are, 1 as if all were equally frequent.
    package var balance = 0.5
    /// Parts that are held out in turn.
    package var foldCount = 5
    /// Least size of a valence or calm, in thousandths.
    package var leastStrength = 5
    /// Most texts; of more, those are taken whose hash is lowest.
    package var mostTexts = 30_000
    /// Texts of each sign, and of all together, below which nothing is learnt.
    package var leastTexts = 100
    package var leastOfSign = 10

    package init() {}
}
