import Feedback

/// The page of one flag: what moved, how sure that is, what to do next, and the voices on both sides.
struct FlagPage {
    let context: PageContext
    let brand: BrandReport
    let flag: ChangeFlag
    /// Path of the brand's page, and of the page with the voices on its facets where there is one.
    let brandPath: String
    let facetsPath: String?

    private var phrases: any Phrases { context.phrases }
    private var name: String { phrases.name(of: brand) }
    private var facts: FlagFacts { FlagFacts(context: context, flag: flag) }

    var title: String { phrases.flagHeadline(flag, brand: name) }

    var fields: [String: View] {
        let rises = flag.difference.value > 0
        var budget = QuoteBudget(context: context)
        let paths = casePaths
        let after = side(.voicesAfter, flag.exemplars, of: flag.exemplarVoices, paths, &budget)
        let before = side(.voicesBefore, flag.contrasts, of: flag.contrastVoices, paths, &budget)
        return [
            "flagKind": .text(rises ? "rise" : "fall"),
            "flagSign": .text(rises ? "▲" : "▼"),
            "flagHeadline": .text(title),
            "flagState": .text(phrases.state(flag.state)),
            "brandPath": .text(brandPath),
            "brandName": .text(name),
            "flagStory": .text(phrases.flagStory(flag)),
            "sentences": .list(
                [phrases.flagTiming(flag), phrases.flagSureness(flag), flag.plain.map { phrases.plainChange($0) }]
                    .compactMap { $0 }.map { ["sentence": .text($0)] }
            ),
            "changeFigure": .optional(figure),
            "marks": .optional(marksTable),
            "steps": .list(
                FlagSteps(context: context, brand: brand, flag: flag, facetsPath: facetsPath).list.map {
                    ["nextStep": .markup($0)]
                }
            ),
            "commands": .list(commands.map { ["command": .text($0)] }),
            "sameTime": .optional(FlagEvents(brand: brand, phrases: phrases).view(flag)),
            "facetMovers": .optional(
                facts.movers(flag.facets, word: .movedFacets) { phrases.facet(named: $0) }
            ),
            "channelMovers": .optional(facts.movers(flag.channels, word: .movedChannels) { phrases.channel($0) }),
            "hasMovers": .flag(!flag.facets.isEmpty || !flag.channels.isEmpty),
            "releases": .list(flag.releases.map(release)),
            "sides": .list([after, before].compactMap { $0 }),
            "hasCases": .flag(!flag.cases.isEmpty),
            "cases": .list(flag.cases.map { CaseView(context: context, casePaths: paths).view($0) }),
            "facts": .list(facts.list),
        ]
    }

    private func release(_ release: Release) -> View {
        let tables = VersionTables(phrases: phrases) { context.count($0.strength.voices) }
        let product = release.product.map { phrases.colon + $0 } ?? ""
        return [
            "releaseHeading": .text(phrases(.releasesHeading) + product),
            "releaseStory": .text(phrases.releaseStory(release)),
            "releaseTable": .markup(tables.around(release.versions).markup),
        ]
    }

    /// Timelines on the page itself before those of the brand's page.
    private var casePaths: [String: String] {
        CasePaths.of(brand.cases, page: brandPath)
            .merging(CasePaths.of(flag.cases, page: "")) { _, own in own }
    }

    private var commands: [String] { [flag.command, phrases.acknowledgeCommand(flag.id)] }

    /// The voices of one side in the order of time.
    private func side(
        _ heading: Word,
        _ quotes: [Verbatim],
        of voices: Int,
        _ paths: [String: String],
        _ budget: inout QuoteBudget
    ) -> View? {
        guard !quotes.isEmpty else { return nil }
        let dated = quotes.enumerated().sorted { left, right in
            (left.element.date ?? "9", left.offset) < (right.element.date ?? "9", right.offset)
        }
        let views = budget.take(dated.map(\.element), casePaths: paths)
        return [
            "sideHeading": .text(phrases(heading)),
            "sideNote": .text(phrases.shownVoices(views.count, of: max(voices, quotes.count))),
            "quotes": .list(views),
        ]
    }

    private var marks: BrandMarks { BrandMarks(brand: brand, phrases: phrases) }
    private var periods: [String] { flag.series.map(\.period) }

    private var figure: View? {
        guard flag.series.contains(where: { $0.strength.range != nil }) else { return nil }
        let picture = ChangePicture(
            brand: name,
            flag: flag,
            marks: BrandMarks.on(periods, marks.all(beside: flag)),
            phrases: phrases
        )
        return context.figure(
            id: "change",
            title: phrases.changeTitle(flag),
            text: picture.description,
            table: table,
            csv: "flag-series",
            command: flag.command
        ) { picture.markup(id: "change-\($0.rawValue)", size: $0) }
    }

    /// What the numbers on the chart stand for, where there are others than the change itself.
    private var marksTable: View? {
        let shown = BrandMarks.on(periods, marks.all(beside: flag))
        guard figure != nil, shown.count > 1 else { return nil }
        return ["marksTable": .markup(marks.table(shown, over: periods).markup)]
    }

    private var table: DataTable {
        DataTable(
            caption: phrases.measure(flag.measure, facet: flag.facet),
            columns: [.short(phrases(.period)), .number(phrases(.strength)), .number("n")],
            rows: flag.series.map { point in
                [
                    Markup(phrases.period(point.period)), context.cell(point.strength),
                    context.count(point.strength.voices),
                ]
            }
        )
    }
}
