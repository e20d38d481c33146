/// What a message says: the text of its parts, without what is attached (RFC 2046).
enum MailBody {
    private static let depthLimit = 16
    private static let partLimit = 1_000

    /// The text; empty when the message holds none.
    static func text(_ headers: MailHeaders, _ body: ArraySlice<UInt8>) -> String {
        var left = partLimit
        let text = part(headers, body, depth: 0, &left) ?? ""
        return trimmed(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
    }

    /// `nil` for a part that holds no text.
    private static func part(
        _ headers: MailHeaders,
        _ body: ArraySlice<UInt8>,
        depth: Int,
        _ left: inout Int
    ) -> String? {
        left -= 1
        guard depth < depthLimit, left > 0 else { return nil }
        let type = MailParameters(headers.text("content-type") ?? "text/plain")
        let disposition = MailParameters(headers.text("content-disposition") ?? "inline").value
        if disposition == "attachment" { return nil }
        if type.value.hasPrefix("multipart/") {
            guard let boundary = type["boundary"] else { return decoded(headers, body, type) }
            return parts(body, boundary, type.value, depth, &left)
        }
        // A mail within a mail is an older one; calendars and the like are not written by a person.
        return type.value == "text/plain" || type.value == "text/html" || !type.value.contains("/")
            ? decoded(headers, body, type) : nil
    }

    private static func parts(
        _ body: ArraySlice<UInt8>,
        _ boundary: String,
        _ kind: String,
        _ depth: Int,
        _ left: inout Int
    ) -> String? {
        var texts: [(text: String, isPlain: Bool)] = []
        for piece in pieces(body, boundary) {
            let (headers, start) = MailHeaders.read(piece)
            guard let text = part(headers, piece[start...], depth: depth + 1, &left) else { continue }
            let type = MailParameters(headers.text("content-type") ?? "text/plain").value
            texts.append((text, type == "text/plain" || type.hasPrefix("multipart/")))
        }
        switch kind {
        case "multipart/alternative":
            // The same in several forms: the plain one, unless it is empty.
            return (texts.first { $0.isPlain && !trimmed($0.text).isEmpty } ?? texts.last)?.text
        case "multipart/related", "multipart/signed", "multipart/report": return texts.first?.text
        default: return texts.isEmpty ? nil : texts.map(\.text).joined(separator: "\n")
        }
    }

    /// The bytes between the lines of a boundary.
    private static func pieces(_ body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var pieces: [ArraySlice<UInt8>] = []
        var start: Int?
        var line = body.startIndex
        while line < body.endIndex {
            let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
            if body[line..<end].starts(with: mark) {
                if let start { pieces.append(body[start..<line]) }
                let rest = body[(line + mark.count)..<end]
                if rest.starts(with: [0x2D, 0x2D]) { return pieces }
                start = min(end + 1, body.endIndex)
            }
            line = end + 1
        }
        if let start { pieces.append(body[start...]) }
        return pieces
    }

    private static func decoded(_ headers: MailHeaders, _ body: ArraySlice<UInt8>, _ type: MailParameters) -> String {
        let coding = headers.text("content-transfer-encoding")?.lowercased()
        let text = CharsetText.decoded(TransferCoding.decoded(body, coding), charset: type["charset"])
        if type.value == "text/html" { return MailHtml.text(text) }
        guard type["format"]?.lowercased() == "flowed" else { return text }
        let lines = text.replacing("\r\n", with: "\n")
        return FlowedText.joined(lines, deletesSpace: type["delsp"]?.lowercased() == "yes")
    }

    /// Without white space around it, but for the space behind the mark of a signature.
    private static func trimmed(_ text: String) -> String { EdgeSpace.trimmed(text) }
}
