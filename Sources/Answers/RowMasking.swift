import Flags
import JSON
import Reporting
import Reports
import Store
import Workspace

/// Hides personal data in rows that leave the database.
struct RowMasking {
    typealias Row = [(name: String, value: ExportValue)]

    /// Columns and members of JSON that are a person's name.
    private static let people: Set<String> = ["author", "customer", "customer_handle", "actor"]
    private static let ids: Set<String> = [
        "id", "comment_id", "author_id", "thread_id", "in_reply_to", "case_id", "similar_to", "proposed",
    ]
    private static let places: Set<String> = ["source", "channel", "product", "app_version", "version"]
    /// Ids of flags, and what their series are of.
    private static let flags: Set<String> = ["flagID", "recordID"]
    private static let subjects: Set<String> = ["alsoIn"]
    /// Columns of the case that a row is about.
    private static let cases: Set<String> = ["case_id", "similar_to", "proposed"]
    /// What is shown as ``Export`` has named it already.
    private static let named: Set<String> = ["voice_id"]
    /// Features of a link whose sides say nothing about a person.
    private static let impersonal: Set<String> = ["brand", "product", "time", "prior", "decision", "subject"]

    private let masking: Masking
    private let names: VoiceNames
    /// The customers of cases that rows tell of without naming them.
    private let customers: [String: [String]]

    /// Reads the set once, for the names of people who are addressed in its texts.
    init(of set: ExportQuery, _ names: VoiceNames, beside base: Masking, in db: StoreConnection) throws {
        var addressed: Set<String> = []
        if [.comments, .cases, .scores, .links].contains(set) {
            try set.forEachRow(in: db) { row in
                addressed.formUnion(Masking.addressed(in: row.compactMap { Self.text($0.value) }))
            }
        }
        masking = base.knowing(try KnownNames.bearers(of: addressed.sorted(), in: db))
        self.names = names
        customers = set == .links ? try CaseTable.people(in: db) : [:]
    }

    private static func text(_ value: ExportValue) -> String? {
        switch value {
        case .text(let text), .json(let text): text
        case .null, .integer, .real: nil
        }
    }

    func masked(_ row: Row) -> Row {
        let people = row.compactMap { Self.people.contains($0.name) ? Self.text($0.value) : nil }
        let cases = row.compactMap { Self.cases.contains($0.name) ? Self.text($0.value) : nil }
        let masking = masking.hiding(people + cases.flatMap { customers[$0] ?? [] })
        return row.map { name, value in
            switch value {
            case .text(let text): (name, .text(masked(text, of: name, masking)))
            case .json(let text): (name, .json(maskedJSON(text, of: name, masking)))
            case .null, .integer, .real: (name, value)
            }
        }
    }

    private func masked(_ text: String, of name: String, _ masking: Masking) -> String {
        if Self.people.contains(name) { return Masking.author(text) }
        if Self.named.contains(name) { return text }
        if name == "comments" { return names.shown(key: text) }
        if Self.ids.contains(name) { return names.shown(text) }
        if Self.flags.contains(name) { return names.shown(flag: text) }
        if Self.subjects.contains(name) { return names.shown(subject: text) }
        if Self.places.contains(name), case let shown = names.shown(text), shown != text { return shown }
        return masking.masked(text)
    }

    /// The same JSON with each of its texts masked as what the member in front says.
    private func maskedJSON(_ json: String, of column: String, _ masking: Masking) -> String {
        let bytes = Array(json.utf8)
        var result: [UInt8] = []
        var (member, feature) = (column, "")
        var place = 0
        while place < bytes.count {
            let start = place
            while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
            result += bytes[start..<place]
            guard place < bytes.count else { break }
            let first = place + 1
            place = first
            while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
                place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
            }
            let range = first..<min(place, bytes.count)
            let text = JSONString(range: range, hasEscapes: true).text(in: bytes.span)
            place += 1
            if place < bytes.count, bytes[place] == UInt8(ascii: ":") {
                member = text
                result += bytes[first - 1..<place]
                continue
            }
            if member == "feature" { feature = String(text.prefix { $0 != ":" }) }
            let isSide = ["left", "right"].contains(member) && !Self.impersonal.contains(feature)
            let shown = isSide ? Masking.author(text) : masked(text, of: member, masking)
            result += Self.string(text.isEmpty ? text : shown)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func string(_ text: String) -> String.UTF8View {
        var json = JSONWriter(.plain)
        json.string(text)
        return json.text.utf8
    }
}
