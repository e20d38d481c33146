import Feedback

/// The overview: what needs attention, then every verdict in a sentence, then the numbers and the pictures.
struct IndexPage {
    let context: PageContext

    private var model: ReportModel { context.model }
    private var phrases: any Phrases { context.phrases }

    var fields: [String: View] {
        var fields = words
        let taken = fields.values.reduce(Self.bytesAround + Self.bytesOfALink * model.brands.count) {
            $0 + $1.byteCount
        }
        fields["multiples"] = .optional(multiples(in: Self.bytesOfThePage - taken))
        return fields
    }

    /// Everything but the small pictures of the years.
    private var words: [String: View] {
        let head = context.head
        return [
            "notice": .text(head.notice),
            "overall": .text(phrases.overall(VerdictCounts(model.brands), margin: head.margin)),
            "leftOut": .list(model.leftOut.map { ["sentence": .text(phrases.leftOut($0))] }),
            "changesFound": .text(phrases.flagsFound(FoundChanges(model.brands))),
            "blind": .text(blind),
            "ledger": .text(
                [phrases.ledger(read: model.coverage.totalRead, lost: model.coverage.totalLost), silent]
                    .compactMap(\.self).joined(separator: phrases.sentenceGap)
            ),
            "gaps": .list(CoverageGaps(model.coverage, phrases: phrases).sentences.map { ["sentence": .text($0)] }),
            "mismatchCount": .text(mismatches),
            "mismatchPath": .text(context.mismatchPath),
            "verdicts": .list(order.shown.prefix(Self.told).map(verdict)),
            "furtherVerdicts": .text(
                order.shown.count > Self.told ? phrases.brandsBelow(order.shown.count - Self.told) : nil
            ),
            "folded": .optional(folded),
            "numbers": .markup(context.shortened(numbers, to: Self.rows)),
            "differenceFigure": .optional(difference),
            "scatterFigure": .optional(scatter),
            "headlines": .list(Array(headlines.prefix(Self.told))),
            "furtherHeadlines": .text(
                headlines.count > Self.told ? phrases.changesBelow(headlines.count - Self.told) : nil
            ),
            "moreHeadlines": .text(more(headlines.count).map(phrases.moreChanges)),
            "moreVerdicts": .text(more(order.shown.count).map(phrases.moreBrands)),
            "across": .optional(across),
            "reading": .list(reading),
        ]
    }

    private var mismatches: String? {
        model.agreement.flatMap { $0.mismatchCount > 0 ? phrases.mismatches($0.mismatchCount) : nil }
    }

    private var silent: String? {
        let sources = model.coverage.sources.filter { $0.freshness == .silent || $0.freshness == .late }
        return sources.isEmpty ? nil : phrases.silentSources(sources.map { ($0.source, $0.silentDays ?? 0) })
    }

    /// Lines of a list that the printed page has room for; the style sheet hides the others on paper.
    private static let printed = 8
    /// Brands and changes of which every sentence or picture is on the page, those that need a look first.
    private static let told = 30
    /// Rows of a table on the page.
    private static let rows = 100
    /// The same of a table behind a picture.
    private static let rowsBehind = 60
    /// What the page may have, so that it stays under 300 KB where it is served with further links.
    private static let bytesOfThePage = 290_000
    /// About what the style sheet and the template take, and a brand in the navigation.
    private static let (bytesAround, bytesOfALink) = (50_000, 110)

    /// How many of so many lines are not printed; `nil` where all are.
    private func more(_ lines: Int) -> Int? { lines > Self.printed ? lines - Self.printed : nil }

    private var order: BrandOrder { BrandOrder(model.brands) }

    /// The brands whose falls could have been missed, in one sentence; what each could show is on the page of changes.
    private var blind: String? {
        let brands = model.brands.compactMap { brand in
            brand.insufficient.map { (name: phrases.name(of: brand), voices: $0.voices) }
        }
        return brands.isEmpty ? nil : phrases.blindBrands(brands)
    }

    /// The brands without enough data: their names in a line, their sentences behind it.
    private var folded: View? {
        let places = order.folded
        guard !places.isEmpty else { return nil }
        return [
            "foldedNames": .text(phrases.foldedBrands(places.map { phrases.name(of: model.brands[$0]) })),
            "foldedVerdicts": .list(places.prefix(Self.told).map(verdict)),
        ]
    }

    private func verdict(_ index: Int) -> View {
        let brand = model.brands[index]
        let sentences = phrases.sentences(of: brand, minimumVoices: context.head.minimumVoices)
        return [
            "sentence": .text(sentences.first),
            "further": .list(sentences.dropFirst().map { ["sentence": .text($0)] }),
            "badge": context.badge(brand.verdict),
            "path": .text(context.brandPath(index)),
            "name": .text(phrases.name(of: brand)),
            "isSynthetic": .flag(brand.isSynthetic),
        ]
    }

    private var numbers: DataTable {
        DataTable(
            caption: phrases(.numbersHeading),
            columns: [
                .text(phrases(.brand)), .short(phrases(.verdict)), .number(phrases(.supportStrength)),
                .number(phrases(.brandStrength)), .number(phrases(.differenceLong)), .number(phrases(.comparedVoices)),
                .short(phrases(.period)),
            ],
            rows: (order.shown + order.folded).map { index in
                let brand = model.brands[index]
                let lead = brand.verdict.lead
                let span = phrases.span(lead.firstMonth, lead.lastMonth)
                return [
                    context.link(context.brandPath(index), phrases.name(of: brand)),
                    Markup(phrases.state(of: lead)), context.cell(lead.support), context.cell(lead.brand),
                    context.cell(lead.difference), context.count(lead.voices),
                    Markup(span.isEmpty ? "–" : span),
                ]
            }
        )
    }

    /// `nil` where no brand has a difference to draw.
    private var difference: View? {
        guard !order.shown.isEmpty else { return nil }
        let picture = DifferencePicture(
            rows: order.shown.prefix(Self.told).map { model.brands[$0] }.map { brand in
                DifferencePicture.Row(
                    name: phrases.name(of: brand),
                    difference: brand.verdict.lead.difference,
                    state: brand.verdict.lead.state,
                    stateName: phrases.state(of: brand.verdict.lead)
                )
            },
            margin: context.head.margin,
            phrases: phrases
        )
        return context.figure(
            id: "difference",
            title: phrases.differenceTitle(differing, margin: context.head.margin),
            text: picture.description,
            table: differenceTable,
            csv: "brands",
            command: context.head.command,
            rows: Self.rowsBehind
        ) { picture.markup(id: "difference-\($0.rawValue)", size: $0) }
    }

    /// The brands that are different, with the difference as printed, in the order shown.
    private var differing: [(name: String, difference: Double)] {
        order.shown.map { model.brands[$0] }.compactMap { brand in
            guard brand.verdict.lead.isDifferent, let difference = brand.verdict.lead.difference else { return nil }
            return (phrases.name(of: brand), difference.value)
        }
    }

    /// The present beside the whole.
    private var differenceTable: DataTable {
        DataTable(
            caption: phrases(.differenceLong),
            columns: [
                .text(phrases(.brand)), .short(phrases(.period)), .number(phrases(.supportStrength)),
                .number(phrases(.brandStrength)), .number(phrases(.differenceLong)), .number(phrases(.comparedVoices)),
                .text(phrases(.verdict)),
            ],
            rows: (order.shown + order.folded).map { model.brands[$0] }.flatMap { brand in
                [brand.verdict.recent, brand.verdict.whole].compactMap { $0 }.map { comparison in
                    let span = phrases.span(comparison.firstMonth, comparison.lastMonth)
                    return [
                        Markup(phrases.name(of: brand)), Markup(span.isEmpty ? "–" : span),
                        context.cell(comparison.support), context.cell(comparison.brand),
                        context.cell(comparison.difference), context.count(comparison.voices),
                        Markup(phrases.state(of: comparison)),
                    ]
                }
            }
        )
    }

    private var scatter: View? {
        let dots: [ScatterPicture.Dot] = order.shown.prefix(Self.told).compactMap { place in
            let brand = model.brands[place]
            let lead = brand.verdict.lead
            guard let support = lead.support.range, let loyalty = lead.brand.range else { return nil }
            let name = phrases.name(of: brand)
            return ScatterPicture.Dot(name: name, support: support, brand: loyalty, state: lead.state)
        }
        guard !dots.isEmpty else { return nil }
        let picture = ScatterPicture(dots: dots, margin: context.head.margin, phrases: phrases)
        return context.figure(
            id: "scatter",
            title: phrases.scatterTitle,
            text: picture.description,
            table: numbers,
            csv: "brands",
            command: context.head.command,
            rows: Self.told
        ) { picture.markup(id: "scatter-\($0.rawValue)", size: $0) }
    }

    /// One small picture for each brand with a value, over its own years, all on one scale; as many as keep the page
    /// small.
    private func multiples(in bytes: Int) -> View? {
        let ranges = model.brands.flatMap(\.yearly).flatMap { [$0.support.range, $0.brand.range] }.compactMap { $0 }
        let limits = Axis.strengthLimits(around: ranges.flatMap { [$0.low, $0.high] })
        let valued = (order.shown + order.folded).filter { !model.brands[$0].valuedYears.isEmpty }
        let table = context.shortened(yearlyTable, to: Self.rowsBehind)
        var room = bytes - table.html.utf8.count
        let panels = valued.prefix(Self.told).map { (place: $0, view: panel($0, limits: limits)) }.prefix { panel in
            room -= panel.view.byteCount
            return room >= 0
        }
        guard !panels.isEmpty else { return nil }
        return [
            "panels": .list(panels.sorted { $0.place < $1.place }.map(\.view)),
            "furtherPanels": .text(
                panels.count < valued.count ? phrases.brandsBelow(valued.count - panels.count) : nil
            ),
            "csv": .text("csv/yearly.csv"),
            "multiplesCommand": .text(context.head.command),
            "multiplesTable": .markup(table),
            "isLong": .flag(yearlyTable.rows.count > 24),
        ]
    }

    private func panel(_ index: Int, limits: (low: Double, high: Double)) -> View {
        let brand = model.brands[index]
        let name = phrases.name(of: brand)
        let picture = MultiplePicture(brand: name, series: brand.valuedYears, limits: limits, phrases: phrases)
        return [
            "name": .text(name), "path": .text(context.brandPath(index)),
            "picture": .markup(picture.markup(id: "multiple-\(index + 1)")),
        ]
    }

    private var yearlyTable: DataTable {
        DataTable(
            caption: phrases(.overviewYears),
            columns: [
                .text(phrases(.brand)), .short(phrases(.period)), .number(phrases(.supportStrength)),
                .number(phrases(.brandStrength)), .number(phrases(.voices)),
            ],
            rows: model.brands.flatMap { brand in
                brand.yearly.map { point in
                    [
                        Markup(phrases.name(of: brand)), Markup(point.period), context.cell(point.support),
                        context.cell(point.brand), context.count(max(point.support.voices, point.brand.voices)),
                    ]
                }
            }
        )
    }

    /// Every flag in a line, what is news before what is known and the latest first, then every early sign, each linked
    /// to its evidence.
    private var headlines: [View] {
        let flags = model.brands.flatMap { brand in brand.flags.map { (brand: brand, flag: $0) } }
            .sorted { left, right in
                let (news, known) = (left.flag.state == .new, right.flag.state == .new)
                if news != known { return news }
                return (right.flag.firstPeriod, left.flag.id) < (left.flag.firstPeriod, right.flag.id)
            }
            .map { brand, flag in
                let text = phrases.flagHeadline(flag, brand: phrases.name(of: brand))
                return headline(.fall, text, path: context.flagPath(flag.id), state: flag.state)
            }
        let signs = model.brands.flatMap { brand in
            brand.earlySigns.map { sign in
                let text = phrases.earlySign(sign, brand: phrases.name(of: brand))
                return headline(.sign, text, path: "flags.html#\(PageAnchor.sign(sign.id))", state: nil)
            }
        }
        return flags + signs
    }

    private func headline(_ kind: TimeMark.Kind, _ text: String, path: String, state: FlagState?) -> View {
        [
            "headlineKind": .text(kind.rawValue), "headlineSign": .text(kind == .fall ? "▼" : "■"),
            "headline": .text(text), "path": .text(path), "headlineState": .text(state.map(phrases.state)),
        ]
    }

    private var across: View? {
        guard let across = model.acrossBrands else { return nil }
        let rows: [(Word, ValueRange?)] = [(.withinSlope, across.withinSlope), (.betweenSlope, across.betweenSlope)]
        let table = DataTable(
            caption: phrases(.acrossBrands),
            columns: [.text(phrases(.method)), .number(phrases(.value)), .number(phrases(.brands))],
            rows: rows.map { word, range in
                let text = range.map { NumberText.slope($0, phrases: phrases) } ?? phrases(.notComputed)
                return [Markup(phrases(word)), Markup(text), context.count(across.brands)]
            }
        )
        return ["acrossTable": .markup(table.markup)]
    }

    private var reading: [View] {
        let head = context.head
        return phrases.reading(
            margin: head.margin,
            minimumVoices: head.minimumVoices,
            confidencePercent: head.confidencePercent
        ).map { ["term": .text($0.term), "detail": .text($0.text)] }
    }
}

extension BrandReport {
    /// The years from the first with a value to the last.
    fileprivate var valuedYears: [SeriesPoint] {
        func isValued(_ point: SeriesPoint) -> Bool { point.support.range != nil || point.brand.range != nil }
        guard let first = yearly.firstIndex(where: isValued), let last = yearly.lastIndex(where: isValued) else {
            return []
        }
        return Array(yearly[first...last])
    }
}

extension NumberText {
    /// A slope with two decimals and its interval.
    static func slope(_ range: ValueRange, phrases: any Phrases) -> String { phrases.range(range, decimals: 2) }
}
