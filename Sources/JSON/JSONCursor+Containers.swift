extension JSONCursor {
    /// Steps over `{`, for ``nextName(_:)``.
    package mutating func openObject(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
        skipSpace(bytes)
        guard peek(bytes) == UInt8(ascii: "{") else { throw fault(.syntax, "is no JSON object") }
        try open()
    }

    /// Steps over `[`, for ``nextElement(_:)``.
    package mutating func openArray(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
        skipSpace(bytes)
        guard peek(bytes) == UInt8(ascii: "[") else { throw fault(.syntax, "is no JSON array") }
        try open()
    }

    /// Steps on to the value of the next member of the object that was opened last.
    ///
    /// - Returns: The member's name; `nil` when the object has ended, its bracket stepped over.
    package mutating func nextName(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> JSONString? {
        guard try next(bytes, end: UInt8(ascii: "}")) else { return nil }
        guard peek(bytes) == UInt8(ascii: "\"") else { throw fault(.syntax, "lacks a name in quotes") }
        let name = try scanString(bytes)
        skipSpace(bytes)
        guard take(bytes, UInt8(ascii: ":")) else { throw fault(.syntax, "lacks a colon after a name") }
        skipSpace(bytes)
        return name
    }

    /// Steps on to the next element of the array that was opened last.
    ///
    /// - Returns: False when the array has ended, its bracket stepped over.
    package mutating func nextElement(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> Bool {
        try next(bytes, end: UInt8(ascii: "]"))
    }

    private mutating func open() throws(JSONError) {
        guard depth < depthLimit else { throw fault(.tooDeep, "is nested more than \(depthLimit) deep") }
        depth += 1
        position += 1
        isAtStart = true
    }

    /// Steps over the end, or over the comma that must stand before a further value.
    private mutating func next(_ bytes: borrowing Span<UInt8>, end: UInt8) throws(JSONError) -> Bool {
        skipSpace(bytes)
        if take(bytes, end) {
            depth -= 1
            isAtStart = false
            return false
        }
        if isAtStart {
            isAtStart = false
            return true
        }
        guard take(bytes, UInt8(ascii: ",")) else {
            throw fault(.syntax, position < bytes.count ? "lacks a comma or an end" : "ends in the middle")
        }
        skipSpace(bytes)
        return true
    }
}
