import Feedback

/// One brand: verdict, pictures, changes, what the strengths are made of, and the voices themselves.
struct BrandPage {
    let context: PageContext
    let brand: BrandReport
    /// Path of the page with the voices on the brand's facets; `nil` where none is quoted.
    let facetsPath: String?

    private var phrases: any Phrases { context.phrases }
    private var name: String { phrases.name(of: brand) }
    private var tables: BrandTables { BrandTables(context: context, brand: brand, facetsPath: facetsPath) }
    private var marks: BrandMarks { BrandMarks(brand: brand, phrases: phrases) }

    var fields: [String: View] {
        let head = context.head
        let paths = CasePaths.of(brand.cases, page: "")
        let flags = FlagView(context: context, brand: brand)
        let signs = SignView(context: context, brand: brand, casePaths: paths)
        let tables = tables
        let quotes = VerbatimView(context: context)
        let sentences = phrases.sentences(of: brand, minimumVoices: head.minimumVoices)
        let (time, path) = (timeFigure, pathFigure)
        return [
            "name": .text(name),
            "isSynthetic": .flag(brand.isSynthetic),
            "badge": context.badge(brand.verdict),
            "sentence": .text(sentences.first),
            "further": .list(sentences.dropFirst().map { ["sentence": .text($0)] }),
            "keyNumbers": .list(keyNumbers),
            "tooLittle": .text(brand.insufficient.map { phrases.tooLittle($0, brand: name) }),
            "timeFigure": .optional(time),
            "marks": .optional(time == nil ? nil : marksTable),
            "pathFigure": .optional(path),
            "contents": .list(contents(hasTime: time != nil, hasPath: path != nil)),
            "hasFlags": .flag(!brand.flags.isEmpty),
            "flags": .list(brand.flags.map(flags.view)),
            "hasRises": .flag(!brand.improvements.isEmpty),
            "rises": .list(brand.improvements.map(flags.view)),
            "hasSigns": .flag(!brand.earlySigns.isEmpty),
            "signs": .list(brand.earlySigns.map(signs.view)),
            "facetFigure": .optional(facetFigure),
            "facetsPath": .text(facetsPath),
            "facetYears": .optional(FacetYears(context: context, brand: brand).view),
            "calendar": .optional(VoiceCalendar(context: context, brand: brand).view),
            "signals": .optional(tables.signals),
            "drivers": .optional(tables.drivers),
            "handling": .optional(tables.handling),
            "handlingYears": .optional(HandlingYears(context: context, brand: brand).view),
            "recovery": .optional(tables.recovery),
            "paradox": .text(brand.recovery?.paradox.map(phrases.paradox)),
            "surveys": .optional(tables.surveys),
            "versions": .optional(tables.versions),
            "yearOverYear": .optional(tables.yearOverYear),
            "details": .optional(tables.details),
            "basis": .optional(tables.basis),
            "hasQuotes": .flag(!brand.verbatims.isEmpty),
            "quotes": .list(brand.verbatims.map { quotes.view($0, casePaths: paths) }),
            "hasCases": .flag(!brand.cases.isEmpty),
            "cases": .list(brand.cases.map { CaseView(context: context, casePaths: paths).view($0) }),
            "measureCommand": .text(brand.command),
        ]
    }

    /// The sections that this page has, in their order, for the links at its head.
    private func contents(hasTime: Bool, hasPath: Bool) -> [View] {
        let verdict = brand.verdict
        let basis = brand.basis.supportFromFacets + brand.basis.supportFromHandlingClauses + brand.basis.supportUnknown
        let sections: [(id: String, Word, isThere: Bool)] = [
            ("over-time", .timeTitle, hasTime), ("path-section", .pathTitle, hasPath),
            ("falls", .flagsHeading, !brand.flags.isEmpty), ("signs", .earlySignsHeading, !brand.earlySigns.isEmpty),
            ("rises", .improvementsHeading, !brand.improvements.isEmpty),
            ("sides", .facetsHeading, !brand.facets.isEmpty),
            ("calendar", .calendarHeading, brand.calendar.count > 1),
            ("signals", .signalsHeading, !brand.signals.isEmpty),
            ("drivers", .driversHeading, !brand.drivers.isEmpty),
            ("handling", .handlingHeading, !brand.handling.isEmpty),
            ("recovery", .recoveryHeading, brand.recovery != nil),
            ("surveys", .surveysHeading, !brand.surveys.isEmpty),
            ("versions", .versionsHeading, !brand.versions.isEmpty),
            ("year-over-year", .yearOverYearHeading, !brand.yearOverYear.isEmpty),
            ("voices", .verbatimsHeading, !brand.verbatims.isEmpty), ("cases", .caseHeading, !brand.cases.isEmpty),
            ("comparisons", .detailHeading, verdict.detail != nil), ("basis", .basisHeading, basis > 0),
        ]
        return sections.filter(\.isThere).map { ["target": .text("#" + $0.id), "section": .text(phrases($0.1))] }
    }

    private var keyNumbers: [View] {
        let lead = brand.verdict.lead
        let span = phrases.span(lead.firstMonth, lead.lastMonth)
        return [
            number(.supportStrength, lead.support, look: "support"),
            number(.brandStrength, lead.brand, look: "brand"),
            [
                "numberName": .text(phrases(.differenceLong)), "look": .text("difference"),
                "number": .text(lead.difference.map { NumberText.signed($0.value) } ?? "–"),
                "numberDetail": .text(
                    lead.difference.map { interval($0, isSigned: true) } ?? phrases(.insufficient)
                ),
                "numberCount": .text(span.isEmpty ? phrases.sampleSize(lead.voices) : span),
            ],
        ]
    }

    private func number(_ word: Word, _ strength: Strength, look: String) -> View {
        [
            "numberName": .text(phrases(word)), "look": .text(look),
            "number": .text(strength.range.map { NumberText.tenths($0.value) } ?? "–"),
            "numberDetail": .text(
                strength.range.map { interval($0, isSigned: false) }
                    ?? phrases.insufficient(voices: strength.voices, minimum: context.head.minimumVoices)
            ),
            "numberCount": .text(phrases.sampleSize(strength.voices)),
        ]
    }

    private func interval(_ range: ValueRange, isSigned: Bool) -> String {
        let name = phrases.intervalName(percent: context.head.confidencePercent)
        return "\(name)\(phrases.colon)\(phrases.ends(range, isSigned: isSigned))"
    }

    /// The monthly series where most months have values, otherwise the yearly one.
    private var shownSeries: (points: [SeriesPoint], csv: String) {
        let filled = brand.monthly.filter { $0.support.range != nil && $0.brand.range != nil }.count
        let isDense = filled >= 18 && filled * 2 >= brand.monthly.count
        return isDense ? (brand.monthly, "monthly") : (brand.yearly, "yearly")
    }

    private var timeFigure: View? {
        let (points, csv) = shownSeries
        guard points.contains(where: { $0.support.range != nil || $0.brand.range != nil }) else { return nil }
        let isMonthly = csv == "monthly"
        let picture = TimePicture(
            brand: name,
            series: isMonthly ? QuarterlySeries.of(points) : points,
            months: isMonthly ? points : [],
            marks: marks.on(points.map(\.period)),
            phrases: phrases
        )
        return context.figure(
            id: "time",
            title: move,
            text: picture.description,
            table: tables.series(points, caption: phrases(.timeTitle)),
            csv: csv,
            command: brand.command
        ) { picture.markup(id: "time-\($0.rawValue)", size: $0) }
    }

    /// What both strengths did over the years, in one sentence.
    private var move: String { SeriesMove(brand.yearly).map(phrases.moveTitle) ?? phrases(.timeTitle) }

    private var pathFigure: View? {
        let stops: [PathPicture.Stop] = brand.yearly.compactMap { point in
            point.compared.map { PathPicture.Stop(period: point.period, support: $0.support, brand: $0.brand) }
        }
        guard !stops.isEmpty else { return nil }
        let picture = PathPicture(brand: name, stops: stops, margin: brand.verdict.margin, phrases: phrases)
        return context.figure(
            id: "path",
            title: comparedMove,
            text: picture.description,
            table: tables.compared,
            csv: "yearly",
            command: brand.command
        ) { picture.markup(id: "path-\($0.rawValue)", size: $0) }
    }

    /// The same over the voices that have both strengths.
    private var comparedMove: String {
        let points = brand.yearly.compactMap { point in
            point.compared.map { compared in
                SeriesPoint(
                    period: point.period,
                    support: Strength(voices: compared.voices, range: compared.support),
                    brand: Strength(voices: compared.voices, range: compared.brand)
                )
            }
        }
        return SeriesMove(points).map(phrases.moveTitle) ?? phrases(.pathTitle)
    }

    private var facetFigure: View? {
        guard !brand.facets.isEmpty else { return nil }
        let picture = FacetPicture(brand: name, facets: brand.facets, phrases: phrases)
        return context.figure(
            id: "facets",
            title: phrases.facetsTitle(
                blamed: most(\.negative).map { phrases.facet(named: $0) },
                praised: most(\.positive).map { phrases.facet(named: $0) }
            ),
            text: picture.description,
            table: tables.facets,
            csv: "facets",
            command: brand.command
        ) { picture.markup(id: "facets-\($0.rawValue)", size: $0) }
    }

    /// The facet with the most mentions of a kind, the first among equals; `nil` where there are none.
    private func most(_ mentions: (FacetRow) -> Int) -> String? {
        guard let count = brand.facets.map(mentions).max(), count > 0 else { return nil }
        return brand.facets.first { mentions($0) == count }?.facet
    }

    private var marksTable: View? {
        let all = marks.all
        guard !all.isEmpty else { return nil }
        let table = marks.table(all, over: shownSeries.points.map(\.period))
        return ["marksTable": .markup(table.markup)]
    }
}
