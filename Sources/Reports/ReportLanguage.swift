/// The language a report is written in.
///
/// Quoted comments keep their own language.
package enum ReportLanguage: String, Hashable, Sendable, CaseIterable {
    case ja, en

    /// The language that a page offers beside its own; going on, all of them come round.
    package var next: ReportLanguage {
        let all = Self.allCases
        let place = all.firstIndex(of: self).map { $0 + 1 } ?? 0
        return place < all.count ? all[place] : all[0]
    }
}
