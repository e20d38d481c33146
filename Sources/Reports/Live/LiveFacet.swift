/// One facet of a brand as the database has it now.
package struct LiveFacet: Sendable {
    package var brand: String
    package var whole: LiveFacetRow
    /// Each year with its number.
    package var years: [(period: String, number: LiveNumber)]
    /// Comments of the voices that praise and blame it most.
    package var praise: [LiveList.Row]
    package var blame: [LiveList.Row]

    package init(brand: String, whole: LiveFacetRow) {
        self.brand = brand
        self.whole = whole
        years = []
        praise = []
        blame = []
    }

    func body(in frame: LiveFrame) -> LiveBody {
        let (tables, phrases) = (LiveTables(frame: frame), frame.phrases)
        let table = DataTable(
            caption: phrases(.yearsHeading),
            columns: [.short(phrases(.period)), .number(phrases(.strength)), .number("n")],
            rows: years.map { [Markup(phrases.period($0.period))] + tables.cells($0.number) }
        )
        return LiveBody(
            heading: frame.name(ofBrand: brand) + phrases.colon + phrases.facet(whole.facet),
            facts: [
                (phrases(.brand), tables.brand(brand)),
                (phrases(.strength), tables.level(whole.number)),
                (phrases(.praiseComments), tables.count(whole.praise)),
                (phrases(.blameComments), tables.count(whole.blame)),
                (phrases(.namedComments), tables.count(whole.named)),
            ],
            sections: [
                years.isEmpty ? nil : LiveBody.Section(heading: phrases(.yearsHeading), content: table.markup),
                section(.strongestBlame, blame, of: whole.blame, phrases),
                section(.strongestPraise, praise, of: whole.praise, phrases),
            ].compactMap(\.self)
        )
    }

    /// `nil` where nobody speaks of the facet so.
    private func section(
        _ heading: Word,
        _ rows: [LiveList.Row],
        of count: LiveCount,
        _ phrases: any Phrases
    ) -> LiveBody.Section? {
        if rows.isEmpty && count.comments == 0 { return nil }
        return LiveBody.Section(heading: phrases(heading), rows: rows, more: count.list)
    }
}
