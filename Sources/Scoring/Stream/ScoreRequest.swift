package import Feedback
import JSON

/// One line of a request stream: `{"id": …, "text": "…", "title": "…"?, "lang": "ja"?}`.
package struct ScoreRequest: Hashable, Sendable {
    /// The JSON token of `id`, a string or a number, as it came.
    package let id: [UInt8]
    /// UTF-8 of `text`, with escapes undone.
    package let text: [UInt8]
    /// UTF-8 of `title`; empty when the line has none.
    package let title: [UInt8]
    /// `nil` when the line names none or one that is neither Japanese nor English.
    package let language: Language?

    /// Reads a line; other members are skipped.
    ///
    /// - Parameters:
    ///   - line: without its line feed.
    ///   - number: 1-based, for the error.
    /// - Returns: the request.
    /// - Throws: `ScoringError` with `badRequest`.
    package static func parse(line: [UInt8], number: Int) throws(ScoringError) -> ScoreRequest {
        do {
            return try read(line.span)
        } catch {
            let message = "the line \(error.message), at its byte \(error.offset + 1)"
            throw ScoringError(code: .badRequest, line: number, message: message)
        }
    }

    private static func read(_ line: borrowing Span<UInt8>) throws(JSONError) -> ScoreRequest {
        var cursor = JSONCursor()
        var id: [UInt8]?
        var text: [UInt8]?
        var title: [UInt8] = []
        var language: Language?
        try cursor.openObject(line)
        while let name = try cursor.nextName(line) {
            if name.equals("id", in: line) {
                id = try readIdentifier(line, &cursor)
            } else if name.equals("text", in: line) {
                text = try cursor.scanString(line).utf8(in: line)
            } else if name.equals("title", in: line), cursor.peek(line) == UInt8(ascii: "\"") {
                title = try cursor.scanString(line).utf8(in: line)
            } else if name.equals("lang", in: line), cursor.peek(line) == UInt8(ascii: "\"") {
                language = Language(declared: try cursor.scanString(line).text(in: line))
            } else {
                try cursor.skipValue(line)
            }
        }
        try cursor.end(line)
        guard let id else { throw cursor.fault(.syntax, "has no member 'id'") }
        guard let text = text ?? (title.isEmpty ? nil : []) else {
            throw cursor.fault(.syntax, "has no member 'text'")
        }
        return ScoreRequest(id: id, text: text, title: title, language: language)
    }

    private static func readIdentifier(
        _ line: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor
    ) throws(JSONError) -> [UInt8] {
        let start = cursor.position
        if cursor.peek(line) == UInt8(ascii: "\"") {
            _ = try cursor.scanString(line)
        } else {
            _ = try cursor.scanNumber(line)
        }
        return [UInt8](copying: line, start..<cursor.position)
    }
}
