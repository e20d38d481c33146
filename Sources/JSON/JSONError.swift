/// Why bytes could not be read or a value not be written as JSON, and where.
package struct JSONError: Error, Hashable, Sendable {
    package enum Code: String, Hashable, Sendable {
        /// Not what RFC 8259 allows.
        case syntax
        /// Not UTF-8.
        case encoding
        /// Nested deeper than the reader's bound.
        case tooDeep
        /// Longer than the reader's bound.
        case tooLarge
        /// A number that is not finite or does not fit where it is read or written.
        case number
    }

    package let code: Code
    /// Offset among the bytes that were read, from 0; when writing, of the bytes written so far.
    package let offset: Int
    /// What is wrong, to stand behind a subject: "lacks a colon after a name".
    package let message: String

    package init(_ code: Code, offset: Int, message: String) {
        self.code = code
        self.offset = offset
        self.message = message
    }
}
