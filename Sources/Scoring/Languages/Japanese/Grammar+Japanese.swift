extension Grammar {
    /// Negators and conditions stand behind what they act on; words are lemmas.
    static let japanese = Grammar(
        operands: .before,
        tokensAreWords: false,
        scaleNames: ["中", "満点", "段階"],
        scaleJoints: ["点", "つ", "評価", "で", "だ", "の", "星"]
    )
}
