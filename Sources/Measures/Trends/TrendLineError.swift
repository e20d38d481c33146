/// Why a line of `koe trend` could not be read.
package struct TrendLineError: Error, Hashable, Sendable {
    package enum Code: String, Hashable, Sendable {
        /// No JSON object of the expected form.
        case malformed
        /// A number is missing, too long or not finite.
        case number
        /// A key that must be there is not.
        case missingKey
        /// Arrays of different lengths that must agree.
        case shape
        /// More than the reader is made for.
        case tooLarge
    }

    package let code: Code
    /// Byte of the line.
    package let offset: Int
}

extension TrendLineError: CustomStringConvertible {
    package var description: String {
        let what =
            switch code {
            case .malformed: "not a JSON object of the expected form"
            case .number: "not a number in range"
            case .missingKey: "a required key is missing (id and hist, or id and values)"
            case .shape: "arrays of different lengths"
            case .tooLarge: "too many elements"
            }
        return "\(what) at byte \(offset)"
    }
}
