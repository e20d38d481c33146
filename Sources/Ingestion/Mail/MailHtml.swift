/// The text of a mail that is written in HTML, its quoted blocks with `>` before their lines.
enum MailHtml {
    static func text(_ html: String) -> String {
        var out: [String] = []
        for (text, depth) in parts(Array(html.utf8)) {
            let lines = HtmlReader.read(text).lines.map(\.text)
            if depth > 0 {
                out += lines.filter { !$0.isEmpty }.map { String(repeating: ">", count: depth) + " " + $0 }
            } else {
                out.append(EdgeSpace.trimmed(lines.joined(separator: "\n")))
            }
        }
        return EdgeSpace.trimmed(out.filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    /// The pieces between the tags of block quotes, with how deep they stand in them.
    private static func parts(_ bytes: [UInt8]) -> [(html: [UInt8], depth: Int)] {
        var parts: [(html: [UInt8], depth: Int)] = []
        var start = 0
        var index = 0
        var depth = 0
        while let open = bytes[index...].firstIndex(of: 0x3C) {
            guard let tag = HtmlTag(bytes, at: open) else {
                index = open + 1
                continue
            }
            index = tag.end
            guard tag.name == "blockquote" else { continue }
            parts.append((Array(bytes[start..<open]), depth))
            depth = tag.isClosing ? max(0, depth - 1) : min(depth + 1, 9)
            start = tag.end
        }
        parts.append((Array(bytes[start...]), depth))
        return parts
    }
}
