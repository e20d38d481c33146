/// A place in a JSON text and the steps over its parts: the one reader of JSON in Koe.
///
/// By RFC 8259, strictly, with a bound on the depth; NaN and infinities are no numbers. The bytes stay with the caller
/// and are given to each step; no step traps, whatever they hold. Numbers keep their own digits, and a string is a
/// range until its text is asked for, so that nothing is allocated on the way. Names that come twice are both given:
/// callers that take them one after the other let the last count.
///
///     try cursor.openObject(bytes)
///     while let name = try cursor.nextName(bytes) {
///         if name.equals("id", in: bytes) { … } else { try cursor.skipValue(bytes) }
///     }
///     try cursor.end(bytes)
package struct JSONCursor {
    /// The deepest bound that can be asked for: the steps over nested values call themselves.
    package static let deepest = 256

    /// Offset of the next byte.
    package internal(set) var position: Int
    let depthLimit: Int
    /// Objects and arrays that are open.
    var depth = 0
    /// Whether an object or array has been opened and nothing in it read yet.
    var isAtStart = false

    /// A cursor at `position`; `depthLimit`: most objects and arrays open at a time, at most ``deepest``.
    package init(depthLimit: Int = 64, position: Int = 0) {
        self.depthLimit = min(depthLimit, Self.deepest)
        self.position = max(0, position)
    }

    /// The error that stands where the cursor is.
    package func fault(_ code: JSONError.Code, _ message: String) -> JSONError {
        JSONError(code, offset: position, message: message)
    }

    /// The byte at the cursor; `nil` at the end.
    package func peek(_ bytes: borrowing Span<UInt8>) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// Steps over spaces, tabs and line ends.
    package mutating func skipSpace(_ bytes: borrowing Span<UInt8>) {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    /// Steps over a byte if it is next.
    package mutating func take(_ bytes: borrowing Span<UInt8>, _ byte: UInt8) -> Bool {
        guard peek(bytes) == byte else { return false }
        position += 1
        return true
    }

    /// Steps over a word if it is next, such as `null`.
    package mutating func take(_ bytes: borrowing Span<UInt8>, word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count else { return false }
        for index in 0..<length where unsafe bytes[position + index] != word.utf8Start[index] { return false }
        position += length
        return true
    }

    /// Checks that nothing but white space is left.
    package mutating func end(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
        skipSpace(bytes)
        guard position == bytes.count else { throw fault(.syntax, "has something after the JSON value") }
    }

    /// Checks that the bytes are UTF-8; the steps themselves do not.
    package static func checkEncoding(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
        do {
            _ = try UTF8Span(validating: copy bytes)
        } catch {
            throw JSONError(.encoding, offset: error.byteOffsets.lowerBound, message: "is not UTF-8")
        }
    }
}
