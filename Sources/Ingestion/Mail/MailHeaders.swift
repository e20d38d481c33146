/// The headers of a message or of a part of one, in their order, with the lines that go on joined (RFC 5322, 2.2.3).
struct MailHeaders {
    private var fields: [(name: String, value: [UInt8])] = []

    /// Reads headers up to the first blank line.
    ///
    /// - Returns: The headers, and where the body begins.
    static func read(_ bytes: ArraySlice<UInt8>) -> (headers: MailHeaders, body: Int) {
        var headers = MailHeaders()
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
            var line = bytes[start..<end]
            if line.last == 0x0D { line.removeLast() }
            start = min(end + 1, bytes.endIndex)
            if line.isEmpty { break }
            headers.take(line)
        }
        return (headers, start)
    }

    /// The first value of a name as it is written; `nil` when there is none.
    func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    /// The first value of a name, decoded.
    func text(_ name: String) -> String? {
        raw(name).map { EdgeSpace.trimmed(EncodedWords.decoded($0)) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The names between angle brackets in a header, such as those of earlier messages.
    func identifiers(_ name: String) -> [String] {
        guard let raw = raw(name) else { return [] }
        return String(decoding: raw, as: UTF8.self).split(separator: "<").dropFirst().compactMap { part in
            guard let end = part.firstIndex(of: ">") else { return nil }
            let name = part[..<end].filter { !$0.isWhitespace }
            return name.isEmpty ? nil : name
        }
    }

    private mutating func take(_ line: ArraySlice<UInt8>) {
        if line.first == 0x20 || line.first == 0x09 {
            guard !fields.isEmpty else { return }
            fields[fields.count - 1].value.append(contentsOf: line)
            return
        }
        guard let colon = line.firstIndex(of: 0x3A) else { return }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased().filter { $0 != " " }
        fields.append((name, Array(line[(colon + 1)...])))
    }
}

/// A header with parameters, such as `text/plain; charset="utf-8"; format=flowed` (RFC 2045, 5.1).
struct MailParameters {
    /// What stands before the parameters, in lower case.
    let value: String
    private var parameters: [String: String] = [:]

    init(_ header: String) {
        var parts: [String] = [""]
        var isQuoted = false
        var isEscaped = false
        for character in header {
            if isEscaped {
                parts[parts.count - 1].append(character)
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == ";", !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        value = EdgeSpace.trimmed(parts[0]).lowercased()
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            parameters[EdgeSpace.trimmed(String(pair[0])).lowercased()] = EdgeSpace.trimmed(String(pair[1]))
        }
    }

    subscript(name: String) -> String? { parameters[name] }
}
