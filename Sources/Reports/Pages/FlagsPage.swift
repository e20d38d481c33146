/// All changes: falls, rises, early signs, what is too little to tell, and the explained ones.
struct FlagsPage {
    let context: PageContext

    private var phrases: any Phrases { context.phrases }
    private var brands: [BrandReport] { context.model.brands }

    var fields: [String: View] {
        let found = FoundChanges(brands)
        return [
            "changesFound": .text(phrases.flagsFound(found)),
            "hasFlags": .flag(found.falls > 0),
            "hasRises": .flag(found.rises > 0),
            "hasSigns": .flag(found.signs > 0),
            "flags": .list(brands.flatMap { $0.flags.map(FlagView(context: context, brand: $0).view) }),
            "rises": .list(brands.flatMap { $0.improvements.map(FlagView(context: context, brand: $0).view) }),
            "signs": .list(signs),
            "tooLittle": .list(tooLittle),
            "hasTooLittle": .flag(!tooLittle.isEmpty),
            "explained": .optional(explained),
            "superseded": .optional(superseded),
        ]
    }

    private var signs: [View] {
        brands.enumerated().flatMap { index, brand in
            let paths = CasePaths.of(brand.cases, page: context.brandPath(index))
            return brand.earlySigns.map(SignView(context: context, brand: brand, casePaths: paths).view)
        }
    }

    private var tooLittle: [View] {
        brands.compactMap { brand in
            brand.insufficient.map { note in
                ["sentence": .text(phrases.tooLittle(note, brand: phrases.name(of: brand)))]
            }
        }
    }

    private var superseded: View? {
        guard !context.model.superseded.isEmpty else { return nil }
        let table = DataTable(
            caption: phrases(.supersededHeading),
            columns: [
                .text(phrases(.brand)), .text(phrases(.measure)), .short(phrases(.firstPeriod)),
                .number(phrases(.difference)), .text(phrases(.firstReported)), .text(phrases(.flagID)),
            ],
            rows: context.model.superseded.map { flag in
                let name = context.brand(named: flag.brand).map { context.link($0.path, $0.name) }
                return [
                    name ?? Markup(flag.brand), Markup(phrases.measure(flag.measure, facet: flag.facet)),
                    Markup(phrases.period(flag.firstPeriod)), context.signed(flag.difference),
                    Markup(phrases.instant(flag.firstReported)), Markup(flag.id),
                ]
            }
        )
        return ["table": .markup(table.markup), "csv": .text("csv/superseded.csv"), "csvName": .text("superseded.csv")]
    }

    private var explained: View? {
        let changes = context.model.explained
        guard !changes.isEmpty else { return nil }
        let table = DataTable(
            caption: phrases(.explainedHeading),
            columns: [
                .text(phrases(.brand)), .text(phrases(.measure)), .text(phrases(.period)), .text(phrases(.reason)),
                .number(phrases(.rawDifference)), .number(phrases(.remaining)), .number(phrases(.voices)),
            ],
            rows: changes.map { change in
                let name = context.brand(named: change.brand).map { context.link($0.path, $0.name) }
                let season = change.season.map { " – " + phrases.season($0) } ?? ""
                return [
                    name ?? Markup(change.brand), Markup(phrases.measure(change.measure, facet: change.facet)),
                    Markup(phrases.span(change.from, change.to)), Markup(phrases.explanation(change.reason) + season),
                    context.signed(change.rawDifference), context.cell(change.remaining), context.count(change.voices),
                ]
            }
        )
        return ["table": .markup(table.markup), "csv": .text("csv/explained.csv"), "csvName": .text("explained.csv")]
    }
}

/// Where the timelines of cases stand.
enum CasePaths {
    static func of(_ cases: [CaseTimeline], page: String) -> [String: String] {
        Dictionary(cases.map { ($0.caseID, "\(page)#\(PageAnchor.timeline($0.caseID))") }) { first, _ in first }
    }
}
