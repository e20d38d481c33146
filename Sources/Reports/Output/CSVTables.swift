/// Every table of a report as a CSV file; a table without rows still has its header.
struct CSVTables {
    let model: ReportModel

    var all: [CSVTable] {
        [
            brands, series("yearly", \.yearly), series("monthly", \.monthly), facets, signals, handling, yearOverYear,
            drivers, recovery, surveys, comparisons, basis, events, flags, earlySigns, explained,
            superseded, verbatims, cases, coverage, quarantine, agreement,
        ]
    }

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

    private var brands: CSVTable {
        let columns =
            ["state", "equal_within_margin", "different", "margin"] + Self.strengthColumns("support")
            + Self.strengthColumns("brand_strength") + ["difference", "difference_low", "difference_high", "periods"]
            + ["voices", "first_year", "last_year", "synthetic"]
        return table("brands", columns) { brand in
            let verdict = brand.verdict
            return [
                [
                    .text(verdict.state.rawValue), .text(String(verdict.isEqualWithinMargin)),
                    .text(String(verdict.isDifferent)), .number(verdict.margin),
                ] + Self.cells(verdict.support) + Self.cells(verdict.brand) + Self.cells(verdict.difference)
                    + [
                        .count(verdict.periods), .count(verdict.voices), .optional(verdict.firstYear),
                        .optional(verdict.lastYear), .text(String(brand.isSynthetic)),
                    ]
            ]
        }
    }

    private func series(_ name: String, _ points: @escaping (BrandReport) -> [SeriesPoint]) -> CSVTable {
        let columns =
            ["period"] + Self.strengthColumns("support") + Self.strengthColumns("brand_strength")
            + ["support_same_mix", "difference", "difference_low", "difference_high"]
        return table(name, columns) { brand in
            points(brand).map { point in
                [.text(point.period)] + Self.cells(point.support) + Self.cells(point.brand)
                    + [.optional(point.adjustedSupport)] + Self.cells(point.difference)
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

    private var handling: CSVTable {
        table("handling", ["measure", "clock", "cases", "median_minutes", "low", "high"]) { brand in
            brand.handling.map { row in
                [.text(row.measure.rawValue), .text(row.clock.rawValue), .count(row.cases)]
                    + Self.cells(row.medianMinutes)
            }
        }
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
