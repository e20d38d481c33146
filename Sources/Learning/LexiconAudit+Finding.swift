import Measures
import Workspace

extension LexiconAudit {
    /// One entry that the ratings of its comments speak against.
    package struct Finding: Encodable, Sendable {
        package let source: String
        package let language: String
        package let entry: String
        /// `praise` or `blame`.
        package let says: String
        /// `valence`, `facet NAME`, `signal NAME`.
        package let kinds: [String]
        /// `against` or `silent`.
        package let verdict: String
        /// Ratings of its comments by the part of the scale.
        package let low: Int
        package let middle: Int
        package let high: Int
        /// Share of low and high ratings that go with the entry, with Wilson's 95 % interval; 0…1.
        package let agreement: Double
        package let agreementLow: Double
        package let agreementHigh: Double
        /// The same over the comments without the entry.
        package let base: Double
        /// Adjusted p-value.
        package let q: Double
        /// Up to three comments rated the other way.
        package let examples: [String]

        init(_ finding: EntryAudit.Finding, names: VoiceNames) {
            source = names.shown(finding.claim.group.source)
            language = finding.claim.group.language
            entry = finding.claim.entry
            says = finding.claim.isPraise ? "praise" : "blame"
            kinds = finding.kinds
            verdict = finding.verdict.rawValue
            (low, middle, high) = (finding.count.low, finding.count.middle, finding.count.high)
            let interval = finding.agreement.wilson()
            agreement = Self.rounded(finding.agreement.value)
            agreementLow = Self.rounded(interval.lowerBound)
            agreementHigh = Self.rounded(interval.upperBound)
            base = Self.rounded(finding.base.value)
            q = Self.rounded(finding.q)
            examples = finding.examples.map(names.shown(key:))
        }

        /// To four places, so that no last bit of a sum shows.
        private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    }
}
