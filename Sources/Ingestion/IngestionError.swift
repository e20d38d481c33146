/// Why an input could not be read at all.
///
/// A single bad row is never an error: it becomes a `RowProblem`.
package struct IngestionError: Error, Hashable, Sendable {
    package enum Code: String, Hashable, Sendable {
        /// The input is empty, binary, packed, or in a format that is not known.
        case unreadable
        /// The pull closure of the input failed.
        case readFailed
        /// The named encoding does not exist here, or the text is plainly in another one.
        case badEncoding
        /// The mapping asks for something that cannot be done, such as an unknown zone or a column that is not there.
        case badMapping
    }

    package let code: Code
    /// Path or name of the input, as the user gave it.
    package let file: String
    /// Offset of the byte that shows the fault, from 0, where there is one.
    package let byte: Int?
    /// What happened and what to do; lower-case start, no full stop.
    package let message: String

    package init(_ code: Code, file: String, byte: Int? = nil, message: String) {
        self.code = code
        self.file = file
        self.byte = byte
        self.message = message
    }
}

extension IngestionError: CustomStringConvertible {
    /// `file: message`, with the byte where it is known.
    package var description: String {
        guard let byte else { return "\(file): \(message)" }
        return "\(file): byte \(byte): \(message)"
    }
}
