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

    func timeDescription(brand: String, first: String, last: String, gaps: Int) -> String {
        let end = gaps == 0 ? "" : " The lines are broken where there are too few voices (\(gaps) of the periods)."
        return "\(brand) from \(period(first)) to \(period(last)). Support strength is a full line with discs, brand"
            + " strength a dashed line with diamonds; the bands are intervals." + end
    }

    var differenceTitle: String { "Difference between support strength and brand strength" }

    func differenceDescription(margin: Double) -> String {
        "One row a brand: support strength minus brand strength with its interval, over the voices that have both in the last"
            + " twelve months or more. The shaded band is the margin of"
            + " ±\(NumberText.trimmed(margin)) points."
    }

    var facetsTitle: String { "Praise and blame by side of handling quality" }

    func facetDescription(brand: String) -> String {
        "One row for each side of handling quality of \(brand): mentions that blame to the left, mentions that praise to"
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
