/// How many of the brands that too few voices speak of are named in a sentence; their pages say it of each.
enum BlindBrands {
    static let named = 8

    /// Brands that are not named; `nil` where all are.
    static func rest(_ count: Int) -> Int? { count > named ? count - named : nil }
}
