import Feedback

extension CSVTables {
    var flags: CSVTable {
        let columns =
            ["brand", "id", "state", "kind", "direction", "measure", "facet", "channel", "product", "first_period"]
            + ["first_period_low", "first_period_high", "last_good_period", "first_detectable", "first_reported"]
            + ["acknowledged", "note"]
            + Self.strengthColumns("before") + Self.strengthColumns("after")
            + ["before_from", "before_to", "after_from", "after_to", "raw_difference"]
            + ["difference", "difference_low", "difference_high", "p", "q", "resolution", "series_tested"]
            + ["within", "mix"]
            + ["low_rating", "low_rating_percent_before", "low_rating_percent_after"]
        return CSVTable(
            name: "flags",
            columns: columns,
            rows: model.brands.flatMap { brand in
                (brand.flags + brand.improvements).map { [.text(brand.name)] + Self.row($0) }
            }
        )
    }

    private static func row(_ flag: ChangeFlag) -> [CSVTable.Cell] {
        [
            .text(flag.id), .text(flag.state.rawValue), .text(flag.kind.rawValue),
            .text(flag.difference.value > 0 ? "up" : "down"), .text(flag.measure.rawValue), .optional(flag.facet),
            .optional(flag.channel), .optional(flag.product), .text(flag.firstPeriod), .optional(flag.firstPeriodLow),
            .optional(flag.firstPeriodHigh), .optional(flag.lastGoodPeriod), .optional(flag.firstDetectable),
            .optional(flag.firstReported), .optional(flag.acknowledged), .optional(flag.note),
        ] + cells(flag.before) + cells(flag.after)
            + [
                .optional(flag.windows?.beforeFrom), .optional(flag.windows?.beforeTo),
                .optional(flag.windows?.afterFrom), .optional(flag.windows?.afterTo), .optional(flag.rawDifference),
            ] + cells(flag.difference)
            + [
                .number(flag.p), .number(flag.q), .optional(flag.resolution),
                .count(flag.seriesTested), .optional(flag.within),
                .optional(flag.mix), .optional(flag.plain?.lowRating), .optional(flag.plain?.beforePercent),
                .optional(flag.plain?.afterPercent),
            ]
    }

    var earlySigns: CSVTable {
        CSVTable(
            name: "early-signs",
            columns: ["brand", "id", "period", "reason", "blamed_facets", "comment", "similar_case"],
            rows: model.brands.flatMap { brand in
                brand.earlySigns.map { sign in
                    [
                        .text(brand.name), .text(sign.id), .text(sign.period), .text(sign.reason.rawValue),
                        .text(sign.blamedFacets.joined(separator: " ")), .text(sign.verbatim.commentID),
                        .optional(sign.similarCaseID),
                    ]
                }
            }
        )
    }

    var explained: CSVTable {
        CSVTable(
            name: "explained",
            columns: [
                "brand", "measure", "facet", "from", "to", "reason", "season", "raw_difference", "remaining",
                "remaining_low", "remaining_high", "voices",
            ],
            rows: model.explained.map { change in
                [
                    .text(change.brand), .text(change.measure.rawValue), .optional(change.facet), .text(change.from),
                    .text(change.to), .text(change.reason.rawValue), .optional(change.season?.rawValue),
                    .number(change.rawDifference),
                ] + Self.cells(change.remaining) + [.count(change.voices)]
            }
        )
    }

    var superseded: CSVTable {
        CSVTable(
            name: "superseded",
            columns: ["brand", "id", "measure", "facet", "first_period", "difference", "first_reported"],
            rows: model.superseded.map { flag in
                [
                    .text(flag.brand), .text(flag.id), .text(flag.measure.rawValue), .optional(flag.facet),
                    .text(flag.firstPeriod), .number(flag.difference), .text(flag.firstReported),
                ]
            }
        )
    }

    /// Every quoted comment, wherever it is quoted; each once a brand.
    var verbatims: CSVTable {
        CSVTable(
            name: "verbatims",
            columns: [
                "brand", "comment", "source", "date", "language", "author", "case", "support", "brand_polarity", "text",
            ],
            rows: model.brands.flatMap(Self.quotes)
        )
    }

    private static func quotes(of brand: BrandReport) -> [[CSVTable.Cell]] {
        var seen: Set<[String]> = []
        let quotes = brand.allVerbatims.filter { seen.insert([$0.source, $0.commentID]).inserted }
        return quotes.map { quote in
            [
                .text(brand.name), .text(quote.commentID), .text(quote.source), .optional(quote.date),
                .text(quote.language), .optional(quote.author), .optional(quote.caseID), .optional(quote.support),
                .optional(quote.brand), .text(quote.segments.map(\.text).joined()),
            ]
        }
    }

    var cases: CSVTable {
        CSVTable(
            name: "cases",
            columns: ["brand", "case", "step", "at", "kind", "actor", "channel", "amount", "note"],
            rows: model.brands.flatMap { brand in
                brand.cases.flatMap { timeline in
                    timeline.steps.enumerated().map { index, step in
                        [
                            .text(brand.name), .text(timeline.caseID), .count(index + 1), .optional(step.at),
                            .text(step.kind), .optional(step.actor?.rawValue), .optional(step.channel),
                            .optional(step.amount), .optional(step.note),
                        ]
                    }
                }
            }
        )
    }

    var coverage: CSVTable {
        CSVTable(
            name: "coverage",
            columns: [
                "source", "read", "stored", "updated", "duplicate", "quarantined", "adds_up", "comments",
                "unknown_language", "with_lexicon_hit", "unlinked", "undated", "columns_aside", "newest", "silent_days",
                "freshness",
            ],
            rows: model.coverage.sources.map { source in
                [
                    .text(source.source), .count(source.read), .count(source.stored), .count(source.updated),
                    .count(source.duplicate), .count(source.quarantined), .text(String(source.addsUp)),
                    .count(source.comments), .count(source.unknownLanguage), .count(source.withLexiconHit),
                    .count(source.unlinked), .count(source.undated),
                    .text(source.columnsAside.joined(separator: " ")), .optional(source.newest),
                    .optional(source.silentDays),
                    .text(source.freshness.rawValue),
                ]
            }
        )
    }

    var quarantine: CSVTable {
        CSVTable(
            name: "quarantine",
            columns: ["source", "reason", "rows", "example"],
            rows: model.coverage.quarantine.map {
                [.text($0.source), .text($0.reason), .count($0.rows), .optional($0.example)]
            }
        )
    }

    var agreement: CSVTable {
        CSVTable(
            name: "agreement",
            columns: ["rating", "negative", "neutral", "positive", "unscored"],
            rows: (model.agreement?.rows ?? []).map {
                [.text($0.rating), .count($0.negative), .count($0.neutral), .count($0.positive), .count($0.unscored)]
            }
        )
    }

    var parity: CSVTable {
        CSVTable(
            name: "parity",
            columns: ["measure", "english", "japanese", "difference", "difference_low", "difference_high", "pairs"],
            rows: (model.parity?.rows ?? []).map { row in
                [.text(row.measure.rawValue), .optional(row.english), .optional(row.japanese)]
                    + Self.cells(row.difference) + [.optional(model.parity?.pairs)]
            }
        )
    }
}

extension BrandReport {
    /// Every comment quoted anywhere for the brand, in the order of the page.
    var allVerbatims: [Verbatim] {
        let changes = (flags + improvements).flatMap { $0.exemplars + $0.contrasts }
        let sides = facets.flatMap { $0.praises.quotes + $0.blames.quotes }
        return changes + earlySigns.flatMap { [$0.verbatim] + $0.related } + verbatims + sides
    }
}
