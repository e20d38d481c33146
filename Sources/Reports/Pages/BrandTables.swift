import Feedback

/// The tables of a brand's page; each is absent when there is nothing to show.
struct BrandTables {
    private static let shownVersions = 20

    let context: PageContext
    let brand: BrandReport
    /// Path of the page with the voices on the brand's facets; `nil` where none is quoted.
    var facetsPath: String?

    private var phrases: any Phrases { context.phrases }

    func series(_ points: [SeriesPoint], caption: String) -> DataTable {
        let hasAdjusted = points.contains { $0.adjustedSupport != nil }
        var columns: [DataTable.Column] = [
            .short(phrases(.period)), .number(phrases(.supportStrength)), .number("n"),
            .number(phrases(.brandStrength)), .number("n"),
        ]
        if hasAdjusted { columns.append(.number(phrases(.adjustedSupport))) }
        return DataTable(
            caption: caption,
            columns: columns,
            rows: points.map { point in
                var row = [
                    Markup(point.period), context.cell(point.support), context.count(point.support.voices),
                    context.cell(point.brand), context.count(point.brand.voices),
                ]
                if hasAdjusted { row.append(Markup(point.adjustedSupport.map(NumberText.tenths) ?? "–")) }
                return row
            }
        )
    }

    /// The years over the voices that have both, as the path shows them.
    var compared: DataTable {
        DataTable(
            caption: phrases(.yearlyTable),
            columns: [
                .short(phrases(.period)), .number(phrases(.supportStrength)), .number(phrases(.brandStrength)),
                .number(phrases(.differenceLong)), .number(phrases(.comparedVoices)),
            ],
            rows: brand.yearly.map { point in
                guard let compared = point.compared else {
                    let none = context.cell(Strength(voices: 0))
                    return [Markup(point.period), none, none, none, Markup("–")]
                }
                return [
                    Markup(point.period), Markup(phrases.range(compared.support, decimals: 1)),
                    Markup(phrases.range(compared.brand, decimals: 1)), context.cell(compared.difference),
                    context.count(compared.voices),
                ]
            }
        )
    }

    var facets: DataTable {
        let rows = brand.facets.map { row in
            [
                facetName(row), context.cell(row.strength),
                context.count(row.strength.voices), context.count(row.positive), context.count(row.negative),
                context.count(row.bare),
                Markup(row.weight.map { NumberText.fixed(100 * $0, decimals: 1) + "%" } ?? "–"),
            ]
        }
        let mean = brand.weightedFacets.map { mean in
            let name = phrases(mean.isGiven ? .weightedByUser : .weightedByMentions)
            return [
                Markup(name), context.cell(mean.range), context.count(mean.mentions), Markup("–"), Markup("–"),
                Markup("–"), Markup("100%"),
            ]
        }
        return DataTable(
            caption: phrases.facetsTitle,
            columns: [
                .text(phrases(.facet)), .number(phrases(.strength)), .number("n"), .number(phrases(.praise)),
                .number(phrases(.blame)), .number(phrases(.bareMentions)), .number(phrases(.weight)),
            ],
            rows: rows + [mean].compactMap { $0 }
        )
    }

    /// The name of a facet, linked to its voices where some are quoted.
    private func facetName(_ row: FacetRow) -> Markup {
        let name = phrases.facet(named: row.facet)
        guard let facetsPath, row.hasQuotes else { return Markup(name) }
        return context.link("\(facetsPath)#\(PageAnchor.facet(row.facet))", name)
    }

    var signals: View? {
        table(
            brand.signals,
            .signalsHeading,
            "signals",
            [.text(phrases(.signal)), .text(phrases(.direction)), .number(phrases(.voices))]
        ) { row in
            let tone = Tone(signal: row.signal)
            let direction = phrases(tone == .against ? .againstLoyalty : .forLoyalty)
            return [
                Markup(phrases.signal(named: row.signal)), Markup("\(tone.sign) \(direction)"),
                context.count(row.voices),
            ]
        }
    }

    var drivers: View? {
        table(
            brand.drivers,
            .driversHeading,
            "drivers",
            [
                .text(phrases(.facet)), .number(phrases(.difference)), .number(phrases(.adjustedQ)),
                .number(phrases(.voices)),
            ]
        ) { row in
            [
                Markup(phrases.facet(named: row.facet)), context.cell(row.points),
                Markup(row.q.map(NumberText.probability) ?? "–"), context.count(row.voices),
            ]
        }
    }

    var handling: View? {
        table(
            brand.handling,
            .handlingHeading,
            "handling",
            [
                .text(phrases(.measure)), .text(phrases(.clock)), .number(phrases(.median)),
                .number(phrases.intervalName(percent: context.head.confidencePercent)), .number(phrases(.cases)),
            ]
        ) { cells($0) }
    }

    /// A handling time: measure, clock, median, its interval, cases.
    func cells(_ row: HandlingTime) -> [Markup] {
        let median = row.medianMinutes.map { phrases.duration(minutes: $0.value) } ?? phrases(.insufficient)
        let interval = row.medianMinutes.map {
            phrases.between(phrases.duration(minutes: $0.low), phrases.duration(minutes: $0.high))
        }
        return [
            Markup(phrases.handling(row.measure)), Markup(phrases.clock(row.clock)), Markup(median),
            Markup(interval ?? "–"), context.count(row.cases),
        ]
    }

    var surveys: View? {
        table(
            brand.surveys,
            .surveysHeading,
            "surveys",
            [
                .text(phrases(.measure)), .short(phrases(.period)), .number(phrases(.value)),
                .number(phrases(.standardError)), .number(phrases(.answers)),
            ]
        ) { row in
            let value = row.value.map { phrases.range($0, decimals: 1) } ?? phrases(.insufficient)
            return [
                Markup(phrases.survey(row.kind)), Markup(row.period ?? phrases(.allTime)), Markup(value),
                Markup(row.standardError.map { NumberText.fixed($0, decimals: 2) } ?? "–"), context.count(row.answers),
            ]
        }
    }

    var recovery: View? {
        guard let recovery = brand.recovery else { return nil }
        let insufficient = phrases(.insufficient)
        let share = recovery.sharePercent.map { phrases.range($0, decimals: 1) } ?? insufficient
        let change = recovery.change.map { phrases.difference($0) } ?? insufficient
        let rows: [(Word, Markup, Int)] = [
            (.recoveryShare, Markup(share), recovery.cases),
            (.recoveryChange, Markup(change), recovery.cases),
            (.brandOfRecovered, context.cell(recovery.withRecovery), recovery.withRecovery?.voices ?? 0),
            (.brandOfOthers, context.cell(recovery.withoutIncident), recovery.withoutIncident?.voices ?? 0),
        ]
        return table(
            rows,
            .recoveryHeading,
            "recovery",
            [.text(phrases(.measure)), .number(phrases(.value)), .number("n")]
        ) {
            row in
            [Markup(phrases(row.0)), row.1, context.count(row.2)]
        }
    }

    /// The newest versions; the CSV file has all of them.
    var versions: View? {
        guard !brand.versions.isEmpty else { return nil }
        let table = VersionTables(phrases: phrases) { context.count($0.strength.voices) }.brand(brand.versions)
        return [
            "table": .markup(context.shortened(table, to: Self.shownVersions)),
            "csv": .text("\(context.prefix)csv/versions.csv"), "csvName": .text("versions.csv"),
        ]
    }

    var yearOverYear: View? {
        table(
            brand.yearOverYear,
            .yearOverYearHeading,
            "year-over-year",
            [
                .short(phrases(.period)), .short(phrases(.measure)), .number(phrases(.before)),
                .number(phrases(.after)),
                .number(phrases(.difference)), .number(phrases(.withinPart)), .number(phrases(.mixPart)),
                .short(phrases(.season)),
            ]
        ) { row in
            [
                Markup("\(phrases.period(row.from)) → \(phrases.period(row.to))"),
                Markup(phrases.measure(row.measure, facet: nil)),
                context.cell(row.before), context.cell(row.after), context.cell(row.difference),
                context.signed(row.within), context.signed(row.mix), Markup(row.season.map(phrases.season) ?? "–"),
            ]
        }
    }

    var details: View? {
        guard let detail = brand.verdict.detail else { return nil }
        let whole = brand.verdict.whole
        let limits = detail.blandAltmanBias.map { bias in
            guard let low = detail.blandAltmanLow, let high = detail.blandAltmanHigh else {
                return NumberText.signed(bias)
            }
            return phrases.difference(ValueRange(value: bias, low: low, high: high))
        }
        let rows: [(Word, String?)] = [
            (.comparedVoices, NumberText.count(whole.voices)),
            (.monthsTested, whole.testedMonths > 0 ? NumberText.count(whole.testedMonths) : phrases(.byCustomer)),
            (.equalityInterval, whole.equality.map(phrases.difference)),
            (.tostP, detail.tostP.map(NumberText.probability)),
            (.differenceP, detail.differenceP.map(NumberText.probability)),
            (.blandAltman, limits),
            (.demingSlope, detail.demingSlope.map { NumberText.slope($0, phrases: phrases) }),
            (.demingIntercept, detail.demingIntercept.map { NumberText.slope($0, phrases: phrases) }),
            (.theilSen, detail.theilSenSlope.map { NumberText.fixed($0, decimals: 2) }),
            (.leadMonths, detail.leadMonths.map { NumberText.signed(Double($0), decimals: 0) }),
        ]
        return table(rows, .detailHeading, "comparisons", [.text(phrases(.method)), .number(phrases(.value))]) { row in
            [Markup(phrases(row.0)), Markup(row.1 ?? phrases(.notComputed))]
        }
    }

    var basis: View? {
        let basis = brand.basis
        let support = [basis.supportFromFacets, basis.supportFromHandlingClauses, basis.supportUnknown]
        let loyalty = [basis.brandFromSignals, basis.brandFromRatings, basis.brandFromValence, basis.brandUnknown]
        let sums = (support.reduce(0, +), loyalty.reduce(0, +))
        guard sums.0 + sums.1 > 0 else { return nil }
        let words: [Word] = [
            .basisSupportFacets, .basisSupportClauses, .basisSupportUnknown, .basisBrandSignals, .basisBrandRatings,
            .basisBrandValence, .basisBrandUnknown,
        ]
        let rows = zip(words, support.map { ($0, sums.0) } + loyalty.map { ($0, sums.1) }).map { ($0, $1.0, $1.1) }
        return table(
            rows,
            .basisHeading,
            "basis",
            [.text(phrases(.basis)), .number(phrases(.voices)), .number(phrases(.share))]
        ) {
            [Markup(phrases($0.0)), context.count($0.1), Markup(NumberText.percent($0.1, of: $0.2))]
        }
    }

    private func table<Row>(
        _ rows: [Row],
        _ caption: Word,
        _ csv: String,
        _ columns: [DataTable.Column],
        _ cells: (Row) -> [Markup]
    ) -> View? {
        guard !rows.isEmpty else { return nil }
        let table = DataTable(caption: phrases(caption), columns: columns, rows: rows.map(cells))
        return [
            "table": .markup(table.markup), "csv": .text("\(context.prefix)csv/\(csv).csv"),
            "csvName": .text("\(csv).csv"),
        ]
    }
}
