/// What the search for changes has found, over all brands.
struct FoundChanges: Hashable {
    let falls: Int
    let rises: Int
    let signs: Int
    /// Brands in which a fall that matters could have been missed.
    let blind: Int
    let brands: Int

    init(_ brands: [BrandReport]) {
        falls = brands.reduce(0) { $0 + $1.flags.count }
        rises = brands.reduce(0) { $0 + $1.improvements.count }
        signs = brands.reduce(0) { $0 + $1.earlySigns.count }
        blind = brands.count { $0.insufficient != nil }
        self.brands = brands.count
    }
}
