extension JSONCursor {
    /// Steps over a value, checking it.
    package mutating func skipValue(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
        skipSpace(bytes)
        switch peek(bytes) {
        case UInt8(ascii: "\""): _ = try scanString(bytes)
        case UInt8(ascii: "{"):
            try openObject(bytes)
            while try nextName(bytes) != nil { try skipValue(bytes) }
        case UInt8(ascii: "["):
            try openArray(bytes)
            while try nextElement(bytes) { try skipValue(bytes) }
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            guard take(bytes, word: "true") || take(bytes, word: "false") || take(bytes, word: "null") else {
                throw fault(.syntax, "holds a word that is not true, false or null")
            }
        case .none: throw fault(.syntax, "ends in the middle")
        default: _ = try scanNumber(bytes)
        }
    }

    /// Steps over a number.
    ///
    /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
    ///
    /// - Returns: Where its digits stand; of any size, as nothing is converted.
    package mutating func scanNumber(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> Range<Int> {
        skipSpace(bytes)
        let start = position
        _ = take(bytes, UInt8(ascii: "-"))
        if !take(bytes, UInt8(ascii: "0")) { try skipDigits(bytes) }
        if take(bytes, UInt8(ascii: ".")) { try skipDigits(bytes) }
        if take(bytes, UInt8(ascii: "e")) || take(bytes, UInt8(ascii: "E")) {
            if !take(bytes, UInt8(ascii: "+")) { _ = take(bytes, UInt8(ascii: "-")) }
            try skipDigits(bytes)
        }
        return start..<position
    }

    /// Reads a number without fraction or exponent that fits an `Int`.
    package mutating func readInteger(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> Int {
        let range = try scanNumber(bytes)
        let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
        var value = 0
        for index in (isNegative ? range.lowerBound + 1 : range.lowerBound)..<range.upperBound {
            let (tens, isTooLong) = value.multipliedReportingOverflow(by: 10)
            // Negative throughout, because the least number has no positive twin.
            let digit = Int(bytes[index]) - 0x30
            let (sum, isTooLarge) = tens.subtractingReportingOverflow(digit)
            guard (0...9).contains(digit), !isTooLong, !isTooLarge else {
                throw JSONError(.number, offset: range.lowerBound, message: "holds a number that is no whole one")
            }
            value = sum
        }
        if isNegative { return value }
        guard value > Int.min else {
            throw JSONError(.number, offset: range.lowerBound, message: "holds a number that is too large")
        }
        return -value
    }

    /// Steps over a string in quotes.
    package mutating func scanString(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> JSONString {
        skipSpace(bytes)
        guard take(bytes, UInt8(ascii: "\"")) else { throw fault(.syntax, "lacks a string in quotes") }
        let start = position
        var hasEscapes = false
        while true {
            skipPlainText(bytes)
            guard let byte = peek(bytes) else { throw fault(.syntax, "ends within a string") }
            if byte == UInt8(ascii: "\"") {
                position += 1
                return JSONString(range: start..<position - 1, hasEscapes: hasEscapes)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                try skipEscape(bytes)
            } else if byte < 0x20 {
                throw fault(.syntax, "has a control character within a string")
            } else {
                position += 1
            }
        }
    }

    /// Steps over bytes of a string that stand for themselves, a block at a time; some may be left.
    @inline(__always)
    private mutating func skipPlainText(_ bytes: borrowing Span<UInt8>) {
        while position + JSONBlock.size <= bytes.count {
            let count = JSONBlock.plainBytes(JSONBlock.load(bytes, at: position))
            position += count
            if count < JSONBlock.size { return }
        }
    }

    private mutating func skipDigits(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
        let start = position
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
        guard position > start else { throw fault(.syntax, "holds something that is no JSON value") }
    }

    private mutating func skipEscape(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
        guard position + 1 < bytes.count else { throw fault(.syntax, "ends within a string") }
        switch bytes[position + 1] {
        case UInt8(ascii: "u"):
            guard JSONEscape.hex4(bytes, position + 2) != nil else { throw fault(.syntax, "has a wrong \\u escape") }
            position += 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        default:
            throw fault(.syntax, "has an unknown escape")
        }
    }
}
