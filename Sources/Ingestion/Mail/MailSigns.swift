/// Whether bytes begin as mail does: one message, or a box of them (RFC 4155).
enum MailSigns {
    /// Bytes that are looked at.
    static let window = 8_192

    static func begin(_ bytes: some Collection<UInt8>) -> Bool {
        let text = String(decoding: bytes.prefix(window), as: UTF8.self)
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
        while lines.first?.isEmpty == true { lines = lines.dropFirst() }
        let isBox = lines.first.map { MailReader.isPostmark($0) } ?? false
        if isBox { lines = lines.dropFirst() }
        let head = lines.prefix { !$0.isEmpty }.map { $0.lowercased() }
        // A header begins every line but those that go on with the one before.
        let isHead = head.allSatisfy { $0.first == " " || $0.first == "\t" || isHeader($0) || $0 == head.last }
        guard isHead else { return false }
        let found = names.count { name in head.contains { $0.hasPrefix(name) } }
        return found >= (isBox ? 1 : 3)
    }

    private static let names = [
        "from:", "to:", "subject:", "date:", "message-id:", "received:", "mime-version:", "return-path:",
        "content-type:",
    ]

    private static func isHeader(_ line: String) -> Bool {
        guard let colon = line.utf8.firstIndex(of: 0x3A), colon > line.startIndex else { return false }
        return line.utf8[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
