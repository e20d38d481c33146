/// One side of handling quality.
package enum Facet: String, Hashable, Sendable, CaseIterable {
    case speed, access, apology, courtesy, explanation, prevention, remedy, resolution, effort, responsibility, beyond
    /// The company did what it had announced, step by step.
    case followThrough = "follow-through"
}

/// What a voice says about its future with the brand.
package enum LoyaltySignal: String, Hashable, Sendable, CaseIterable {
    case fan, repurchase, recommend, recovered
    /// Good handling of one thing sells another of the brand's.
    case crossBuy = "cross-buy"
    case churn, distrust

    /// +1 for loyalty, −1 against it.
    package var direction: Int {
        switch self {
        case .fan, .repurchase, .recommend, .recovered, .crossBuy: 1
        case .churn, .distrust: -1
        }
    }
}

/// Whether something mentioned is praised, named, or blamed.
package enum Polarity: Int, Hashable, Sendable {
    case negative = -1
    /// A bare mention, which counts for nothing.
    case bare = 0
    case positive = 1
}
