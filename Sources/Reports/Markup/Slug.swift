import Feedback

/// Names made safe for file names and anchors.
enum Slug {
    /// Lower-case ASCII letters, digits and hyphens; other names get a hash of their bytes, so that no two meet.
    ///
    /// `Lotte` → `lotte`; `ロッテ` → `x-1f0c…`; `A/B` → `a-b-…`.
    static func make(_ name: String) -> String {
        var letters: [UInt8] = []
        var isExact = true
        for byte in name.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: letters.append(byte)
            case 0x41...0x5A: letters.append(byte + 0x20)
            case 0x20, 0x2D: letters.append(0x2D)
            case 0x2F:
                letters.append(0x2D)
                isExact = false
            default: isExact = false
            }
        }
        let readable = String(decoding: letters.prefix(40), as: UTF8.self)
        if isExact, !readable.isEmpty, letters.count <= 40 { return readable }
        return (readable.isEmpty ? "x" : readable) + "-" + hash(name)
    }

    /// Slugs of many names, in their order.
    ///
    /// Names that differ only in case or in space against hyphen get a hash after the first.
    static func makeAll(_ names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.map { name in
            let slug = make(name)
            let unique = taken.insert(slug).inserted ? slug : slug + "-" + hash(name)
            taken.insert(unique)
            return unique
        }
    }

    private static func hash(_ name: String) -> String { String(ByteHash.value(name.utf8), radix: 16) }
}
