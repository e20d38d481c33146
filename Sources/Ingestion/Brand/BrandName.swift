/// One brand and the names by which texts call it.
package struct BrandName: Hashable, Sendable {
    /// The name under which the brand is kept.
    package let canonical: String
    /// Other names, in any script.
    package let aliases: [String]
    /// Names that are also everyday words (Apple, Gap): they count in headings, and in running text only with context.
    package let ambiguous: Set<String>
    /// Words that make an ambiguous name of this brand certain, such as `iPhone`.
    package let cues: [String]

    package init(_ canonical: String, aliases: [String] = [], ambiguous: Set<String> = [], cues: [String] = []) {
        self.canonical = canonical
        self.aliases = aliases
        self.ambiguous = ambiguous
        self.cues = cues
    }

    /// A row of `brands.tsv`: canonical name, aliases by `|`, note, source, licence.
    ///
    /// The note is empty, `ambiguous` (every name is), `ambiguous=name|name`, and `cues=word|word`, by `;`.
    ///
    /// - Returns: `nil` for comments and for rows without a canonical name.
    package init?(row: String) {
        guard !row.hasPrefix("#"), !row.hasPrefix("canonical\t") else { return nil }
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard let canonical = cells.first, !canonical.isEmpty else { return nil }
        let aliases = cells.count > 1 ? Self.list(cells[1]) : []
        var ambiguous: Set<String> = []
        var cues: [String] = []
        for note in cells.count > 2 ? cells[2].split(separator: ";") : [] {
            let parts = note.split(separator: "=", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count) {
            case ("ambiguous", 1): ambiguous = Set([canonical] + aliases)
            case ("ambiguous", _): ambiguous = Set(Self.list(parts[1]))
            case ("cues", 2): cues = Self.list(parts[1])
            default: continue
            }
        }
        self.init(canonical, aliases: aliases, ambiguous: ambiguous, cues: cues)
    }

    /// The brands of a table in the form of `brands.tsv`.
    package static func list(table: String) -> [BrandName] {
        table.split(whereSeparator: \.isNewline).compactMap { BrandName(row: String($0)) }
    }

    private static func list(_ cell: String) -> [String] {
        cell.split(separator: "|").map(String.init)
    }
}
