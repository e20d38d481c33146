import Feedback

extension CSVTables {
    var drivers: CSVTable {
        table("drivers", ["facet", "points", "points_low", "points_high", "q", "voices"]) { brand in
            brand.drivers.map { [.text($0.facet)] + Self.cells($0.points) + [.optional($0.q), .count($0.voices)] }
        }
    }

    var recovery: CSVTable {
        let columns =
            ["cases", "recovered", "share_percent", "share_percent_low", "share_percent_high", "change", "change_low"]
            + ["change_high"] + Self.strengthColumns("brand_strength_recovered")
            + Self.strengthColumns("brand_strength_without_incident")
            + ["paradox", "paradox_points", "paradox_points_low", "paradox_points_high", "paradox_p"]
        return table("recovery", columns) { brand in
            guard let recovery = brand.recovery else { return [] }
            return [
                [.count(recovery.cases), .count(recovery.recovered)] + Self.cells(recovery.sharePercent)
                    + Self.cells(recovery.change) + Self.cells(recovery.withRecovery)
                    + Self.cells(recovery.withoutIncident) + [.optional(recovery.paradox?.state.rawValue)]
                    + Self.cells(recovery.paradox?.difference) + [.optional(recovery.paradox?.p)]
            ]
        }
    }

    var surveys: CSVTable {
        table("surveys", ["score", "year", "value", "value_low", "value_high", "standard_error", "answers"]) { brand in
            brand.surveys.map {
                [.text($0.kind.rawValue), .optional($0.period)] + Self.cells($0.value)
                    + [.optional($0.standardError), .count($0.answers)]
            }
        }
    }

    var comparisons: CSVTable {
        let columns = [
            "tost_p", "difference_p", "bland_altman_bias", "bland_altman_low", "bland_altman_high", "deming_slope",
            "deming_slope_low", "deming_slope_high", "deming_intercept", "deming_intercept_low",
            "deming_intercept_high", "theil_sen_slope", "lead_months",
        ]
        return table("comparisons", columns) { brand in
            guard let detail = brand.verdict.detail else { return [] }
            return [
                [
                    .optional(detail.tostP), .optional(detail.differenceP), .optional(detail.blandAltmanBias),
                    .optional(detail.blandAltmanLow), .optional(detail.blandAltmanHigh),
                ] + Self.cells(detail.demingSlope) + Self.cells(detail.demingIntercept)
                    + [.optional(detail.theilSenSlope), .optional(detail.leadMonths)]
            ]
        }
    }

    var basis: CSVTable {
        let columns = [
            "support_from_facets", "support_from_handling_clauses", "support_unknown", "brand_from_signals",
            "brand_from_ratings", "brand_from_valence", "brand_unknown",
        ]
        return table("basis", columns) { brand in
            let basis = brand.basis
            return [
                [
                    .count(basis.supportFromFacets), .count(basis.supportFromHandlingClauses),
                    .count(basis.supportUnknown), .count(basis.brandFromSignals), .count(basis.brandFromRatings),
                    .count(basis.brandFromValence), .count(basis.brandUnknown),
                ]
            ]
        }
    }

    var events: CSVTable {
        table("events", ["period", "kind", "label", "case", "subject", "product", "channel"]) { brand in
            brand.events.map {
                [
                    .text($0.period), .text($0.kind.rawValue), .optional($0.label), .optional($0.caseID),
                    .optional($0.subject), .optional($0.product), .optional($0.channel),
                ]
            }
        }
    }
}
