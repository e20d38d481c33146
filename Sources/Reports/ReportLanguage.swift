/// The language a report is written in.
///
/// Quoted comments keep their own language.
package enum ReportLanguage: String, Hashable, Sendable, CaseIterable {
    case ja, en
}
