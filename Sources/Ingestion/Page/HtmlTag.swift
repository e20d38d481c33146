/// One tag of HTML: its name and attributes.
struct HtmlTag {
    let name: String
    let isClosing: Bool
    let isSelfClosing: Bool
    /// Index after its end.
    let end: Int
    private var attributes: [(name: String, value: String)] = []

    subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }

    /// - Returns: `nil` when no tag, comment or declaration begins at the index.
    init?(_ bytes: [UInt8], at start: Int) {
        var index = start + 1
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
            name = "!"
            isClosing = false
            isSelfClosing = true
            end = Self.endOfDeclaration(bytes, from: start)
            return
        }
        isClosing = bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let nameStart = index
        while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
        guard index > nameStart, bytes[nameStart] > 0x40 else { return nil }
        name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
        var isSelfClosing = false
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            isSelfClosing = bytes[index] == UInt8(ascii: "/")
            if Self.isNameByte(bytes[index]) {
                attributes.append(Self.attribute(bytes, &index))
            } else {
                index += 1
            }
        }
        self.isSelfClosing = isSelfClosing
        end = min(index + 1, bytes.count)
    }

    /// Index of the tag that closes an element whose content is no markup, or the end.
    static func closing(_ name: String, _ bytes: [UInt8], from start: Int) -> Int {
        let mark = Array("</\(name)".utf8)
        var index = start
        while let open = ByteSearch.firstIndex(of: UInt8(ascii: "<"), in: bytes, index..<bytes.count) {
            let candidate = bytes[open..<min(bytes.count, open + mark.count)].map {
                (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
            }
            if candidate == mark { return open }
            index = open + 1
        }
        return bytes.count
    }

    private static func endOfDeclaration(_ bytes: [UInt8], from start: Int) -> Int {
        guard bytes[start...].starts(with: "<!--".utf8) else {
            return (bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
        }
        var index = start + 4
        while index + 2 < bytes.count {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return index + 3 }
            index += 1
        }
        return bytes.count
    }

    private static func attribute(_ bytes: [UInt8], _ index: inout Int) -> (name: String, value: String) {
        let start = index
        while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
        let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, "") }
        index += 1
        guard index < bytes.count else { return (name, "") }
        let quote = bytes[index]
        guard quote == 0x22 || quote == 0x27 else {
            let valueStart = index
            while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">") { index += 1 }
            return (name, String(decoding: bytes[valueStart..<index], as: UTF8.self))
        }
        let valueStart = index + 1
        index = ByteSearch.firstIndex(of: quote, in: bytes, valueStart..<bytes.count) ?? bytes.count
        let value = String(decoding: bytes[min(valueStart, index)..<index], as: UTF8.self)
        index = min(index + 1, bytes.count)
        return (name, value)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            || byte == 0x3A
            || byte == 0x5F
    }
}

/// Character references of HTML.
enum HtmlEntity {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "laquo": "«", "raquo": "»",
        "hellip": "…", "mdash": "—",
        "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "yen": "¥", "copy": "©", "reg": "®",
        "trade": "™", "middot": "·",
        "bull": "•", "times": "×", "hearts": "♥", "star": "☆", "starf": "★", "eacute": "é", "euro": "€", "pound": "£",
    ]

    /// The text with its references replaced; those that are not known stay as they are.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var out = ""
        var rest = Substring(text)
        while let mark = rest.firstIndex(of: "&") {
            out += rest[..<mark]
            let tail = rest[rest.index(after: mark)...]
            if let end = tail.prefix(12).firstIndex(of: ";"), let character = character(String(tail[..<end])) {
                out += character
                rest = tail[tail.index(after: end)...]
            } else {
                out += "&"
                rest = tail
            }
        }
        return out + rest
    }

    private static func character(_ name: String) -> String? {
        if let known = named[name] { return known }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value >= 0x20 else { return nil }
        return Unicode.Scalar(value).map { String($0) }
    }
}
