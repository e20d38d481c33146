/// How a table is written: the byte between its cells, and the lines around its header.
package struct TableShape: Hashable, Sendable {
    package var delimiter: UInt8
    /// Lines with something on them above the header: a title, a note, `sep=,`.
    package var above = 0
    /// Further rows of the header, below its names.
    package var below = 0
    /// What the row below the names says of each column; empty when there is none.
    package var labels: [String] = []
    /// Zone of its times, where the header says so.
    package var zone: String?

    package init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// Finds the header among the first records, blank lines left out.
    ///
    /// `known`: how many cells of a record are names of columns that are known.
    init(delimiter: UInt8, records: [[String]], known: ([String]) -> Int) {
        self.delimiter = delimiter
        above = Self.named(records, known, after: Self.header(records, known))
        readRows(below: records.dropFirst(above + 1), header: above < records.count ? records[above] : [])
    }

    private static func header(_ records: [[String]], _ known: ([String]) -> Int) -> Int {
        for (index, record) in records.prefix(12).enumerated() where !isNote(record) {
            if known(record) >= 2 { return index }
            let later = records[(index + 1)...]
            let isUsual = later.count { $0.count == record.count } * 2 > later.count
            if record.count >= 2, later.isEmpty || isUsual, !isTitle(record) { return index }
        }
        return 0
    }

    /// The line further down that names its columns, where the one found names none: what stands above it are titles,
    /// which fill fewer cells.
    private static func named(_ records: [[String]], _ known: ([String]) -> Int, after found: Int) -> Int {
        guard found < records.count else { return found }
        let told = known(records[found])
        // Above the names of columns may stand those of groups of columns, with gaps between them.
        guard told == 0 || records[found].contains("") else { return found }
        func filled(_ record: [String]) -> Int { record.count { !$0.isEmpty } }
        let later = records.indices.prefix(12).first { $0 > found && known(records[$0]) >= max(2, told + 1) }
        guard let later, records[found..<later].allSatisfy({ filled($0) < filled(records[later]) }) else {
            return found
        }
        return later
    }

    /// `sep=,` of spreadsheets, and lines that begin with `# `.
    static func isNote(_ record: [String]) -> Bool {
        guard let first = record.first else { return false }
        return first.lowercased().hasPrefix("sep=") || first.hasPrefix("# ") || first.hasPrefix("//")
    }

    /// One cell and nothing beside it, as a spreadsheet writes a title.
    private static func isTitle(_ record: [String]) -> Bool {
        record.count >= 3 && record.count { !$0.isEmpty } == 1
    }

    /// Qualtrics writes questions and then identifiers below its names, SurveyMonkey the choices of its questions.
    private mutating func readRows(below: ArraySlice<[String]>, header: [String]) {
        let rows = Array(below.prefix(2))
        guard let first = rows.first else { return }
        if rows.count > 1, rows[1].contains(where: Self.isIdentifier) {
            (self.below, labels) = (2, first)
            zone = rows[1].lazy.compactMap(Self.zone).first
        } else if first.contains(where: Self.isIdentifier) {
            self.below = 1
            zone = first.lazy.compactMap(Self.zone).first
        } else if first.contains("ResponseID"), first.contains("StartDate") {
            // The old form of Qualtrics: numbers above the names.
            (self.below, labels) = (1, first)
        } else if first.first?.isEmpty == true, first.contains("Response") {
            (self.below, labels) = (1, first)
        } else if first.contains("Open-Ended Response")
            || first.contains("Response") && first.allSatisfy({ $0.isEmpty || $0 == "Response" })
        {
            (self.below, labels) = (1, first)
        } else if Self.areChoices(first, of: header) {
            (self.below, labels) = (1, first)
        }
    }

    /// Whether a row names the choices of the questions above it: it fills their gaps, and hardly a cell of it comes twice.
    private static func areChoices(_ row: [String], of header: [String]) -> Bool {
        let gaps = header.indices.filter { header[$0].isEmpty }
        guard header.count >= 6, row.count == header.count, gaps.count * 2 >= header.count else { return false }
        let filled = gaps.map { row[$0] }.filter { !$0.isEmpty && Double($0) == nil }
        return filled.count * 10 >= gaps.count * 9 && Set(filled).count * 10 >= filled.count * 8
    }

    private static func isIdentifier(_ cell: String) -> Bool {
        cell.filter { $0 != "\"" && $0 != " " }.hasPrefix("{ImportId:")
    }

    private static func zone(_ cell: String) -> String? {
        let plain = cell.filter { $0 != "\"" && $0 != " " }
        guard let start = plain.range(of: "timeZone:") else { return nil }
        let name = plain[start.upperBound...].prefix { $0 != "," && $0 != "}" }
        return name.contains("/") || name == "UTC" ? String(name) : nil
    }
}

extension String {
    /// Where a part stands, without Foundation.
    fileprivate func range(of part: String) -> Range<String.Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(part) { return index..<self.index(index, offsetBy: part.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
