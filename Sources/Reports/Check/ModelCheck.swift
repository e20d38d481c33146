import Feedback

/// Finds what would make a report as a whole empty or wrong, before anything is drawn.
///
/// What is wrong with one brand only leaves that brand out: `ReportModel.withoutUnsoundBrands`.
struct ModelCheck {
    let model: ReportModel

    /// - Throws: `ReportError` for the first fault, in the order of the model.
    func run() throws {
        guard !model.brands.isEmpty else {
            throw ReportError(.emptyModel, at: "brands", "there is no brand to report on; import comments first")
        }
        try checkHead()
        try CoverageCheck(coverage: model.coverage).run()
        var names: Set<String> = []
        for brand in model.brands {
            guard !brand.name.isEmpty, names.insert(brand.name).inserted else {
                throw ReportError(
                    .inconsistentModel,
                    at: "brands",
                    "the name \"\(brand.name)\" is empty or occurs twice"
                )
            }
        }
        for change in model.explained {
            let place = "explained[\(change.brand)]"
            try require(names.contains(change.brand), .unknownName, place, "no brand of the report has this name")
        }
        try checkAgreement()
        try checkAcrossBrands()
    }

    private func checkHead() throws {
        let head = model.head
        let part = PartCheck(place: "head")
        try part.number(head.margin, in: 0...100)
        try require(head.margin > 0, .numberOutOfRange, "head.margin", "a margin of 0 shows nothing to be equal")
        try require(head.minimumVoices >= 1, .numberOutOfRange, "head.minimumVoices", "must be at least 1")
        try require(
            (50...99).contains(head.confidencePercent),
            .numberOutOfRange,
            "head.confidencePercent",
            "not 50–99"
        )
        let names: [(String, String)] = [
            ("runID", head.runID), ("asOf", head.asOf), ("zone", head.zone), ("databaseHash", head.databaseHash),
            ("lexiconVersion", head.lexiconVersion), ("scorerVersion", head.scorerVersion),
            ("configVersion", head.configVersion), ("definitionVersion", head.definitionVersion),
            ("command", head.command),
        ]
        for (name, value) in names {
            try require(
                !value.isEmpty,
                .emptyModel,
                "head.\(name)",
                "is empty; a report must say what it was made from"
            )
        }
    }

    private func checkAgreement() throws {
        guard let agreement = model.agreement else { return }
        try require(!agreement.rows.isEmpty, .emptyModel, "agreement.rows", "no row; leave agreement out instead")
        for row in agreement.rows {
            let part = PartCheck(place: "agreement[\(row.rating)]")
            try part.counts([row.negative, row.neutral, row.positive, row.unscored])
        }
        let place = "agreement.mismatchCount"
        let quoted = agreement.mismatches.count
        try require(agreement.mismatchCount >= quoted, .inconsistentModel, place, "is below the number quoted")
        for mismatch in agreement.mismatches {
            try PartCheck(place: "agreement.mismatches").verbatim(mismatch.verbatim)
        }
    }

    private func checkAcrossBrands() throws {
        guard let across = model.acrossBrands else { return }
        let part = PartCheck(place: "acrossBrands")
        try part.counts([across.brands])
        for slope in [across.withinSlope, across.betweenSlope] { try part.range(slope, in: -1_000...1_000) }
    }
}

/// Throws unless a condition holds; the words are made where it does not.
func require(
    _ holds: Bool,
    _ code: ReportError.Code,
    _ place: String,
    _ reason: @autoclosure () -> String
) throws {
    guard holds else { throw ReportError(code, at: place, reason()) }
}
