package import Feedback

/// Two brands, or two stretches of one, beside each other.
package struct LiveComparison: Sendable {
    package enum Measure: Hashable, Sendable {
        case support, brand
        case facet(Facet)
    }

    package struct Side: Sendable {
        package var brand: String
        /// First and last month, such as `2014-03`.
        package var from: String
        package var to: String

        package init(brand: String, from: String, to: String) {
            self.brand = brand
            self.from = from
            self.to = to
        }
    }

    package struct Row: Sendable {
        package var measure: Measure
        package var first: LiveNumber
        package var second: LiveNumber
        /// First less second in points; `nil` where it cannot be told.
        package var difference: ValueRange?
        /// Whether the interval of the difference leaves out 0.
        package var isDifferent = false

        package init(measure: Measure, first: LiveNumber, second: LiveNumber) {
            self.measure = measure
            self.first = first
            self.second = second
        }
    }

    package var first: Side
    package var second: Side
    /// `nil` for all channels together.
    package var channel: String?
    /// `nil` for all products together.
    package var product: String?
    /// Whether voices stand on both sides, so that no difference is given.
    package var isOverlapping = false
    package var rows: [Row] = []
    /// Brands and channels to choose from.
    package var brands: [String] = []
    package var channels: [String] = []

    package init(first: Side, second: Side) {
        self.first = first
        self.second = second
    }
}

/// The fields of a comparison.
struct LiveComparisonPage {
    let comparison: LiveComparison
    let frame: LiveFrame

    private var phrases: any Phrases { frame.phrases }
    private var tables: LiveTables { LiveTables(frame: frame) }

    var fields: [String: View] {
        [
            "sides": .list([
                side(comparison.first, .compareFirst, ""), side(comparison.second, .compareSecond, "2"),
            ]),
            "channels": .list(
                ([("", phrases(.anyChoice))] + comparison.channels.map { ($0, phrases.channel($0)) }).map {
                    option($0.0, $0.1, chosen: comparison.channel ?? "")
                }
            ),
            "product": .text(comparison.product ?? ""),
            "finding": .text(finding),
            "facts": .list([
                fact(.compareFirst, comparison.first), fact(.compareSecond, comparison.second),
            ]),
            "table": .markup(table),
        ]
    }

    /// What became of support strength, in one sentence.
    private var finding: String {
        if comparison.isOverlapping { return phrases(.compareOverlap) }
        guard let row = comparison.rows.first(where: { $0.measure == .support }), let difference = row.difference else {
            return phrases(.compareTooFew)
        }
        return phrases.compared(difference, isDifferent: row.isDifferent)
    }

    private var table: Markup {
        let shown = comparison.rows.filter { $0.first.strength.voices + $0.second.strength.voices > 0 }
        if shown.isEmpty { return .empty }
        return DataTable(
            caption: phrases(.compareHeading),
            columns: [
                .text(phrases(.measure)), .number(phrases(.compareFirst)), .number("n"),
                .number(phrases(.compareSecond)), .number("n"), .number(phrases(.compareDifference)),
            ],
            rows: shown.map { row in
                [Markup(name(of: row.measure))] + tables.cells(row.first) + tables.cells(row.second)
                    + [difference(row)]
            }
        ).markup
    }

    private func difference(_ row: LiveComparison.Row) -> Markup {
        guard let difference = row.difference else { return Markup("–") }
        let text = Markup(phrases.difference(difference))
        return row.isDifferent ? .element("strong", [], text) : text
    }

    private func name(of measure: LiveComparison.Measure) -> String {
        switch measure {
        case .support: phrases(.supportStrength)
        case .brand: phrases(.brandStrength)
        case .facet(let facet): phrases.facet(facet)
        }
    }

    private func fact(_ word: Word, _ side: LiveComparison.Side) -> View {
        let parts = [phrases.span(side.from, side.to), comparison.channel.map(phrases.channel), comparison.product]
            .compactMap(\.self)
        let detail =
            tables.brand(side.brand) + Markup(phrases.bracketed(parts.joined(separator: phrases.listSeparator)))
        return ["term": .text(phrases(word)), "detail": .markup(detail)]
    }

    private func side(_ side: LiveComparison.Side, _ word: Word, _ suffix: String) -> View {
        [
            "sideName": .text(phrases(word)), "suffix": .text(suffix),
            "from": .text(side.from), "to": .text(side.to),
            "brands": .list(comparison.brands.map { option($0, frame.name(ofBrand: $0), chosen: side.brand) }),
        ]
    }

    private func option(_ value: String, _ text: String, chosen: String) -> View {
        ["value": .text(value), "text": .text(text), "isChosen": .flag(value == chosen)]
    }
}
