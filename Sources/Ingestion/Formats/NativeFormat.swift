import Feedback

/// A format that is told by the names of its columns, and where each field stands in it.
///
/// A new one is declared in a file of its own and named in ``NativeFormat/all``.
package struct NativeFormat: Sendable {
    /// As in `google-play-console`.
    package let name: String
    /// What people know it as.
    package let title: String
    /// Names that a source of the format has, all of them.
    let signs: [String]
    /// Columns by field; of several, those that a source has.
    let columns: [Field: [String]]
    /// What cells are replaced by.
    var values: [Field: [String: String]] = [:]
    var scales: [Field: RatingScale] = [:]
    var words: [Field: [String: Int]] = [:]
    /// Columns that the first rows do not show, before those that they do: behind lists, and of records that are joined.
    var unseen: [Field: [String]] = [:]
    /// Columns that hold nothing of a comment, whatever their names say.
    var aside: [String] = []
    /// Columns that name the customer, who is told from the staff by being the author.
    var customers: [String] = []
    /// Fields without any of which a row is no comment.
    var required: [Field] = []
    /// Records that stand behind the rows and go with them.
    var joined: JoinedRecords?
    /// Whether nothing besides the declared and the known names is read.
    var isWhole = true

    init(_ name: String, _ title: String, signs: [String], columns: [Field: [String]]) {
        self.name = name
        self.title = title
        self.signs = signs
        self.columns = columns
    }

    /// The format of a source by the names of its columns or members; of several, the one with the most signs.
    static func find(_ names: [String]) -> NativeFormat? {
        let found = all.filter { format in format.signs.allSatisfy { resolve($0, names) != nil } }
        return found.enumerated().max { ($0.1.signs.count, -$0.0) < ($1.1.signs.count, -$1.0) }?.element
    }

    /// Where the fields stand among the names of a source.
    func rules(_ names: [String]) -> [Field: FieldMapping] {
        var rules: [Field: FieldMapping] = [:]
        let aside = Set(asideColumns(names))
        for (field, wanted) in columns {
            let seen = wanted.compactMap { Self.resolve($0, names) }.filter { !aside.contains($0) }
            let found = (unseen[field] ?? []) + seen
            guard !found.isEmpty else { continue }
            var rule = FieldMapping(columns: field.isFreeText ? Array(found.prefix(1)) : found)
            rule.values = values[field] ?? [:]
            rule.scale = scales[field]
            rule.words = words[field] ?? [:]
            if field == .authorRole { rule.customer = customers.lazy.compactMap { Self.resolve($0, names) }.first }
            rules[field] = rule
        }
        return rules
    }

    /// The names of a source that are the signs of the format.
    func signs(among names: [String]) -> [String] { signs.compactMap { Self.resolve($0, names) } }

    /// The columns of a source that are left aside.
    func asideColumns(_ names: [String]) -> [String] { aside.compactMap { Self.resolve($0, names) } }

    /// The name of a source that a declared one means: the same in any case, at the end of a path, or a path that a copy
    /// in a table joined to one name.
    private static func resolve(_ wanted: String, _ names: [String]) -> String? {
        if names.contains(wanted) { return wanted }
        let folded = wanted.lowercased()
        // What an outer row says is asked for by its whole name only.
        return names.first { $0.lowercased() == folded }
            ?? names.first { !$0.hasPrefix(NestedRows.outer) && $0.lowercased().hasSuffix("." + folded) }
            ?? names.first { folded.contains(".") && $0.lowercased() == folded.replacing(".", with: "_") }
    }
}
