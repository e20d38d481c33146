import Feedback

/// How an input without a mapping is read, by what its first rows show.
struct Proposal {
    private(set) var rules: [Field: FieldMapping] = [:]
    /// Columns that hold something, and are read only where a rule names them.
    private(set) var seen: Set<String> = []
    /// Zone that the input itself names for its times.
    private(set) var zone: String?
    /// What whoever imports the file should know: columns left aside, rounded ids, times that are not read.
    private(set) var notes: [String] = []
    /// What whoever imports the source should know of what its rows tell together.
    private(set) var warnings: [String] = []
    /// Columns with values that no field is read from.
    private(set) var aside: [String] = []
    private var spares: [Field: Set<String>] = [:]
    private(set) var native: NativeFormat?
    /// Columns that say that a row was taken back.
    private(set) var tombstones: [(path: String, kind: Tombstone.Kind)] = []
    /// Names of the columns that are the signs of the format.
    private(set) var signs: [String] = []

    static let none = Proposal()

    private init() {}

    init(_ sample: SourceSample) {
        // Cases have names of their own, by which they are read.
        guard !sample.columns.contains(where: { $0.name == "case_id" }) else { return }
        native = sample.native
        tombstones = Tombstone.paths(among: sample.columns.map(\.name))
        signs = sample.native?.signs(among: sample.columns.map(\.name)) ?? []
        zone = sample.shape?.zone
        let picker = ColumnGuess.picked(sample.columns, native: sample.native)
        let guesses = picker.guesses
        spares = picker.spares
        let hasScale = sample.columns.contains { WidthFolding.key($0.name) == "ratingscale" }
        for (field, guess) in guesses where guess.isSure && guess.todo == nil {
            if hasScale, field == .rating { continue }
            rules[field] = guess.rule
        }
        for (field, guess) in guesses where rules[field] == nil && !(hasScale && field == .rating) {
            // How it is written is not sure, but what it is: its rows say what cannot be read.
            let isNamed = guess.rule.columns.contains {
                NameHint.names($0).contains { HeaderAlias.field(named: $0) == field }
            }
            if isNamed {
                rules[field] = FieldMapping(columns: guess.rule.columns)
                rules[field]?.beside = guess.rule.beside
                rules[field]?.zone = guess.rule.zone
                rules[field]?.isScaleUntold = guess.rule.isScaleUntold
            }
        }
        let outerID = NestedRows.outer + "id"
        if let member = sample.member, NestedRows.isAnswer(member), rules[.comment(.inReplyTo)] == nil,
            sample.columns.contains(where: { $0.name == outerID })
        {
            rules[.comment(.inReplyTo)] = FieldMapping(columns: [outerID])
        }
        let held = hasScale ? Set(guesses[.rating]?.rule.columns ?? []) : []
        seen = Set(sample.columns.filter { !$0.values.isEmpty }.map(\.name)).subtracting(held)
        let read = Set(rules.values.flatMap(\.read)).union(held).union(tombstones.map(\.path))
        aside = sample.columns.filter { !$0.values.isEmpty && !read.contains($0.name) }.map(\.name)
        warnings = guesses.sorted { $0.key.place < $1.key.place }.flatMap { field, guess in
            guess.warnings.map { rules[field] == nil ? "\($0); until then the column is left aside" : $0 }
        }
        notes = Self.notes(sample, rules, aside)
        seen.formUnion(sample.native?.asideColumns(sample.columns.map(\.name)) ?? [])
    }

    /// Columns left aside that are named.
    private static let shownAside = 60

    private static func notes(
        _ sample: SourceSample,
        _ rules: [Field: FieldMapping],
        _ aside: [String]
    ) -> [String] {
        var notes: [String] = []
        let used = Set(rules.values.flatMap(\.read))
        let filled = sample.columns.filter { !$0.values.isEmpty }
        for column in filled where ColumnKind.areRounded(column.values) {
            notes.append("the numbers of \(column.name) were rounded by a spreadsheet and are no ids")
        }
        for column in filled where !used.contains(column.name) {
            let isTime = HeaderAlias.field(named: column.name)?.isTime == true
            if isTime, !column.values.contains(where: WrittenTime.reads) {
                notes.append("\(column.name) was not read as a time")
            }
        }
        if let note = sample.noteOfFurtherNames { notes.append(note) }
        let shown = aside.prefix(shownAside).map { $0.isEmpty ? "(one without a name)" : $0 }
        let more = aside.count > shown.count ? " and \(aside.count - shown.count) more" : ""
        if !aside.isEmpty { notes.append("columns left aside: \(shown.joined(separator: ", "))\(more)") }
        if let above = sample.shape?.above, above > 0 { notes.append("lines above the header left out: \(above)") }
        return notes
    }

    /// Whether a column of a known name may give a field besides its rule.
    func mayGive(_ field: Field, _ column: String) -> Bool {
        !seen.contains(column) || spares[field]?.contains(column) == true
    }

    /// Everything that decides what becomes of a row, in one fixed order.
    var canonicalText: String {
        let read = Set(rules.values.flatMap(\.read))
        // What else was seen matters where its name alone could give a field.
        let named = seen.subtracting(read).filter { HeaderAlias.field(named: $0) != nil }.sorted()
        let further = spares.filter { !$0.value.isEmpty }.map { "\($0.key.name)=\(Mapping.list($0.value.sorted()))" }
        let marks = tombstones.map { "\($0.path)=\($0.kind)" }
        return Mapping.list(
            [Mapping(fields: rules).canonicalText, zone ?? "", Mapping.list(named)] + further.sorted() + marks.sorted()
        )
    }
}
