/// A row that could not be used: where it stood, why, and what it held.
package struct RowProblem: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable {
        case badEncoding, badSyntax, tooLarge, tooDeep, noText, noTime, badTime, badRating, badField, missingField
    }

    /// Path or name of the input, as the user gave it.
    package let file: String
    /// Line of the row's first byte, from 1.
    package let line: Int
    /// Offset of the row's first byte, from 0.
    package let byte: Int
    package let reason: Reason
    /// One sentence: what happened and what to do, without the user's text.
    package let message: String
    /// The row as it was read, cut at a bound.
    package let raw: [UInt8]
    /// The row's own id in its source, where it could be read.
    package let externalID: String?

    package init(
        file: String,
        line: Int,
        byte: Int,
        reason: Reason,
        message: String,
        raw: [UInt8],
        externalID: String? = nil
    ) {
        self.file = file
        self.line = line
        self.byte = byte
        self.reason = reason
        self.message = message
        self.raw = raw
        self.externalID = externalID
    }
}
