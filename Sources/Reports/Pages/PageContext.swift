import Feedback

/// What every page of a report needs: the masked model, the language, and where pages stand.
struct PageContext {
    let model: ReportModel
    let phrases: any Phrases
    /// File name of each brand's page without its ending, in the order of the brands.
    let slugs: [String]
    /// The same of each flag's page, by the flag's id.
    let flagSlugs: [String: String]
    /// Path from the page to the folder of the report: empty or `../`.
    var prefix = ""

    init(model: ReportModel, phrases: any Phrases) {
        self.model = model
        self.phrases = phrases
        slugs = Slug.makeAll(model.brands.map(\.name))
        let flags = model.brands.flatMap { $0.flags + $0.improvements }.map(\.id)
        flagSlugs = Dictionary(zip(flags, Slug.makeAll(flags))) { first, _ in first }
    }

    /// The same for a page one folder down.
    var nested: PageContext {
        var context = self
        context.prefix = "../"
        return context
    }

    var head: ReportHead { model.head }

    func brandPath(_ index: Int) -> String { "\(prefix)brands/\(slugs[index]).html" }

    /// Path of the page of comments whose rating and words disagree; `nil` where none is quoted.
    var mismatchPath: String? {
        model.agreement.map { !$0.mismatches.isEmpty } == true ? "\(prefix)mismatches.html" : nil
    }

    /// Path of the page with the voices on a brand's facets; `nil` where none is quoted.
    func facetsPath(_ index: Int) -> String? {
        model.brands[index].facets.contains(where: \.hasQuotes) ? "\(prefix)facets/\(slugs[index]).html" : nil
    }

    func flagPath(_ id: String) -> String { "\(prefix)flags/\(flagSlugs[id] ?? Slug.make(id)).html" }

    /// Path of the page of a brand given by its canonical name, and its name in the report's language.
    func brand(named name: String) -> (path: String, name: String)? {
        guard let index = model.brands.firstIndex(where: { $0.name == name }) else { return nil }
        return (brandPath(index), phrases.name(of: model.brands[index]))
    }

    /// A table with as many rows as keep the page small, and how many more its CSV file has.
    func shortened(_ table: DataTable, to rows: Int) -> Markup {
        let rest = table.rows.count - rows
        guard rest > 0 else { return table.markup }
        let short = DataTable(caption: table.caption, columns: table.columns, rows: Array(table.rows.prefix(rows)))
        return short.markup + .element("p", [("class", "quiet")], Markup(phrases.moreRows(rest)))
    }

    /// A picture with its table, its CSV file and the command that makes it again.
    ///
    /// `rows`: of the table at most.
    func figure(
        id: String,
        title: String,
        text: String,
        table: DataTable,
        csv: String,
        command: String,
        rows: Int = 600,
        picture: (PictureSize) -> Markup
    ) -> View {
        [
            "figureID": .text(id),
            "figureTitle": .text(title),
            "figureText": .text(text),
            "pictures": .markup(PictureSize.allCases.map(picture).joined(separator: "\n")),
            "figureTable": .markup(shortened(table, to: rows)),
            "isLong": .flag(table.rows.count > 24),
            "csv": .text("\(prefix)csv/\(csv).csv"),
            "csvName": .text("\(csv).csv"),
            "figureCommand": .text(command),
        ]
    }

    /// A strength in a table cell: the value with its interval, or that there are too few voices.
    func cell(_ strength: Strength?) -> Markup {
        guard let strength else { return Markup(phrases(.notComputed)) }
        guard strength.range != nil else {
            return .element("span", [("class", "quiet")], Markup(phrases(.insufficient)))
        }
        return Markup(phrases.strength(strength))
    }

    func cell(_ difference: ValueRange?) -> Markup {
        guard let difference else { return .element("span", [("class", "quiet")], Markup("–")) }
        return Markup(phrases.difference(difference))
    }

    func count(_ value: Int) -> Markup { Markup(NumberText.count(value)) }

    func signed(_ value: Double?) -> Markup { Markup(value.map { NumberText.signed($0) } ?? "–") }

    func link(_ path: String, _ text: String) -> Markup { .element("a", [("href", path)], Markup(text)) }

    /// A word with a sign before it, so that the state shows without colour.
    func badge(_ verdict: Verdict) -> View {
        let sign =
            switch verdict.lead.state {
            case .equal: "＝"
            case .different: "≠"
            case .undecided: "？"
            case .insufficient: "…"
            }
        return [
            "badgeKind": .text(verdict.lead.state.rawValue), "badgeSign": .text(sign),
            "badgeText": .text(phrases.state(of: verdict.lead)),
        ]
    }
}
