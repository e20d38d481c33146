/// Checks the ledger of a report: its sums, and that it says of itself what the sums say.
struct CoverageCheck {
    let coverage: Coverage

    func run() throws {
        guard !coverage.sources.isEmpty else {
            throw ReportError(.emptyModel, at: "coverage.sources", "no source; a report must say what went in")
        }
        try PartCheck(place: "coverage").counts([coverage.voices, coverage.cases, coverage.withoutBrand])
        try PartCheck(place: "coverage.sealed").counts(coverage.sealed.map(\.voices))
        var names: Set<String> = []
        for source in coverage.sources {
            let place = "coverage[\(source.source)]"
            try require(names.insert(source.source).inserted, .inconsistentModel, place, "the source occurs twice")
            try check(source, at: place)
        }
        try require(
            coverage.ledgerAddsUp == coverage.sources.allSatisfy(\.addsUp),
            .inconsistentModel,
            "coverage.ledgerAddsUp",
            "the sums of the sources say otherwise"
        )
        for row in coverage.quarantine {
            let place = "coverage.quarantine[\(row.source)]"
            try PartCheck(place: place).counts([row.rows])
            try require(names.contains(row.source), .unknownName, place, "no source of the report has this name")
        }
        for source in coverage.sources {
            let told = coverage.quarantine.filter { $0.source == source.source }.reduce(0) { $0 + $1.rows }
            let place = "coverage.quarantine[\(source.source)]"
            try require(told <= source.quarantined, .inconsistentModel, place, "more rows than the ledger set aside")
        }
    }

    private func check(_ source: SourceCoverage, at place: String) throws {
        let part = PartCheck(place: place)
        try part.counts([source.read, source.stored, source.duplicate, source.updated, source.quarantined])
        try part.counts([source.comments, source.unknownLanguage, source.withLexiconHit, source.unlinked])
        try part.counts([source.undated])
        let parts = [source.unknownLanguage, source.withLexiconHit, source.unlinked, source.undated]
        try require(parts.allSatisfy { $0 <= source.comments }, .inconsistentModel, place, "a share is above the whole")
        if let days = source.silentDays { try part.counts([days]) }
    }
}
