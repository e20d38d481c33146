/// One brand's part of an article.
struct Story: Hashable {
    let brand: String?
    let text: String
    let line: Int
}

/// Splits an article at headings that name brands, so that each brand's story stands alone.
struct StorySplitter {
    private let brands: BrandDirectory

    init(brands: BrandDirectory) {
        self.brands = brands
    }

    /// The stories of an article in order; empty when its headings name fewer than two brands.
    ///
    /// What stands before the first such heading introduces them all and belongs to none.
    func stories(_ lines: [PageLine]) -> [Story] {
        let headings = lines.indices.compactMap { index in
            brand(heading: lines, at: index).map { (index: index, brand: $0) }
        }
        guard Set(headings.map(\.brand)).count >= 2 else { return [] }
        var stories: [Story] = []
        for (place, heading) in headings.enumerated() {
            let limit = place + 1 < headings.count ? headings[place + 1].index : lines.count
            let end = closing(lines, heading.index, limit)
            let body = lines[(heading.index + 1)..<end]
            let text = PageSections.text(of: body)
            guard let first = body.first(where: { !$0.isBlank }), !text.isEmpty else { continue }
            stories.append(Story(brand: heading.brand, text: text, line: first.line))
        }
        return stories
    }

    /// The brand of the first headings of an article that name one.
    func headingBrand(_ lines: [PageLine]) -> String? {
        lines.indices.lazy.compactMap { brand(heading: lines, at: $0) }.first
    }

    /// The brand that a line names as a heading; `nil` when it is none.
    private func brand(heading lines: [PageLine], at index: Int) -> String? {
        let line = lines[index]
        guard !line.isBlank, line.text.count <= 60 else { return nil }
        let stands = Self.standsAlone(lines, index)
        if stands || line.headingLevel != nil || HeadingText.bare(line.text) != line.text,
            let brand = brands.brand(named: line.text)
        {
            return brand
        }
        guard line.headingLevel != nil || (stands && Self.looksLikeHeading(line.text)) else { return nil }
        let named = Set(brands.mentions(in: line.text, acceptsAmbiguous: line.headingLevel != nil).map(\.canonical))
        return named.count == 1 ? named.first : nil
    }

    /// Whether blank lines, or the ends of the article, are on both sides.
    private static func standsAlone(_ lines: [PageLine], _ index: Int) -> Bool {
        (index == 0 || lines[index - 1].isBlank) && (index + 1 >= lines.count || lines[index + 1].isBlank)
    }

    private static func looksLikeHeading(_ text: String) -> Bool {
        guard text.count <= 30, let last = text.last else { return false }
        return !"。．.!！?？、,」』”\"".contains(last) && !text.contains("。")
    }

    /// Where a story ends before its limit: at a heading that closes the article.
    private func closing(_ lines: [PageLine], _ start: Int, _ limit: Int) -> Int {
        let closers: Set<String> = [
            "まとめ", "最後に", "さいごに", "おわりに", "終わりに", "あとがき", "参考", "参考文献", "参考サイト", "出典", "conclusion", "summary",
            "references", "sources",
            "in closing",
        ]
        let level = lines[start].headingLevel
        return lines[(start + 1)..<limit].indices.first { index in
            let line = lines[index]
            if closers.contains(WidthFolding.string(HeadingText.bare(line.text))) {
                return line.headingLevel != nil || Self.standsAlone(lines, index)
                    || HeadingText.bare(line.text) != line.text
            }
            guard let level, let other = line.headingLevel else { return false }
            return other < level
        } ?? limit
    }
}
