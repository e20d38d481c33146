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

    static func count(of byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        for index in range where bytes[index] == byte { count += 1 }
        return count
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
