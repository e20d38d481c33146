import Feedback

/// What went in and what became of it, and whether stars and words agree.
struct CoveragePage {
    let context: PageContext

    private var phrases: any Phrases { context.phrases }
    private var coverage: Coverage { context.model.coverage }

    var fields: [String: View] {
        [
            "ledger": .text(phrases.ledger(read: coverage.totalRead, lost: coverage.totalLost)),
            "addsUp": .flag(coverage.ledgerAddsUp),
            "totals": .list(totals),
            "gaps": .list(CoverageGaps(coverage, phrases: phrases).sentences.map { ["sentence": .text($0)] }),
            "namesDiffer": .flag(coverage.namesDiffer),
            "coverageFigure": .optional(coverage.delivered.isEmpty ? nil : coverageFigure),
            "sources": .markup(sources.markup),
            "quarantine": .optional(quarantine),
            "agreementFigure": .optional(agreementFigure),
            "mismatchCount": .text(context.model.agreement.map { phrases.mismatches($0.mismatchCount) }),
            "mismatchPath": .text(context.mismatchPath),
            "parity": .optional(parity),
        ]
    }

    private var totals: [View] {
        let rows: [(Word, Int)] = [
            (.read, coverage.totalRead), (.comments, coverage.totalComments),
            (.totalVoices, coverage.voices), (.totalCases, coverage.cases), (.withoutBrand, coverage.withoutBrand),
        ]
        return rows.map { ["term": .text(phrases($0.0)), "detail": .text(NumberText.count($0.1))] }
    }

    private var coverageFigure: View {
        let picture = ShareBarsPicture(
            title: phrases(.ledgerHeading),
            description: phrases.coverageDescription(),
            parts: [
                ShareBarsPicture.Part(kind: "stored", name: phrases(.stored)),
                ShareBarsPicture.Part(kind: "updated", name: phrases(.updated)),
                ShareBarsPicture.Part(kind: "duplicate", name: phrases(.duplicate)),
                ShareBarsPicture.Part(kind: "quarantined", name: phrases(.quarantined)),
            ],
            bars: coverage.delivered.map {
                ShareBarsPicture.Bar(name: $0.source, counts: [$0.stored, $0.updated, $0.duplicate, $0.quarantined])
            }
        )
        return context.figure(
            id: "ledger",
            title: phrases(.ledgerHeading),
            text: picture.description,
            table: ledgerTable,
            csv: "coverage",
            command: context.head.command
        ) { picture.markup(id: "ledger-\($0.rawValue)", size: $0) }
    }

    private var ledgerTable: DataTable {
        DataTable(
            caption: phrases(.ledgerHeading),
            columns: [
                .text(phrases(.source)), .number(phrases(.read)), .number(phrases(.stored)), .number(phrases(.updated)),
                .number(phrases(.duplicate)), .number(phrases(.quarantined)), .text(phrases(.addsUp)),
            ],
            rows: coverage.delivered.map { source in
                [
                    Markup(source.source), context.count(source.read), context.count(source.stored),
                    context.count(source.updated), context.count(source.duplicate), context.count(source.quarantined),
                    Markup(phrases(source.addsUp ? .yes : .no)),
                ]
            }
        )
    }

    private var sources: DataTable {
        DataTable(
            caption: phrases(.sourcesHeading),
            columns: [
                .text(phrases(.source)), .number(phrases(.comments)), .number(phrases(.unknownLanguage)),
                .number(phrases(.lexiconHit)), .number(phrases(.unlinked)), .number(phrases(.newest)),
                .number(phrases(.silence)), .text(phrases(.freshness)),
            ],
            rows: coverage.sources.filter { $0.comments > 0 }.map { source in
                [
                    Markup(source.source), context.count(source.comments), share(source.unknownLanguage, source),
                    share(source.withLexiconHit, source), share(source.unlinked, source),
                    Markup(source.newest.map(phrases.period) ?? "–"),
                    Markup(source.silentDays.map(phrases.silentDays) ?? "–"),
                    Markup(phrases.freshness(source.freshness)),
                ]
            }
        )
    }

    private func share(_ part: Int, _ source: SourceCoverage) -> Markup {
        Markup("\(NumberText.count(part)) (\(NumberText.percent(part, of: source.comments)))")
    }

    private var quarantine: View? {
        guard !coverage.quarantine.isEmpty else { return nil }
        let table = DataTable(
            caption: phrases(.quarantineHeading),
            columns: [
                .text(phrases(.source)), .text(phrases(.reason)), .number(phrases(.rows)), .text(phrases(.example)),
            ],
            rows: coverage.quarantine.map { row in
                [
                    Markup(row.source),
                    Markup(RowProblem.Reason(rawValue: row.reason).map(phrases.problem) ?? row.reason),
                    context.count(row.rows), Markup(row.example ?? "–"),
                ]
            }
        )
        return ["table": .markup(table.markup), "csv": .text("csv/quarantine.csv"), "csvName": .text("quarantine.csv")]
    }

    private var agreementFigure: View? {
        guard let agreement = context.model.agreement else { return nil }
        let picture = ShareBarsPicture(
            title: phrases.agreementTitle,
            description: phrases.agreementDescription(),
            parts: [
                ShareBarsPicture.Part(kind: "against", name: phrases(.negative)),
                ShareBarsPicture.Part(kind: "neutral", name: phrases(.neutral)),
                ShareBarsPicture.Part(kind: "for", name: phrases(.positive)),
                ShareBarsPicture.Part(kind: "unscored", name: phrases(.unscored)),
            ],
            bars: agreement.rows.map {
                ShareBarsPicture.Bar(
                    name: "★ \($0.rating)",
                    counts: [$0.negative, $0.neutral, $0.positive, $0.unscored]
                )
            }
        )
        return context.figure(
            id: "agreement",
            title: phrases.agreementTitle,
            text: picture.description,
            table: agreementTable(agreement),
            csv: "agreement",
            command: context.head.command
        ) { picture.markup(id: "agreement-\($0.rawValue)", size: $0) }
    }

    private var parity: View? {
        guard let parity = context.model.parity else { return nil }
        let table = DataTable(
            caption: phrases(.parityHeading),
            columns: [
                .text(phrases(.parityMeasure)), .number(phrases(.englishLanguage)), .number(phrases(.japaneseLanguage)),
                .number(phrases(.parityDifference)), .number(phrases(.parityInterval)),
            ],
            rows: parity.rows.map { row in
                [
                    Markup(phrases(Self.word(row.measure))), hundredths(row.english), hundredths(row.japanese),
                    Markup(signedHundredths(row.difference.value)),
                    Markup(
                        phrases.between(signedHundredths(row.difference.low), signedHundredths(row.difference.high))
                    ),
                ]
            }
        )
        return [
            "note": .text(phrases.parityNote(pairs: parity.pairs)), "table": .markup(table.markup),
            "csv": .text("csv/parity.csv"), "csvName": .text("parity.csv"),
        ]
    }

    private static func word(_ measure: LanguageParity.Measure) -> Word {
        switch measure {
        case .valence: .parityValence
        case .side: .paritySide
        case .facets: .parityFacets
        case .signals: .paritySignals
        }
    }

    private func hundredths(_ value: Double) -> Markup { Markup(NumberText.fixed(value, decimals: 2)) }

    private func signedHundredths(_ value: Double) -> String { NumberText.signed(value, decimals: 2) }

    private func agreementTable(_ agreement: RatingAgreement) -> DataTable {
        DataTable(
            caption: phrases.agreementTitle,
            columns: [
                .text(phrases(.ratingWord)), .number(phrases(.negative)), .number(phrases(.neutral)),
                .number(phrases(.positive)), .number(phrases(.unscored)),
            ],
            rows: agreement.rows.map { row in
                [Markup("★ \(row.rating)")]
                    + [row.negative, row.neutral, row.positive, row.unscored].map(context.count)
            }
        )
    }
}
