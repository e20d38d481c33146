/// Finds the end of a JSON value in a window that is filled piece by piece, going on where the window ended.
package struct JSONExtent {
    /// Bytes gone over so far, from the value's first.
    package private(set) var scanned = 0
    private var depth = 0
    private var inString = false
    private var isEscaped = false

    package init() {}

    /// Goes on over the bytes at hand; `base`: index of the value's first byte in them.
    ///
    /// - Returns: Index after the value's last byte; `nil` when more bytes are needed.
    package mutating func scan(_ bytes: borrowing Span<UInt8>, from base: Int) -> Int? {
        var index = base + scanned
        while index < bytes.count {
            let byte = bytes[index]
            if inString {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else if byte == 0x22 {
                    inString = false
                }
            } else if byte == 0x22 {
                inString = true
            } else if byte == 0x7B || byte == 0x5B {
                depth += 1
            } else if byte == 0x7D || byte == 0x5D {
                if depth == 0 { return index }
                depth -= 1
            } else if depth == 0, byte == 0x2C || byte == 0x0A {
                return index
            }
            index += 1
            if depth == 0, byte == 0x7D || byte == 0x5D { return index }
        }
        scanned = index - base
        return nil
    }
}
