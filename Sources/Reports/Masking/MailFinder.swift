/// Finds mail addresses in UTF-8 bytes.
enum MailFinder {
    static func finds(in bytes: [UInt8]) -> [MaskedRange] {
        var finds: [MaskedRange] = []
        for at in bytes.indices {
            guard let signLength = atSign(bytes, at: at) else { continue }
            var start = at
            while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
            var end = at + signLength
            while end < bytes.count, isDomain(bytes[end]) { end += 1 }
            // A full stop or hyphen behind the address belongs to the sentence.
            while end > at + signLength, !isLetterOrDigit(bytes[end - 1]) { end -= 1 }
            let domain = bytes[at + signLength..<end]
            guard start < at, domain.contains(UInt8(ascii: ".")), domain.first != UInt8(ascii: ".") else { continue }
            finds.append(MaskedRange(start: start, end: end, sign: "•••@•••"))
        }
        return finds
    }

    /// Length in bytes of `@` or the full-width `＠`.
    private static func atSign(_ bytes: [UInt8], at index: Int) -> Int? {
        if bytes[index] == UInt8(ascii: "@") { return 1 }
        let isWide = bytes[index...].starts(with: [0xEF, 0xBC, 0xA0])
        return isWide ? 3 : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isDomain(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
    }
}
