/// Why a report was not made.
///
/// A report that cannot be right is not drawn at all.
package struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// There is nothing to report.
        case emptyModel
        /// Two parts of the model contradict each other.
        case inconsistentModel
        /// A number is not finite or outside its range.
        case numberOutOfRange
        /// A facet, signal, period or language the report does not know.
        case unknownName
        case missingTemplate
        case badTemplate
        case badMaskingPattern
    }

    package let code: Code
    /// Part of the model or name of the template, such as `brands[Lotte].verdict`.
    package let place: String
    /// What is wrong and what to do; lower-case start, no full stop.
    package let reason: String

    package init(_ code: Code, at place: String, _ reason: String) {
        self.code = code
        self.place = place
        self.reason = reason
    }

    package var description: String { "\(place): \(reason)" }
}
