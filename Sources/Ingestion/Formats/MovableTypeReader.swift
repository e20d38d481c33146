import Feedback

/// Reads the comments of a blog as Movable Type, TypePad, Cocolog and their relatives export it.
///
/// Entries end with a line of eight hyphens, sections with one of five; a body may hold such a line too, so that only
/// the name of a section behind it begins another. Pings are left out; an article itself is no comment.
struct MovableTypeReader {
    private let limits: ImportLimits
    private let derivedID: ([String]) -> String
    /// How often an id was made in this input: two people can write the same in one second.
    private var made: [String: Int] = [:]
    private var title: String?
    private var basename: String?
    private var date: String?
    private var entries = 0
    /// Lines of the comment at hand; `nil` outside comments.
    private var comment: [String]?
    private var isPing = false
    private var isBody = false

    init(options: ImportOptions) {
        limits = options.limits
        derivedID = options.derivedID
    }

    /// Whether a text begins as such an export does.
    static func recognises(_ text: String) -> Bool {
        let head = text.prefix(16_384)
        let lines = head.split(whereSeparator: \.isNewline)
        guard let first = lines.first, names.contains(where: { first.hasPrefix($0 + ":") }) else { return false }
        return lines.contains("-----") && lines.contains { $0.hasPrefix("BODY:") }
    }

    private static let names = [
        "AUTHOR", "TITLE", "BASENAME", "STATUS", "DATE", "PRIMARY CATEGORY", "CATEGORY", "ALLOW COMMENTS",
    ]

    mutating func next(
        _ stream: inout ByteStream,
        plan: FieldPlan,
        into row: inout FieldRow
    ) throws(IngestionError) -> RowStep {
        while let (line, place) = try nextLine(&stream) {
            if let step = take(line, place, plan, &row) { return step }
        }
        guard let lines = comment else { return .end }
        comment = nil
        return fill(&row, lines, RowPlace(line: stream.line, byte: stream.inputOffset, range: 0..<0, head: []), plan)
    }

    private mutating func take(_ line: String, _ place: RowPlace, _ plan: FieldPlan, _ row: inout FieldRow) -> RowStep?
    {
        if line == "-----" || line == "--------" {
            let ended = comment
            let wasPing = isPing
            (comment, isPing) = (nil, false)
            if line == "--------" { startEntry() }
            if wasPing { return .skipped(.pingback) }
            guard let ended else { return nil }
            return fill(&row, ended, place, plan)
        }
        if comment != nil {
            comment?.append(line)
            return nil
        }
        if line == "COMMENT:" {
            comment = []
        } else if line == "PING:" {
            isPing = true
        } else if line == "BODY:" || line == "EXTENDED BODY:" {
            isBody = true
        } else if !isBody {
            if let value = Self.value(line, "TITLE") { title = value }
            if let value = Self.value(line, "BASENAME") { basename = value }
            if let value = Self.value(line, "DATE") { date = value }
        }
        return nil
    }

    private mutating func startEntry() {
        entries += 1
        (title, basename, date, isBody) = (nil, nil, nil, false)
    }

    private static func value(_ line: String, _ name: String) -> String? {
        guard line.hasPrefix(name + ":") else { return nil }
        return EdgeSpace.trimmed(String(line.dropFirst(name.utf8.count + 1)))
    }

    /// Fills a row from the lines of a comment: names and values first, then what was written.
    private mutating func fill(_ row: inout FieldRow, _ lines: [String], _ place: RowPlace, _ plan: FieldPlan)
        -> RowStep
    {
        row.clear()
        var rest = lines[...]
        var fields: [String: String] = [:]
        while let line = rest.first, let (name, value) = Self.header(line), fields[name] == nil {
            fields[name] = value
            rest = rest.dropFirst()
        }
        let text = PlainText.read(rest.joined(separator: "\n"))
        let thread = basename ?? title ?? ""
        let values: [(Field, String?)] = [
            (.author, fields["AUTHOR"]), (.postedAt, fields["DATE"].map(Self.yearFirst)), (.text, text),
            (.comment(.threadID), thread.isEmpty ? nil : thread),
            (.id, id([thread, fields["AUTHOR"] ?? "", fields["DATE"] ?? "", text])),
        ]
        for (field, value) in values {
            guard let value, !value.isEmpty, let slot = plan.knownSlot(field.name) else { continue }
            row.set(.text(value), at: slot)
        }
        return .row(place)
    }

    /// `01/31/2026 03:31:05 PM` with the year in front, so that it is read in one way only.
    private static func yearFirst(_ date: String) -> String {
        let parts = date.split(separator: "/", maxSplits: 2)
        guard parts.count == 3, parts[2].utf8.count >= 4 else { return date }
        return "\(parts[2].prefix(4))/\(parts[0])/\(parts[1])\(parts[2].dropFirst(4))"
    }

    private mutating func id(_ parts: [String]) -> String {
        let id = derivedID(parts)
        made[id, default: 0] += 1
        let count = made[id] ?? 1
        return count == 1 ? id : "\(id)-\(count)"
    }

    private static func header(_ line: String) -> (String, String)? {
        for name in ["AUTHOR", "EMAIL", "IP", "URL", "DATE"] {
            if let value = value(line, name) { return (name, value) }
        }
        return nil
    }

    /// The next line without its end, cut at the bound of a row.
    private func nextLine(_ stream: inout ByteStream) throws(IngestionError) -> (String, RowPlace)? {
        var searched = 0
        while true {
            let from = stream.position + searched
            if let end = ByteSearch.firstIndex(of: 0x0A, in: stream.buffer, from..<stream.buffer.count) {
                return line(&stream, end: end, next: end + 1)
            }
            searched = stream.buffer.count - stream.position
            if searched > limits.rowBytes { return line(&stream, end: stream.buffer.count, next: stream.buffer.count) }
            if try !stream.refill() { break }
        }
        guard stream.position < stream.buffer.count else { return nil }
        return line(&stream, end: stream.buffer.count, next: stream.buffer.count)
    }

    private func line(_ stream: inout ByteStream, end: Int, next: Int) -> (String, RowPlace) {
        let place = stream.place(upTo: end)
        var bytes = stream.buffer[place.range]
        if bytes.last == 0x0D { bytes = bytes.dropLast() }
        let text = String(decoding: bytes, as: UTF8.self)
        stream.advance(to: next)
        return (
            text,
            RowPlace(line: place.line, byte: place.byte, range: 0..<0, head: Array(bytes.prefix(limits.problemBytes)))
        )
    }
}
