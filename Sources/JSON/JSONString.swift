/// Where a string stands among the bytes, without its quotes.
package struct JSONString: Hashable, Sendable {
    package let range: Range<Int>
    /// Whether its bytes are not yet its text.
    package let hasEscapes: Bool

    /// A range of bytes that is a string, or the digits of a number.
    package init(range: Range<Int>, hasEscapes: Bool) {
        self.range = range
        self.hasEscapes = hasEscapes
    }

    /// The bytes with the escapes undone.
    ///
    /// A surrogate on its own becomes U+FFFD; bytes that are not UTF-8 stay as they are.
    package func utf8(in bytes: borrowing Span<UInt8>) -> [UInt8] {
        hasEscapes ? JSONEscape.unescaped(bytes, range) : [UInt8](copying: bytes, range)
    }

    /// The text with the escapes undone; bytes that are not UTF-8 are mended with U+FFFD.
    package func text(in bytes: borrowing Span<UInt8>) -> String {
        if hasEscapes { return String(decoding: JSONEscape.unescaped(bytes, range), as: UTF8.self) }
        do {
            return String(copying: try UTF8Span(validating: bytes.extracting(range)))
        } catch {
            return String(decoding: [UInt8](copying: bytes, range), as: UTF8.self)
        }
    }

    /// The text, where the bytes have been checked to be UTF-8 as a whole.
    ///
    /// A string is cut out at ASCII bytes, so its bytes need no second check; that is half the time of a long one.
    package func checkedText(in bytes: borrowing Span<UInt8>) -> String {
        if hasEscapes { return String(decoding: JSONEscape.unescaped(bytes, range), as: UTF8.self) }
        return unsafe String(copying: UTF8Span(unchecked: bytes.extracting(range)))
    }

    /// Whether the text is a word.
    package func equals(_ word: StaticString, in bytes: borrowing Span<UInt8>) -> Bool {
        let length = word.utf8CodeUnitCount
        if hasEscapes {
            let text = utf8(in: bytes)
            return text.count == length && text.indices.allSatisfy { unsafe text[$0] == word.utf8Start[$0] }
        }
        guard range.count == length else { return false }
        for index in 0..<length where unsafe bytes[range.lowerBound + index] != word.utf8Start[index] { return false }
        return true
    }
}

extension [UInt8] {
    /// The bytes of a range.
    package init(copying bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
        let part = bytes.extracting(range)
        self.init()
        append(addingCapacity: range.count) { output in
            unsafe part.withUnsafeBufferPointer { unsafe output.append($0) }
        }
    }
}
