/// The rules that acted on one part of a score.
struct RuleNames: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    static let negation = RuleNames(rawValue: 1 << 0)
    static let intensifier = RuleNames(rawValue: 1 << 1)
    static let diminisher = RuleNames(rawValue: 1 << 2)
    static let contrast = RuleNames(rawValue: 1 << 3)
    static let condition = RuleNames(rawValue: 1 << 4)
    static let question = RuleNames(rawValue: 1 << 5)
    static let hedge = RuleNames(rawValue: 1 << 6)
    static let courtesy = RuleNames(rawValue: 1 << 7)
    static let irony = RuleNames(rawValue: 1 << 8)
    static let capitals = RuleNames(rawValue: 1 << 9)
    static let repetition = RuleNames(rawValue: 1 << 10)
    static let exclamation = RuleNames(rawValue: 1 << 11)
    static let affix = RuleNames(rawValue: 1 << 12)
    static let absence = RuleNames(rawValue: 1 << 13)
    static let rating = RuleNames(rawValue: 1 << 14)
    static let doubleNegation = RuleNames(rawValue: 1 << 15)
    static let bareNegation = RuleNames(rawValue: 1 << 16)
    /// A facet comes from an entry that lost a word to this one.
    static let beside = RuleNames(rawValue: 1 << 17)
    /// A facet is left out, for want of anybody who handles anything.
    static let noDealing = RuleNames(rawValue: 1 << 18)
    /// A facet is a rival's.
    static let elsewhere = RuleNames(rawValue: 1 << 19)
    /// A bare facet takes its sign from the sentence.
    static let tone = RuleNames(rawValue: 1 << 27)
    // Frames.
    static let brokenPromise = RuleNames(rawValue: 1 << 20)
    static let moreThanSaid = RuleNames(rawValue: 1 << 21)
    static let paidInVain = RuleNames(rawValue: 1 << 22)
    static let chargedAfterCancelling = RuleNames(rawValue: 1 << 23)
    static let runAround = RuleNames(rawValue: 1 << 24)
    static let refusedClaim = RuleNames(rawValue: 1 << 25)
    static let sameAgain = RuleNames(rawValue: 1 << 26)
    static let keptPromise = RuleNames(rawValue: 1 << 28)
    static let lessonLearnt = RuleNames(rawValue: 1 << 29)
    static let wonBack = RuleNames(rawValue: 1 << 30)
    static let madeGood = RuleNames(rawValue: 1 << 31)
    static let atOnce = RuleNames(rawValue: 1 << 32)
    /// Those after which the blame before them weighs less.
    static let makingGood: RuleNames = [.madeGood, .lessonLearnt, .wonBack]

    static let names: [(RuleNames, String)] = [
        (.negation, "negation"), (.doubleNegation, "double-negation"), (.bareNegation, "bare-negation"),
        (.absence, "absence"), (.intensifier, "intensifier"),
        (.diminisher, "diminisher"), (.affix, "affix"), (.contrast, "contrast"), (.condition, "condition"),
        (.question, "question"), (.hedge, "hedge"), (.courtesy, "courtesy"), (.irony, "irony"),
        (.capitals, "capitals"), (.repetition, "repetition"), (.exclamation, "exclamation"), (.rating, "rating"),
        (.beside, "beside"), (.noDealing, "no-dealing"), (.elsewhere, "elsewhere"),
        (.tone, "tone"),
        (.brokenPromise, "broken-promise"), (.moreThanSaid, "more-than-said"), (.paidInVain, "paid-in-vain"),
        (.chargedAfterCancelling, "charged-after-cancelling"), (.runAround, "run-around"),
        (.refusedClaim, "refused-claim"), (.sameAgain, "same-again"), (.keptPromise, "kept-promise"),
        (.lessonLearnt, "lesson-learnt"), (.wonBack, "won-back"),
        (.madeGood, "made-good"), (.atOnce, "at-once"),
    ]

    /// Names joined by `+`, `lexicon` when no rule acted.
    var text: String {
        if isEmpty { return "lexicon" }
        var found: [String] = []
        for (rule, name) in Self.names where contains(rule) { found.append(name) }
        return found.joined(separator: "+")
    }
}
