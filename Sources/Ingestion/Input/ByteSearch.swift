import Glibc

/// Searches among bytes with the C library's vector code.
enum ByteSearch {
    /// Index of the first such byte in a range.
    static func firstIndex(of byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress, !range.isEmpty else { return nil }
            // The range is within the array: every caller takes it from the array's own indices.
            guard let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// Whether a text holds a byte.
    static func holds(_ text: String, _ byte: UInt8) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { holds(UnsafeRawBufferPointer($0), byte) }
            ?? text.utf8.contains(byte)
    }

    /// Whether bytes hold a byte.
    static func holds(_ bytes: UnsafeRawBufferPointer, _ byte: UInt8) -> Bool {
        bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }

    static func count(of byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        var start = range.lowerBound
        while let found = firstIndex(of: byte, in: bytes, start..<range.upperBound) {
            count += 1
            start = found + 1
        }
        return count
    }

    /// Index of the first byte that is not plain ASCII text: of 80 and above, or an escape.
    static func firstBeyondASCII(_ bytes: [UInt8]) -> Int? {
        let escape = firstIndex(of: 0x1B, in: bytes, 0..<bytes.count) ?? bytes.count
        let high = bytes.withUnsafeBytes { raw -> Int in
            var index = 0
            // Eight bytes at a time while none of them has its high bit set.
            while index + 8 <= escape {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { break }
                index += 8
            }
            while index < escape, raw[index] < 0x80 { index += 1 }
            return index
        }
        return high < bytes.count ? high : nil
    }

    /// Index of the first place in a range where a pattern stands whole.
    static func firstIndex(of pattern: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.count >= pattern.count, !pattern.isEmpty else { return nil }
        let last = range.upperBound - pattern.count
        var start = range.lowerBound
        while start <= last, let found = firstIndex(of: pattern[0], in: bytes, start..<(last + 1)) {
            if bytes[found..<(found + pattern.count)].elementsEqual(pattern) { return found }
            start = found + 1
        }
        return nil
    }
}
