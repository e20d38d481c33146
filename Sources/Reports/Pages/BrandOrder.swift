import Feedback

/// The order in which an overview shows brands: what needs a look comes first.
struct BrandOrder {
    /// Why a brand needs a look, the most pressing first.
    private enum Need: Int {
        /// Support strength has fallen against as many months before.
        case worse
        case different
        /// A fall stands that has not come back.
        case fallen
        case undecided
        case equal

        init(_ brand: BrandReport) {
            let change = brand.verdict.change?.support
            if let change, change.isDifferent, change.difference.value < 0 {
                self = .worse
            } else if brand.verdict.lead.isDifferent || brand.verdict.lead.state == .different {
                self = .different
            } else if brand.flags.contains(where: { $0.state != .recovered && $0.state != .superseded }) {
                self = .fallen
            } else {
                self = brand.verdict.lead.state == .undecided ? .undecided : .equal
            }
        }
    }

    /// Places of the brands with a verdict; by need, then by the size of the difference, then in the order given.
    let shown: [Int]
    /// Places of the brands without enough data, in the order given.
    let folded: [Int]

    init(_ brands: [BrandReport]) {
        folded = brands.indices.filter { brands[$0].verdict.lead.state == .insufficient }
        shown = brands.indices.filter { brands[$0].verdict.lead.state != .insufficient }
            .map { (place: $0, need: Need(brands[$0]).rawValue, size: Self.size(brands[$0])) }
            .sorted { ($0.need, -$0.size, $0.place) < ($1.need, -$1.size, $1.place) }
            .map(\.place)
    }

    private static func size(_ brand: BrandReport) -> Double { abs(brand.verdict.lead.difference?.value ?? 0) }
}
