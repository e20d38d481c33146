/// Whom a header names.
struct MailAddress: Hashable {
    /// As people call them; `nil` when only the address is given.
    let name: String?
    /// In lower case.
    let address: String

    /// The first mailbox of a header that is decoded: `Name <address>`, `address (Name)` or the address alone.
    init?(_ header: String) {
        if let open = header.lastIndex(of: "<"), let close = header[open...].firstIndex(of: ">") {
            let address = header[header.index(after: open)..<close]
            guard address.contains("@") else { return nil }
            self.address = address.filter { !$0.isWhitespace }.lowercased()
            name = Self.name(header[..<open])
            return
        }
        let first = header.split(separator: ",").first ?? ""
        let parts = first.split(separator: "(", maxSplits: 1)
        let plain = EdgeSpace.trimmed(String(parts.first ?? ""))
        guard plain.contains("@"), !plain.contains(" ") else { return nil }
        address = plain.lowercased()
        name = parts.count > 1 ? Self.name(parts[1].prefix { $0 != ")" }) : nil
    }

    /// Whether the address is one of those given, or of a domain among them.
    func isAmong(_ own: [String]) -> Bool {
        let domain = address.split(separator: "@").last.map(String.init) ?? ""
        return own.contains { entry in
            let entry = entry.lowercased()
            if entry.contains("@"), !entry.hasPrefix("@") { return entry == address }
            let name = entry.hasPrefix("@") ? String(entry.dropFirst()) : entry
            return domain == name || domain.hasSuffix("." + name)
        }
    }

    private static func name(_ text: Substring) -> String? {
        // Of `"Sato, Mio"` the marks are not part of the name.
        var name = ""
        var isEscaped = false
        for character in text {
            if !isEscaped, character == "\\" {
                isEscaped = true
                continue
            }
            if isEscaped || character != "\"" { name.append(character) }
            isEscaped = false
        }
        name = EdgeSpace.trimmed(name)
        return name.isEmpty ? nil : name
    }
}
