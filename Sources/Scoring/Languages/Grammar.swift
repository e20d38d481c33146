/// What the rules have to know of a language.
struct Grammar: Sendable {
    /// On which side of a negator or a condition the words stand that it acts on.
    enum OperandSide: Sendable {
        case before, after
    }

    var operands = OperandSide.after
    /// Whether the bytes of a token are its word; else only words that entries hold are known, by their lemmas.
    var tokensAreWords = true
    /// Words that say a number is the best there is: 中, 満点.
    var scaleNames: [String] = []
    /// Words that may stand between such a number and the rating.
    var scaleJoints: [String] = []
}
