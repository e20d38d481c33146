package import Reports

/// A brand of a report in the making.
package struct BrandDraft: Sendable {
    /// Everything about it, or the outline where the part holds that the report before has of it.
    package let report: BrandReport
    let facts: BrandFacts
    /// Digest of what it was made of, beside what ``ReportJournal`` notes.
    let input: String
    /// Of the report before, where its part of that holds; `nil` for a brand that was made.
    package let kept: KeptBrand?

    init(_ report: BrandReport, _ facts: BrandFacts, input: String) {
        (self.report, self.facts, self.input, kept) = (report, facts, input, nil)
    }

    init(_ kept: KeptBrand) {
        (report, facts, input) = (kept.outline, kept.facts, kept.input)
        self.kept = kept
    }

    /// Digest of what its pages show that is not of the brand: the frame around them, and who is known of those that may
    /// be addressed in its texts.
    package func drawing(in frame: BrandFrame, masking: Masking) -> String {
        let known = masking.known(among: facts.addressed + facts.addressedInEvents)
        let noted = facts.notes.isEmpty ? [] : masking.knownInNotes
        let lines = [frame.text(of: report)] + [known, noted].map { $0.joined(separator: "\n") }
        return BrandInputs.digest(of: lines)
    }

    /// Whether its pages were drawn with other things than a report that comes after would draw them with.
    package func isOutdated(in frame: BrandFrame, masking: Masking) -> Bool {
        kept.map { $0.drawing != drawing(in: frame, masking: masking) } ?? false
    }
}

/// What is known of a brand beside its report when that has been made.
struct BrandFacts: Codable, Sendable {
    let months: [AcrossBrandsBuilder.Month]
    /// Who may be addressed in its texts, as ``Masking/addressed(in:)`` finds them.
    let addressed: [String]
    /// The same in the labels of its events.
    let addressedInEvents: [String]
    /// What staff noted of its flags.
    let notes: [String]
    /// The cases beside each of those that it tells, by their ids.
    let similar: [String: [String]]

    init(_ report: BrandReport, months: [AcrossBrandsBuilder.Month], similar: [String: [String]]) {
        self.months = months
        notes = report.notes
        addressed = Masking.addressed(in: report.quotedTexts + notes)
        addressedInEvents = Masking.addressed(in: report.events.compactMap(\.label))
        self.similar = similar
    }
}
