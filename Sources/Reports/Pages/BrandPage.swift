import Feedback

/// One brand: verdict, pictures, changes, what the strengths are made of, and the voices themselves.
struct BrandPage {
    let context: PageContext
    let brand: BrandReport

    private var phrases: any Phrases { context.phrases }
    private var name: String { phrases.name(of: brand) }

    var fields: [String: View] {
        let head = context.head
        let paths = CasePaths.of(brand, page: "")
        let flags = FlagView(context: context, brand: brand, casePaths: paths)
        let tables = BrandTables(context: context, brand: brand)
        let quotes = VerbatimView(context: context)
        let sentences = phrases.sentences(of: brand, minimumVoices: head.minimumVoices)
        return [
            "name": .text(name),
            "isSynthetic": .flag(brand.isSynthetic),
            "badge": context.badge(brand.verdict),
            "sentence": .text(sentences.first),
            "further": .list(sentences.dropFirst().map { ["sentence": .text($0)] }),
            "keyNumbers": .list(keyNumbers),
            "tooLittle": .text(brand.insufficient.map { phrases.tooLittle($0, brand: name) }),
            "timeFigure": .optional(timeFigure),
            "marks": .optional(marksTable),
            "pathFigure": .optional(pathFigure),
            "contents": .list(contents),
            "hasFlags": .flag(!brand.flags.isEmpty),
            "flags": .list(brand.flags.map(flags.view)),
            "hasRises": .flag(!brand.improvements.isEmpty),
            "rises": .list(brand.improvements.map(flags.view)),
            "hasSigns": .flag(!brand.earlySigns.isEmpty),
            "signs": .list(brand.earlySigns.map(flags.view)),
            "facetFigure": .optional(facetFigure),
            "signals": .optional(tables.signals),
            "drivers": .optional(tables.drivers),
            "handling": .optional(tables.handling),
            "recovery": .optional(tables.recovery),
            "paradox": .text(brand.recovery?.paradox.map(phrases.paradox)),
            "surveys": .optional(tables.surveys),
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
    private var contents: [View] {
        let verdict = brand.verdict
        let basis = brand.basis.supportFromFacets + brand.basis.supportFromHandlingClauses + brand.basis.supportUnknown
        let sections: [(id: String, Word, isThere: Bool)] = [
            ("over-time", .timeTitle, timeFigure != nil), ("path-section", .pathTitle, pathFigure != nil),
            ("falls", .flagsHeading, !brand.flags.isEmpty), ("signs", .earlySignsHeading, !brand.earlySigns.isEmpty),
            ("rises", .improvementsHeading, !brand.improvements.isEmpty),
            ("sides", .facetsHeading, !brand.facets.isEmpty), ("signals", .signalsHeading, !brand.signals.isEmpty),
            ("drivers", .driversHeading, !brand.drivers.isEmpty),
            ("handling", .handlingHeading, !brand.handling.isEmpty),
            ("recovery", .recoveryHeading, brand.recovery != nil),
            ("surveys", .surveysHeading, !brand.surveys.isEmpty),
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
            marks: marks,
            phrases: phrases
        )
        return context.figure(
            id: "time",
            title: move,
            text: picture.description,
            table: BrandTables(context: context, brand: brand).series(points, caption: phrases(.timeTitle)),
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
            table: BrandTables(context: context, brand: brand).compared,
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
            table: BrandTables(context: context, brand: brand).facets,
            csv: "facets",
            command: brand.command
        ) { picture.markup(id: "facets-\($0.rawValue)", size: $0) }
    }

    /// The facet with the most mentions of a kind, the first among equals; `nil` where there are none.
    private func most(_ mentions: (FacetRow) -> Int) -> String? {
        guard let count = brand.facets.map(mentions).max(), count > 0 else { return nil }
        return brand.facets.first { mentions($0) == count }?.facet
    }

    /// Events, changes and early signs that have a place on the axis, in the order of time.
    private var marks: [TimeMark] { allMarks.filter(isOnTheAxis) }

    /// What happened before the first voice or after the last one, such as new word lists for old comments.
    private var marksBesideTheAxis: [TimeMark] { allMarks.filter { !isOnTheAxis($0) } }

    private func isOnTheAxis(_ mark: TimeMark) -> Bool {
        let spans = shownSeries.points.compactMap { PeriodSpan($0.period) }
        guard let first = spans.min(), let last = spans.max() else { return false }
        return mark.span.middle >= first.start && mark.span.middle <= last.end
    }

    private var allMarks: [TimeMark] {
        let events = brand.events.map { mark(.event, $0.period, phrases.event($0)) }
        let falls = brand.flags.map { change(.fall, $0) }
        let rises = brand.improvements.map { change(.rise, $0) }
        let signs = brand.earlySigns.map { mark(.sign, $0.period, phrases.earlySign($0, brand: name)) }
        return (events + falls + rises + signs).compactMap { $0 }.enumerated()
            .sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
            .map(\.element)
    }

    private func mark(_ kind: TimeMark.Kind, _ period: String, _ text: String) -> TimeMark? {
        PeriodSpan(period).map {
            TimeMark(kind: kind, span: $0, uncertainty: nil, period: period, text: text, label: nil)
        }
    }

    private func change(_ kind: TimeMark.Kind, _ flag: ChangeFlag) -> TimeMark? {
        guard let span = PeriodSpan(flag.firstPeriod) else { return nil }
        let low = flag.firstPeriodLow.flatMap { PeriodSpan($0) }
        let high = flag.firstPeriodHigh.flatMap { PeriodSpan($0) }
        let uncertainty: (PeriodSpan, PeriodSpan)? = if let low, let high, low <= high { (low, high) } else { nil }
        let text = phrases.flagHeadline(flag, brand: name)
        return TimeMark(
            kind: kind,
            span: span,
            uncertainty: uncertainty,
            period: flag.firstPeriod,
            text: text,
            label: NumberText.signed(flag.difference.value)
        )
    }

    private var marksTable: View? {
        guard timeFigure != nil, !allMarks.isEmpty else { return nil }
        let signs: [TimeMark.Kind: String] = [.event: "●", .fall: "▼", .rise: "▲", .sign: "■"]
        let table = DataTable(
            caption: phrases(.eventsHeading),
            columns: [.short("#"), .short(phrases(.period)), .text(phrases(.event))],
            rows: marks.enumerated().map { index, mark in
                [
                    Markup("\(signs[mark.kind] ?? "") \(index + 1)"), Markup(phrases.period(mark.period)),
                    Markup(mark.text),
                ]
            } + marksBesideTheAxis.map { [Markup("–"), Markup(phrases.period($0.period)), Markup($0.text)] }
        )
        return ["marksTable": .markup(table.markup)]
    }
}
