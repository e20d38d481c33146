import Feedback
import Flags
import Measures
import Reporting
import Reports
import Store
import Workspace

/// Gathers what the page of a comparison shows, by the sums and the test that the report compares years with.
struct LiveComparisonBuilder {
    /// Months of a side where nothing is said.
    private static let usualMonths = 12

    /// Which voices both sides are compared over.
    private struct Part {
        /// `nil` for all channels together.
        let channel: String?
        /// `nil` for all products together.
        let product: String?
    }

    let minimumVoices: Int
    let choices: KeptChoices
    let names: VoiceNames

    /// `nil` without a voice.
    ///
    /// - Throws: ``WorkspaceError`` `input` for a brand that has none.
    func comparison(_ question: ComparisonQuestion, in db: StoreConnection) throws -> LiveComparison? {
        let brands = try VoiceTable.brands(in: db)
        guard let usual = brands.first else { return nil }
        let brand = question.first.brand ?? usual
        let other = question.second.brand ?? brand
        guard brands.contains(brand), brands.contains(other) else {
            throw WorkspaceError(.input, "no brand has the name")
        }
        let part = Part(
            channel: try question.channel.map { try names.stored(channel: $0, in: db) },
            product: try question.product.map { try names.stored(product: $0, in: db) }
        )
        let whole = Part(channel: nil, product: nil)
        let latest =
            try latest(of: brand, part, in: db) ?? latest(of: other, part, in: db) ?? latest(of: brand, whole, in: db)
            ?? 0
        let span = Self.span(question.first, ending: latest)
        let before = other == brand ? span.lowerBound - 1 : span.upperBound
        let otherSpan = Self.span(question.second, ending: before, months: span.count)
        var comparison = LiveComparison(first: Self.side(brand, span), second: Self.side(other, otherSpan))
        comparison.channel = question.channel
        comparison.product = question.product
        comparison.isOverlapping = brand == other && span.overlaps(otherSpan)
        comparison.brands = brands
        comparison.channels = try choices.known(in: db).channels.map { names.shown($0) }
        let cells = try months(of: brand, part, span, in: db)
        let otherCells = try months(of: other, part, otherSpan, in: db)
        let measures = [LiveComparison.Measure.support, .brand] + Facet.allCases.map(LiveComparison.Measure.facet)
        comparison.rows = measures.map { measure in
            let id = measure.id
            return row(measure, Self.mean(cells[id] ?? []), Self.mean(otherCells[id] ?? []), of: comparison)
        }
        return comparison
    }

    private func row(
        _ measure: LiveComparison.Measure,
        _ first: StretchMean?,
        _ second: StretchMean?,
        of comparison: LiveComparison
    ) -> LiveComparison.Row {
        var row = LiveComparison.Row(
            measure: measure,
            first: number(measure, comparison.first, first, of: comparison),
            second: number(measure, comparison.second, second, of: comparison)
        )
        if !comparison.isOverlapping, let gap = MeanGap(first, second, minimumVoices: minimumVoices) {
            row.difference = ValueRange(gap.difference)
            row.isDifferent = gap.isNonzero
        }
        return row
    }

    private func latest(of brand: String, _ part: Part, in db: StoreConnection) throws -> Int? {
        guard let product = part.product else {
            return try CellTable.latest(.month, of: brand, channel: part.channel ?? "*", in: db)?.index
        }
        let subject = ComparedVoice.Subject(brand: brand, product: product, channel: part.channel)
        return try subject.lastDay(in: db).map { Period(.month, containing: Day(number: $0)).index }
    }

    /// The cells of the single months of a stretch, by their measures.
    private func months(
        of brand: String,
        _ part: Part,
        _ span: ClosedRange<Int>,
        in db: StoreConnection
    ) throws -> [MeasureID: [KeyedCell]] {
        let months = Period(length: .month, index: span.lowerBound)...Period(length: .month, index: span.upperBound)
        let cells: [KeyedCell]
        if let product = part.product {
            cells = try ProductCells.months(months, of: product, brand: brand, channel: part.channel, in: db)
        } else {
            var filter = CellFilter(brand: brand, length: .month, channel: part.channel ?? "*", measure: nil)
            filter.periods = months
            cells = try CellTable.cells(of: filter, limit: .max, offset: 0, in: db).compactMap(KeyedCell.init)
        }
        return Dictionary(grouping: cells, by: \.key.measure)
    }

    /// Months counted since January 1970.
    private static func span(
        _ side: ComparisonQuestion.Side,
        ending last: Int,
        months: Int = usualMonths
    ) -> ClosedRange<Int> {
        let end = side.to?.index ?? max(last, side.from?.index ?? last)
        return (side.from?.index ?? end - months + 1)...end
    }

    private static func side(_ brand: String, _ span: ClosedRange<Int>) -> LiveComparison.Side {
        let ends = [span.lowerBound, span.upperBound].map { Period(length: .month, index: $0).description }
        return LiveComparison.Side(brand: brand, from: ends[0], to: ends[1])
    }

    /// `cells`: of one measure, in the order of their months.
    private static func mean(_ cells: [KeyedCell]) -> StretchMean? {
        let months = cells.map { (index: $0.key.period.index, cell: $0.cell) }
        return StretchMean(months.reduce(into: Cell()) { $0.merge($1.cell) }, months: months)
    }

    private func number(
        _ measure: LiveComparison.Measure,
        _ side: LiveComparison.Side,
        _ mean: StretchMean?,
        of comparison: LiveComparison
    ) -> LiveNumber {
        var strength = Reports.Strength(voices: mean?.cell.n ?? 0)
        if let mean, mean.cell.n >= minimumVoices { strength.range = ValueRange(PrintedMean(strength: mean)) }
        let filter = [
            ("brand", side.brand), ("measure", measure.listed.name), ("months", "\(side.from)..\(side.to)"),
            ("channel", comparison.channel ?? ""), ("product", comparison.product ?? ""),
        ]
        return LiveNumber(strength, list: .comments(filter.map { LiveAddress.Argument($0.0, $0.1) }))
    }
}

extension LiveComparison.Measure {
    fileprivate var id: MeasureID {
        switch self {
        case .support: .support
        case .brand: .brand
        case .facet(let facet): .facet(facet)
        }
    }

    fileprivate var listed: ListedMeasure {
        switch self {
        case .support: .support
        case .brand: .brand
        case .facet(let facet): .facet(facet)
        }
    }
}
