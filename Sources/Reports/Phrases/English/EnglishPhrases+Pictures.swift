import Feedback

extension EnglishPhrases {
    var scatterTitle: String { "Support strength against brand strength" }

    func scatterDescription(margin: Double, brands: Int) -> String {
        "Each of \(brands) brands stands at its brand strength (horizontal) and its support strength (vertical), with"
            + " intervals, over the voices that have both in the last twelve months or more. On the diagonal both are equal; the band around it is the margin of"
            + " ±\(NumberText.trimmed(margin)) points."
    }

    func pathDescription(brand: String, first: String, last: String, margin: Double) -> String {
        "\(brand) from \(period(first)) to \(period(last)): brand strength is horizontal, support strength vertical,"
            + " over the voices of each year that have both. On"
            + " the diagonal both are equal; the band around it is the margin of ±\(NumberText.trimmed(margin)) points."
    }

    func timeDescription(brand: String, first: String, last: String, gaps: Int, isQuarterly: Bool) -> String {
        let quarters = isQuarterly ? " The lines are means of quarters, the faint marks single months." : ""
        return "\(brand) from \(period(first)) to \(period(last)). Support strength is a full line with discs, brand"
            + " strength a dashed line with diamonds; the bands are intervals." + quarters + broken(gaps)
    }

    func multipleDescription(brand: String, first: String, last: String, gaps: Int) -> String {
        "\(brand) from \(period(first)) to \(period(last))." + broken(gaps)
    }

    private func broken(_ gaps: Int) -> String {
        gaps == 0 ? "" : " The lines are broken where there are too few voices (\(gaps) of the periods)."
    }

    func moveTitle(_ move: SeriesMove) -> String {
        let years = "\(period(move.from)) to \(period(move.to))"
        let support =
            switch move.support.direction {
            case .level: "Support strength held from \(years)"
            case .down: "Support strength down \(NumberText.tenths(move.support.points)) points from \(years)"
            case .up: "Support strength up \(NumberText.tenths(move.support.points)) points from \(years)"
            }
        return "\(support); \(brandMove(move))"
    }

    private func brandMove(_ move: SeriesMove) -> String {
        let points = "\(NumberText.tenths(move.brand.points)) points"
        switch (move.support.direction, move.brand.direction) {
        case (.level, .level): return "so did brand strength"
        case (_, .level): return "brand strength held"
        case (.down, .down), (.up, .up): return "brand strength followed (\(points))"
        case (_, .down): return "brand strength fell by \(points)"
        case (_, .up): return "brand strength rose by \(points)"
        }
    }

    var strengthAxis: String { "Strength, 0–100" }

    func differenceTitle(_ brands: [(name: String, difference: Double)], margin: Double) -> String {
        guard !brands.isEmpty else { return "No brand’s support strength differs from its brand strength" }
        func told(_ brands: [(name: String, difference: Double)]) -> String {
            let named = brands.prefix(Self.brandsInTitle)
            let further = brands.count - named.count
            return named.map { "\($0.name) (\(NumberText.signed($0.difference)))" }.joined(separator: ", ")
                + (further > 0 ? " and \(further) more" : "")
        }
        let (higher, lower) = (brands.filter { $0.difference > 0 }, brands.filter { $0.difference < 0 })
        return [
            higher.isEmpty ? nil : "Support is stronger than the brand at \(told(higher))",
            lower.isEmpty
                ? nil : "\(higher.isEmpty ? "Support" : "support") is weaker than the brand at \(told(lower))",
        ].compactMap { $0 }.joined(separator: "; ")
    }

    func differenceDescription(margin: Double) -> String {
        "One row a brand: support strength minus brand strength with its interval, over the voices that have both in the last"
            + " twelve months or more. The shaded band is the margin of"
            + " ±\(NumberText.trimmed(margin)) points."
    }

    var facetsTitle: String { "Praise and blame by aspect of handling" }

    func facetsTitle(blamed: String?, praised: String?) -> String {
        let parts = [blamed.map { "Most blamed: \($0)" }, praised.map { "most praised: \($0)" }].compactMap { $0 }
        guard let first = parts.first else { return facetsTitle }
        return parts.count > 1 ? parts.joined(separator: "; ") : first.prefix(1).uppercased() + first.dropFirst()
    }

    func facetDescription(brand: String) -> String {
        "One row for each aspect of handling of \(brand): mentions that blame to the left, mentions that praise to"
            + " the right."
    }

    func coverageDescription() -> String {
        "One bar a source: rows stored, updated, duplicate and set aside, as shares of the rows read."
    }

    var agreementTitle: String { "Tone of the text by rating" }

    func agreementDescription() -> String {
        "One bar a rating: shares of texts with negative, neutral and positive tone."
    }
}
