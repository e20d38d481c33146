/// Why the scorer cannot be made.
package struct ScoringError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        case dictionaryMissing, dictionaryUnusable, badLexicon, badRequest, outOfMemory
    }

    package let code: Code
    /// Path of the file in question, as it was given.
    package let file: String?
    /// 1-based.
    package let line: Int?
    /// What happened and what to do, in lower case without a full stop.
    package let message: String

    package init(code: Code, file: String? = nil, line: Int? = nil, message: String) {
        self.code = code
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String {
        let place = [file, line.map { String($0) }].compactMap { $0 }.joined(separator: ":")
        return place.isEmpty ? message : "\(place): \(message)"
    }
}
