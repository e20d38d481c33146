/// Finds the format of an input by its first bytes.
package enum FormatDetector {
    /// What was found: the format, and for a table how it is written.
    package struct Finding: Hashable, Sendable {
        package let format: SourceFormat
        package var shape: TableShape?
    }

    /// The format of a text by its first bytes, or else by more of them: a survey of many questions has long rows.
    static func find(
        _ sample: [UInt8],
        or more: [UInt8],
        file: String,
        columns: Set<String> = []
    ) throws(IngestionError) -> Finding {
        do {
            return try find(sample, file: file, columns: columns)
        } catch {
            guard more.count > sample.count else { throw error }
            return try find(Array(more.prefix(SourceSample.window)), file: file, columns: columns)
        }
    }

    /// The format of a text in UTF-8.
    ///
    /// - Parameters:
    ///   - sample: The first bytes of the input, decoded; whole when shorter than `window`.
    ///   - file: Name of the input, for the error.
    ///   - columns: Names that a mapping asks for, which speak for a table when its header has them.
    /// - Returns: The format, and the shape of a table.
    /// - Throws: `unreadable` for an input that is empty, binary, packed or in no form that is known.
    package static func find(
        _ sample: [UInt8],
        file: String,
        columns: Set<String> = []
    ) throws(IngestionError) -> Finding {
        try checkReadable(sample, file: file)
        guard let start = sample.firstIndex(where: { $0 > 0x20 }) else {
            throw IngestionError(.unreadable, file: file, message: "is empty; check that the export has finished")
        }
        switch sample[start] {
        case UInt8(ascii: "{"): return Finding(format: isOneObjectALine(sample, start) ? .ndjson : .json)
        case UInt8(ascii: "[") where isJSONArray(sample, start): return Finding(format: .json)
        case UInt8(ascii: "<"): return try markup(sample, start, file)
        default: break
        }
        let text = String(decoding: sample, as: UTF8.self)
        if MovableTypeReader.recognises(text) { return Finding(format: .movableType) }
        if MailSigns.begin(sample) { return Finding(format: .mail) }
        let isPage = columns.isEmpty && PageSigns.holdsBylines(text)
        let table = isPage ? nil : DelimiterFinder.find(sample, columns: columns)
        if isPage || columns.isEmpty && table?.isKnown != true && PageSigns.holdsHTML(text) {
            return Finding(format: .page)
        }
        if let shape = table?.shape { return Finding(format: shape.delimiter == 0x09 ? .tsv : .csv, shape: shape) }
        if PageSigns.holdsByline(text) || PageSigns.holdsStories(text) { return Finding(format: .page) }
        throw IngestionError(.unreadable, file: file, byte: start, message: unknown(text))
    }

    /// What was seen of a text in no form that is known.
    private static func unknown(_ text: String) -> String {
        let lines = text.prefix(8_192).split(whereSeparator: \.isNewline).count
        return """
            is neither JSON nor a table with a column that is known, and has no sign of a page (no HTML, no line that says who \
            wrote and when, no headed stories): \(lines == 1 ? "1 line" : "\(lines) lines") of text were looked at; for a \
            table, koe import --format csv --suggest FILE proposes a mapping of its columns; name any other format with --format
            """
    }

    /// Refuses packed and binary inputs before anything is decoded.
    package static func checkReadable(_ bytes: [UInt8], file: String) throws(IngestionError) {
        guard !bytes.isEmpty else {
            throw IngestionError(.unreadable, file: file, message: "is empty; check that the export has finished")
        }
        for (mark, name, advice) in signatures where bytes.starts(with: mark) {
            throw IngestionError(.unreadable, file: file, byte: 0, message: "is \(name); \(advice)")
        }
        if EncodingDetector.byteOrderMark(bytes) != nil { return }
        try checkNuls(bytes, file: file)
        let controls = bytes.indices.filter { isControl(bytes[$0]) }
        guard let first = controls.first, controls.count * 20 > bytes.count else { return }
        let share = "\(controls.count) of its first \(bytes.count) bytes are control characters"
        let message = "is binary: \(share); export it as text"
        throw IngestionError(.unreadable, file: file, byte: first, message: message)
    }

    private static func checkNuls(_ bytes: [UInt8], file: String) throws(IngestionError) {
        let nuls = bytes.count { $0 == 0 }
        guard nuls * 20 > bytes.count, let nul = bytes.firstIndex(of: 0) else { return }
        if isWide(bytes, lead: 3, plane: 2) || isWide(bytes, lead: 0, plane: 1) {
            throw IngestionError(.unreadable, file: file, byte: nul, message: "is UTF-32; \(wide)")
        }
        let advice =
            nuls * 5 > bytes.count * 2 && nuls * 5 < bytes.count * 3
            ? "if it is UTF-16 without a byte order mark, name it with --encoding utf-16le or utf-16be"
            : "export it as text"
        throw IngestionError(.unreadable, file: file, byte: nul, message: "is binary; \(advice)")
    }

    /// Whether every four bytes are a character of UTF-32: the first of its bytes is 0, and the next one no more than 0x10.
    private static func isWide(_ bytes: [UInt8], lead: Int, plane: Int) -> Bool {
        let groups = min(bytes.count, 4_096) / 4
        return groups >= 2 && (0..<groups).allSatisfy { bytes[$0 * 4 + lead] == 0 && bytes[$0 * 4 + plane] <= 0x10 }
    }

    /// Whether a byte is a control character that no text holds: neither a space, nor an end of lines or of a DOS file,
    /// nor what turns another alphabet on, nor what separates the fields and records of databases.
    private static func isControl(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x01...0x08, 0x0E...0x19: true
        default: false
        }
    }

    private static let wide = "write it as UTF-8, as `iconv -f UTF-32 -t UTF-8` does"

    private static let signatures: [(mark: [UInt8], name: String, advice: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document within others", "unpack it"),
        ([0x1F, 0x8B], "packed with gzip within others", "unpack it"),
        ([0xFF, 0xFE, 0, 0], "UTF-32", wide), ([0, 0, 0xFE, 0xFF], "UTF-32", wide),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed with zstd", "unpack it first"),
        ([0x42, 0x5A, 0x68], "packed with bzip2", "unpack it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "packed with xz", "unpack it first"),
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF", "export it as text"),
        (Array("{\\rtf".utf8), "a document in rich text", "save it as plain text or CSV"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document", "export it as CSV"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture", "give the text"),
        ([0xFF, 0xD8, 0xFF], "a picture", "give the text"),
        (Array("SQLite format 3".utf8), "a SQLite database", "export a table as CSV or JSON"),
    ]

    private static func isOneObjectALine(_ sample: [UInt8], _ start: Int) -> Bool {
        // One object alone may as well be a document that holds its rows; that reader tells them apart.
        guard let end = ByteSearch.firstIndex(of: 0x0A, in: sample, start..<sample.count),
            sample[end...].contains(where: { $0 > 0x20 })
        else { return false }
        var line = sample[start..<end]
        while let last = line.last, last <= 0x20 { line = line.dropLast() }
        return line.last == UInt8(ascii: "}") && isBalanced(line)
    }

    private static func isBalanced(_ line: ArraySlice<UInt8>) -> Bool {
        var depth = 0
        var inString = false
        var isEscaped = false
        for byte in line {
            if inString {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else if byte == 0x22 {
                    inString = false
                }
            } else if byte == 0x22 {
                inString = true
            } else if byte == 0x7B {
                depth += 1
            } else if byte == 0x7D {
                depth -= 1
            }
        }
        return depth == 0 && !inString
    }

    private static func isJSONArray(_ sample: [UInt8], _ start: Int) -> Bool {
        guard let next = sample[(start + 1)...].first(where: { $0 > 0x20 }) else { return false }
        return next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
    }

    private static func markup(_ sample: [UInt8], _ start: Int, _ file: String) throws(IngestionError) -> Finding {
        let head = String(decoding: sample[start..<min(sample.count, start + 4_096)], as: UTF8.self).lowercased()
        let isXML = head.hasPrefix("<?xml") && !head.contains("<html")
        if isXML || ["<rss", "<feed", "<disqus"].contains(where: head.hasPrefix) { return Finding(format: .xml) }
        let text = String(decoding: sample, as: UTF8.self)
        if PageSigns.isHTML(text) || PageSigns.holdsByline(text) { return Finding(format: .page) }
        let root = head.prefix { $0 != " " && $0 != ">" && $0 != "/" && !$0.isNewline }.prefix(40)
        throw IngestionError(
            .unreadable,
            file: file,
            byte: start,
            message:
                "begins with \(root), which is neither HTML nor an export that is known; name its format with --format"
        )
    }
}
