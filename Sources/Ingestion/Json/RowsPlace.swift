import JSON

/// Where the rows of a JSON document stand.
enum RowsPlace: Hashable {
    /// The document itself is one.
    case document
    /// In the array at a path of names.
    case array([String])

    /// Members that show that the document is a row itself.
    private static let rowNames: Set<String> = ["text", "case_id", "comment_id", "body", "comment", "review_id"]

    /// By the first bytes of a document: rows of a known format before rows with a text or a rating before any other.
    ///
    /// - Parameters:
    ///   - head: The first bytes, which may end anywhere.
    ///   - columns: Names that a mapping asks for.
    /// - Returns: `nil` for an array and for a document without an array of objects.
    static func find(_ head: [UInt8], columns: Set<String> = []) -> RowsPlace? {
        guard let outline = Outline(of: head) else { return nil }
        let (own, candidates) = (outline.own, outline.candidates)
        func hits(_ names: [String]) -> Int { names.count(where: columns.contains) }
        let most = candidates.map { hits($0.names) }.max() ?? 0
        if most > 0, most >= hits(own), let best = candidates.first(where: { hits($0.names) == most }) {
            return .array(best.path)
        }
        if hits(own) > 0 || NativeFormat.find(own) != nil { return .document }
        let known = candidates.first { NativeFormat.find($0.names) != nil }
        let written = candidates.first { $0.names.contains(where: isAnswer) }
        if known == nil, own.contains(where: rowNames.contains) { return .document }
        // One review of several comments, the developer's among them.
        if own.contains("reviewId"), known?.path == ["comments"] { return .document }
        if let found = known ?? written ?? candidates.first { return .array(found.path) }
        // What a service answers when there is nothing new: a list without an element.
        return own.contains(where: isAnswer) ? nil : outline.empty.first.map { .array($0) }
    }

    /// Names of the first rows of a document that holds them as members of an object, each under a name of its own.
    ///
    /// - Returns: `nil` for any other document.
    static func namedRows(_ head: [UInt8]) -> [String]? {
        guard let outline = Outline(of: head) else { return nil }
        var rows: [(name: String, members: Set<String>)] = []
        for path in outline.own {
            guard let dot = path.firstIndex(of: ".") else { return nil }
            let name = String(path[..<dot])
            if rows.last?.name != name { rows.append((name, [])) }
            rows[rows.count - 1].members.insert(String(path[path.index(after: dot)...]))
        }
        guard outline.candidates.isEmpty, rows.count >= 2, rows[0].members.count >= 2,
            rows[0].members == rows[1].members
        else {
            return nil
        }
        // Rows by their names, or columns by theirs, whose rows have numbers.
        let areRows = rows[0].members.contains(where: isAnswer)
        let areColumns = rows.contains { isAnswer($0.name) } && rows[0].members.allSatisfy { Int($0) != nil }
        return areRows || areColumns ? rows.prefix(2).map(\.name) : nil
    }

    private static func isAnswer(_ name: String) -> Bool {
        NameHint.names(name).contains { name in
            let field = HeaderAlias.field(named: name)
            return field == .text || field == .rating
        }
    }
}

/// What the first bytes of an object show of its members.
private struct Outline {
    struct Candidate {
        let path: [String]
        /// Names of the members of the first element.
        let names: [String]
    }

    /// Arrays that belong to a row.
    private static let aside: Set<String> = [
        "events", "included", "custom_fields", "fields", "attachments", "tags", "links",
    ]

    /// Paths of the members that hold neither an object nor an array, joined by dots.
    private(set) var own: [String] = []
    /// Arrays of objects.
    private(set) var candidates: [Candidate] = []
    /// Paths of arrays without an element.
    private(set) var empty: [[String]] = []

    /// `nil` for what does not begin as an object.
    init?(of head: [UInt8]) {
        guard head.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return nil }
        // Nobody has checked its encoding yet, and it may end within a letter.
        let head = Array(String(decoding: head, as: UTF8.self).utf8)
        var cursor = JSONCursor()
        // The head may be cut off, where the walk ends with what was found.
        try? walk(head.span, &cursor, head, [])
    }

    private mutating func walk(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor,
        _ head: [UInt8],
        _ path: [String]
    ) throws(JSONError) {
        try cursor.openObject(bytes)
        while let name = try cursor.nextName(bytes) {
            let path = path + [name.rowText(in: bytes)]
            switch cursor.peek(bytes) {
            case UInt8(ascii: "{"): try walk(bytes, &cursor, head, path)
            case UInt8(ascii: "["): try array(bytes, &cursor, head, path)
            default:
                own.append(path.joined(separator: "."))
                try cursor.skipValue(bytes)
            }
        }
    }

    private mutating func array(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor,
        _ head: [UInt8],
        _ path: [String]
    ) throws(JSONError) {
        try cursor.openArray(bytes)
        var isFirst = true
        while try cursor.nextElement(bytes) {
            if isFirst, cursor.peek(bytes) == UInt8(ascii: "{"), !Self.aside.contains(path.last ?? "") {
                let names = MemberList.read(Array(head[cursor.position...])).map(\.path)
                candidates.append(Candidate(path: path, names: names))
            }
            isFirst = false
            try cursor.skipValue(bytes)
        }
        if isFirst, !Self.aside.contains(path.last ?? "") { empty.append(path) }
    }
}
