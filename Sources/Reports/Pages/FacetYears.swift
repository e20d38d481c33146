import Feedback

/// Each facet of a brand over the years: as a table of shaded cells, and as small pictures.
struct FacetYears {
    /// Years of the table at most; the CSV file has all.
    private static let mostYears = 12
    /// Points from the middle of the scale from which a cell is shaded in full.
    private static let strong = 20.0

    let context: PageContext
    let brand: BrandReport

    private var phrases: any Phrases { context.phrases }

    /// `nil` where no facet has voices of more than one year.
    var view: View? {
        let years = years
        guard years.count > 1 else { return nil }
        let panels = panels
        return [
            "heatTitle": .text(fall ?? phrases.facetYearsTitle(first: years[0], last: years[years.count - 1])),
            "heatNote": .text(
                phrases.facetYearsNote(minimumVoices: context.head.minimumVoices, left: allYears.count - years.count)
            ),
            "heat": .markup(heat(years).markup),
            "csv": .text("\(context.prefix)csv/facet-years.csv"), "csvName": .text("facet-years.csv"),
            "hasPanels": .flag(!panels.isEmpty),
            "panels": .list(panels),
        ]
    }

    /// From the first year of any facet to the last, oldest first.
    private var allYears: [String] {
        let numbers = brand.facets.flatMap(\.yearly).compactMap { Int($0.period) }
        guard let first = numbers.min(), let last = numbers.max() else { return [] }
        return (first...last).map(String.init)
    }

    private var years: [String] { allYears.suffix(Self.mostYears) }

    /// The facet whose strength fell most between its first and its last year, where the intervals of both lie apart.
    private var fall: String? {
        let falls = brand.facets.compactMap { row -> (row: FacetRow, old: LevelPoint, new: LevelPoint, by: Double)? in
            let known = row.yearly.filter { $0.strength.range != nil }
            guard let old = known.first, let new = known.last, let before = old.strength.range,
                let after = new.strength.range, after.high < before.low
            else { return nil }
            return (row, old, new, before.value - after.value)
        }
        guard let most = falls.map(\.by).max(), let fall = falls.first(where: { $0.by == most }),
            let before = fall.old.strength.range, let after = fall.new.strength.range
        else { return nil }
        return phrases.facetFallTitle(
            phrases.facet(named: fall.row.facet),
            from: (fall.old.period, before.value),
            to: (fall.new.period, after.value)
        )
    }

    private func heat(_ years: [String]) -> HeatTable {
        HeatTable(
            caption: phrases(.facetYearsHeading),
            columns: [phrases(.facet)] + years,
            rows: brand.facets.map { row in
                let levels = Dictionary(row.yearly.map { ($0.period, $0.strength) }) { first, _ in first }
                return (Markup(phrases.facet(named: row.facet)), years.map { cell(levels[$0]) })
            }
        )
    }

    private func cell(_ strength: Strength?) -> HeatTable.Cell {
        guard let strength, strength.voices > 0 else { return HeatTable.Cell(shade: "", text: Markup("")) }
        let count = Markup.element("small", [], Markup(phrases.sampleSize(strength.voices)))
        guard let range = strength.range else {
            return HeatTable.Cell(shade: "few", text: Markup("– ") + count)
        }
        let tone: Tone = range.low > 50 ? .favourable : (range.high < 50 ? .against : .bare)
        let isStrong = tone != .bare && abs(range.value - 50) >= Self.strong
        let value = Markup("\(tone.sign) \(NumberText.whole(range.value)) ")
        return HeatTable.Cell(shade: tone.rawValue + (isStrong ? " strong" : ""), text: value + count)
    }

    /// One small picture for each facet with a value in two years, each over its own years, all on one scale.
    private var panels: [View] {
        let rows = brand.facets.filter { row in row.yearly.count { $0.strength.range != nil } > 1 }
        let ranges = rows.flatMap(\.yearly).compactMap(\.strength.range)
        let limits = Axis.strengthLimits(around: ranges.flatMap { [$0.low, $0.high] })
        return rows.map { row in
            let name = phrases.facet(named: row.facet)
            let values = row.yearly.compactMap { point in
                PeriodSpan(point.period).map { SeriesLine.Value(span: $0, range: point.strength.range) }
            }
            let picture = SmallPicture(
                title: "\(phrases.name(of: brand)) – \(name)",
                description: phrases.changeDescription(
                    measure: name,
                    first: row.yearly.first?.period ?? "",
                    last: row.yearly.last?.period ?? "",
                    gaps: values.count { $0.range == nil }
                ),
                values: values,
                limits: limits,
                text: NumberText.whole,
                nothing: phrases(.insufficient)
            )
            return ["name": .text(name), "picture": .markup(picture.markup(id: "facet-years-\(Slug.make(row.facet))"))]
        }
    }
}
