/// What a voice says about its future with the brand.
package enum LoyaltySignal: String, Hashable, Sendable, BitwiseCopyable, CaseIterable {
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

extension LoyaltySignal: NumberedCase {
    /// Place in `allCases`.
    @inlinable package var order: Int {
        switch self {
        case .fan: 0
        case .repurchase: 1
        case .recommend: 2
        case .recovered: 3
        case .crossBuy: 4
        case .churn: 5
        case .distrust: 6
        }
    }

    /// `allCases`, made once.
    package static let inOrder = allCases
}
