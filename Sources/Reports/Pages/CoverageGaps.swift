/// What is missing of the data: comments that no number holds, or that no period does, and columns that are not read.
package struct CoverageGaps {
    /// Sources and columns that are named; the others are counted.
    private static let named = 5

    private let coverage: Coverage
    private let phrases: any Phrases

    init(_ coverage: Coverage, phrases: any Phrases) {
        self.coverage = coverage
        self.phrases = phrases
    }

    /// `language`: of the sentences.
    package init(_ coverage: Coverage, language: ReportLanguage) {
        self.init(coverage, phrases: language.phrases)
    }

    /// A sentence a gap; empty where nothing is missing.
    package var sentences: [String] {
        let comments = coverage.totalComments
        let undated = coverage.sources.reduce(0) { $0 + $1.undated }
        return [
            coverage.withoutBrand > 0 ? phrases.withoutBrand(coverage.withoutBrand, of: comments) : nil,
            undated > 0 ? phrases.withoutTime(undated, of: comments) : nil,
        ].compactMap { $0 } + sealed + aside
    }

    private var sealed: [String] {
        coverage.sealed.isEmpty ? [] : [phrases.sealedVoices(coverage.sealed.map { ($0.brand, $0.voices) })]
    }

    private var aside: [String] {
        let sources = coverage.sources.filter { !$0.columnsAside.isEmpty }
        let told = sources.prefix(Self.named).map { source in
            phrases.columnsAside(
                Array(source.columnsAside.prefix(Self.named)),
                more: max(0, source.columnsAside.count - Self.named),
                of: source.source
            )
        }
        return told + (sources.count > Self.named ? [phrases.moreColumnsAside(sources.count - Self.named)] : [])
    }
}
