import Feedback

/// Handling times by the year in which a case began: small pictures, and a table with both clocks.
struct HandlingYears {
    let context: PageContext
    let brand: BrandReport

    private var phrases: any Phrases { context.phrases }

    /// `nil` where no measure has medians of two years.
    var view: View? {
        let panels = HandlingMeasure.allCases.compactMap(panel)
        guard !panels.isEmpty else { return nil }
        return [
            "panels": .list(panels),
            "handlingTable": .markup(table.markup),
            "isLong": .flag(table.rows.count > 24),
            "csv": .text("\(context.prefix)csv/handling-years.csv"), "csvName": .text("handling-years.csv"),
        ]
    }

    private func panel(_ measure: HandlingMeasure) -> View? {
        let rows = brand.handlingYears.filter { $0.measure == measure && $0.clock == .calendar }
        let known = rows.compactMap(\.medianMinutes)
        guard known.count > 1 else { return nil }
        let name = phrases.handling(measure)
        let values = rows.compactMap { row in
            row.period.flatMap { PeriodSpan($0) }.map { SeriesLine.Value(span: $0, range: row.medianMinutes) }
        }
        let picture = SmallPicture(
            title: "\(phrases.name(of: brand)) – \(name)",
            description: phrases.changeDescription(
                measure: "\(name)\(phrases.bracketed(phrases.clock(.calendar)))",
                first: rows.first?.period ?? "",
                last: rows.last?.period ?? "",
                gaps: values.count { $0.range == nil }
            ),
            values: values,
            limits: (0, Self.roundMinutes(known.map(\.high).max() ?? 1)),
            text: { $0 == 0 ? "0" : phrases.duration(minutes: $0) },
            nothing: phrases(.insufficient)
        )
        return [
            "name": .text(name + phrases.bracketed(phrases.clock(.calendar))),
            "picture": .markup(picture.markup(id: "handling-\(measure.rawValue)")),
        ]
    }

    /// The next even number of minutes, hours or days, whichever a duration is told in.
    private static func roundMinutes(_ minutes: Double) -> Double {
        let unit: Double = minutes < 90 ? 1 : (minutes < 2_880 ? 60 : 1_440)
        return max(2, (minutes / unit / 2).rounded(.up) * 2) * unit
    }

    private var table: DataTable {
        DataTable(
            caption: phrases(.handlingYearsHeading),
            columns: [
                .short(phrases(.year)), .text(phrases(.measure)), .text(phrases(.clock)), .number(phrases(.median)),
                .number(phrases.intervalName(percent: context.head.confidencePercent)), .number(phrases(.cases)),
            ],
            rows: brand.handlingYears.map { row in
                [Markup(row.period ?? "–")] + BrandTables(context: context, brand: brand).cells(row)
            }
        )
    }
}
