/// Every table of a report as a CSV file; a table without rows still has its header.
struct CSVTables {
    let model: ReportModel

    /// Those whose rows each tell of one brand, in the order of the brands.
    var ofBrands: [CSVTable] {
        [
            brands, beside, series("yearly", \.yearly), series("monthly", \.monthly), calendar, facets, facetYears,
            signals, handling, handlingYears, yearOverYear, drivers, recovery, surveys, comparisons, basis, events,
            versions, flags, flagVersions, flagSeries, earlySigns, verbatims, cases,
        ]
    }

    /// Those of the whole.
    var ofTheWhole: [CSVTable] { [explained, superseded, coverage, quarantine, agreement, parity] }

    static func strengthColumns(_ name: String) -> [String] { [name, name + "_low", name + "_high", name + "_voices"] }

    static func cells(_ strength: Strength?) -> [CSVTable.Cell] {
        cells(strength?.range) + [.optional(strength?.voices)]
    }

    static func cells(_ range: ValueRange?) -> [CSVTable.Cell] {
        [.optional(range?.value), .optional(range?.low), .optional(range?.high)]
    }

    func table(_ name: String, _ columns: [String], _ rows: (BrandReport) -> [[CSVTable.Cell]]) -> CSVTable {
        CSVTable(
            name: name,
            columns: ["brand"] + columns,
            rows: model.brands.flatMap { brand in rows(brand).map { [.text(brand.name)] + $0 } }
        )
    }

    /// One row for the present and one for the whole.
    private var brands: CSVTable {
        let columns =
            ["stretch", "first_month", "last_month", "state", "equal_within_margin", "different", "margin"]
            + ["compared_voices", "support", "support_low", "support_high", "brand_strength", "brand_strength_low"]
            + ["brand_strength_high", "difference", "difference_low", "difference_high", "equality_low"]
            + ["equality_high", "tested_months", "synthetic"]
        return table("brands", columns) { brand in
            let verdict = brand.verdict
            let stretches = [("last_\(verdict.recentMonths)_months", verdict.recent), ("whole", verdict.whole)]
            return stretches.compactMap { name, comparison in
                comparison.map { comparison in
                    [
                        .text(name), .optional(comparison.firstMonth), .optional(comparison.lastMonth),
                        .text(comparison.state.rawValue), .text(String(comparison.isEqualWithinMargin)),
                        .text(String(comparison.isDifferent)), .number(verdict.margin), .count(comparison.voices),
                    ] + Self.cells(comparison.support.range) + Self.cells(comparison.brand.range)
                        + Self.cells(comparison.difference)
                        + [
                            .optional(comparison.equality?.low), .optional(comparison.equality?.high),
                            .count(comparison.testedMonths), .text(String(brand.isSynthetic)),
                        ]
                }
            }
        }
    }

    /// What stands beside the comparison: both strengths over all voices, B of those who speak of handling and of those
    /// who do not, and the change against the stretch before.
    private var beside: CSVTable {
        let columns =
            ["finding"] + Self.strengthColumns("first") + Self.strengthColumns("second")
            + ["difference", "difference_low", "difference_high", "different"]
        return table("beside", columns) { brand in
            let verdict = brand.verdict
            let gaps = [
                ("brand_speaking_silent", verdict.speaking), ("support_now_before", verdict.change?.support),
                ("brand_now_before", verdict.change?.brand),
            ]
            let all: [CSVTable.Cell] =
                [.text("support_brand_all_voices")] + Self.cells(verdict.allSupport) + Self.cells(verdict.allBrand)
            return [all + Self.cells(nil as ValueRange?) + [.text("")]]
                + gaps.compactMap { name, gap in
                    gap.map { gap in
                        [.text(name)] + Self.cells(gap.first) + Self.cells(gap.second) + Self.cells(gap.difference)
                            + [.text(String(gap.isDifferent))]
                    }
                }
        }
    }

    private func series(_ name: String, _ points: @escaping (BrandReport) -> [SeriesPoint]) -> CSVTable {
        let columns =
            ["period"] + Self.strengthColumns("support") + Self.strengthColumns("brand_strength")
            + ["support_same_mix", "compared_voices", "compared_support", "compared_brand_strength", "difference"]
            + ["difference_low", "difference_high"]
        return table(name, columns) { brand in
            points(brand).map { point in
                [.text(point.period)] + Self.cells(point.support) + Self.cells(point.brand)
                    + [
                        .optional(point.adjustedSupport), .optional(point.compared?.voices),
                        .optional(point.compared?.support.value), .optional(point.compared?.brand.value),
                    ] + Self.cells(point.compared?.difference)
            }
        }
    }

    private var facets: CSVTable {
        let columns = ["facet"] + Self.strengthColumns("strength") + ["praise", "blame", "only_named"]
        return table("facets", columns) { brand in
            brand.facets.map { row in
                [.text(row.facet)] + Self.cells(row.strength)
                    + [.count(row.positive), .count(row.negative), .count(row.bare)]
            }
        }
    }

    private var signals: CSVTable {
        table("signals", ["signal", "voices"]) { brand in
            brand.signals.map { [.text($0.signal), .count($0.voices)] }
        }
    }

    private var calendar: CSVTable {
        table("calendar", ["month", "voices"]) { brand in
            brand.calendar.map { [.text($0.period), .count($0.voices)] }
        }
    }

    private var facetYears: CSVTable {
        table("facet-years", ["facet", "year"] + Self.strengthColumns("strength")) { brand in
            brand.facets.flatMap { row in
                row.yearly.map { [.text(row.facet), .text($0.period)] + Self.cells($0.strength) }
            }
        }
    }

    private var flagSeries: CSVTable {
        table("flag-series", ["flag", "period"] + Self.strengthColumns("strength")) { brand in
            (brand.flags + brand.improvements).flatMap { flag in
                flag.series.map { [.text(flag.id), .text($0.period)] + Self.cells($0.strength) }
            }
        }
    }

    private var handling: CSVTable {
        table("handling", Self.handlingColumns) { $0.handling.map(Self.row) }
    }

    private var handlingYears: CSVTable {
        table("handling-years", ["year"] + Self.handlingColumns) { brand in
            brand.handlingYears.map { [.optional($0.period)] + Self.row($0) }
        }
    }

    private static let handlingColumns = ["measure", "clock", "cases", "median_minutes", "low", "high"]

    private static func row(_ time: HandlingTime) -> [CSVTable.Cell] {
        [.text(time.measure.rawValue), .text(time.clock.rawValue), .count(time.cases)] + cells(time.medianMinutes)
    }

    private var yearOverYear: CSVTable {
        let columns =
            ["measure", "from", "to"] + Self.strengthColumns("before") + Self.strengthColumns("after")
            + ["difference", "difference_low", "difference_high", "within", "mix", "season"]
        return table("year-over-year", columns) { brand in
            brand.yearOverYear.map { row in
                [.text(row.measure.rawValue), .text(row.from), .text(row.to)] + Self.cells(row.before)
                    + Self.cells(row.after) + Self.cells(row.difference)
                    + [.optional(row.within), .optional(row.mix), .optional(row.season?.rawValue)]
            }
        }
    }
}
