/// Finds the names under which a source carries the canonical fields.
struct ColumnFinder {
    /// Columns of a table by folded name; `nil` for JSON.
    private let columns: [String: String]?
    private let names: Set<String>
    private let usesAliases: Bool

    /// - Parameters:
    ///   - names: The header of a table, or `nil` for JSON.
    ///   - usesAliases: Whether fields are also found under other names than the canonical one.
    init(names: [String]?, usesAliases: Bool) {
        columns = names.map {
            Dictionary($0.map { (WidthFolding.key($0), $0) }, uniquingKeysWith: { first, _ in first })
        }
        self.names = Set(names ?? [])
        self.usesAliases = usesAliases
    }

    /// The name of a column that a mapping asks for; `nil` when the header lacks it.
    func path(of column: String) -> String? {
        guard let columns else { return column }
        // Of names that differ in case or width alone each is the one that is written so.
        return names.contains(column) ? column : columns[WidthFolding.key(column)]
    }

    /// The names that give a field, best first.
    func paths(of field: Field) -> [String] {
        guard let columns else { return [field.name] + (usesAliases ? field.jsonAliases : []) }
        let names = [field.name] + (usesAliases ? field.jsonAliases + HeaderAlias.names(of: field) : [])
        var paths: [String] = []
        for name in names {
            if let path = columns[WidthFolding.key(name)], !paths.contains(path) { paths.append(path) }
        }
        return paths
    }
}
