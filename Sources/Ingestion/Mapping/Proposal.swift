import Feedback

/// How an input without a mapping is read, by what its first rows show.
struct Proposal {
    private(set) var rules: [Field: FieldMapping] = [:]
    /// Columns that hold something, and are read only where a rule names them.
    private(set) var seen: Set<String> = []
    /// Zone that the input itself names for its times.
    private(set) var zone: String?
    private var spares: [Field: Set<String>] = [:]
    private(set) var native: NativeFormat?

    static let none = Proposal()

    private init() {}

    init(_ sample: SourceSample) {
        // Cases have names of their own, by which they are read.
        guard !sample.columns.contains(where: { $0.name == "case_id" }) else { return }
        native = sample.native
        zone = sample.shape?.zone
        let picker = ColumnGuess.picked(sample.columns, native: sample.native)
        let guesses = picker.guesses
        spares = picker.spares
        let hasScale = sample.columns.contains { WidthFolding.key($0.name) == "ratingscale" }
        for (field, guess) in guesses where guess.isSure && guess.todo == nil {
            if hasScale, field == .rating { continue }
            rules[field] = guess.rule
        }
        let held = Set(guesses.filter { rules[$0.key] == nil }.flatMap { $0.value.rule.columns })
        seen = Set(sample.columns.filter { !$0.values.isEmpty }.map(\.name)).subtracting(held)
        seen.formUnion(sample.native?.asideColumns(sample.columns.map(\.name)) ?? [])
    }

    /// Whether a column of a known name may give a field besides its rule.
    func mayGive(_ field: Field, _ column: String) -> Bool {
        !seen.contains(column) || spares[field]?.contains(column) == true
    }
}
