/// What the rows of a table look like: how many cells they have, and which of these always hold a number or a date.
///
/// Tells rows that a stray quote swallowed from lines that a writer wrote within a cell.
struct RowForm {
    private enum Kind: Int {
        case empty, number, time, word
    }

    /// Rows that are learned from.
    private static let learned = 256
    /// Lines that a table needs which has few numbers and dates, or of which no row was seen.
    private static let lines = 10

    private let delimiter: UInt8
    private let width: Int
    /// How often a column held each kind, by column and kind.
    private var seen: [[Int]]
    private var rows = 0

    /// `width`: cells of a row.
    init(delimiter: UInt8, width: Int) {
        self.delimiter = delimiter
        self.width = width
        seen = Array(repeating: [0, 0, 0, 0], count: width)
    }

    var isLearning: Bool { rows < Self.learned }

    /// Learns from a row that is sound; `cells`: where its cells stand.
    mutating func learn(_ bytes: [UInt8], _ cells: some Sequence<Range<Int>>) {
        rows += 1
        for (column, cell) in cells.enumerated() where column < width {
            seen[column][Self.kind(bytes, cell).rawValue] += 1
        }
    }

    /// Whether the lines behind the first are rows of the table, and no text: as wide as its rows, with numbers and
    /// dates where these have them.
    ///
    /// One line is enough where two columns or more always hold numbers or dates, and the first line is a whole row too;
    /// else there must be many.
    ///
    /// O(bytes of the range).
    func areRows(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard width > 1, let lines = lines(bytes, range), !lines.isEmpty else { return false }
        let wide = lines.filter { $0.count == width }
        guard wide.count * 5 >= lines.count * 4 else { return false }
        var form = self
        if rows == 0 { for line in wide { form.learn(bytes, line) } }
        let figures = form.figures
        let matching = wide.count { form.matches(bytes, $0, figures) }
        guard matching * 5 >= lines.count * 4 else { return false }
        let first = range.lowerBound..<(Self.lineEnd(bytes, range) ?? range.upperBound)
        let isWhole = cells(bytes, first).count == width
        return rows > 0 && isWhole && width > 2 && figures.count > 1 || figures.count > 0 && matching >= Self.lines
    }

    /// The cells of each line behind the first that holds something, quotes taken as letters; `nil` once most are not as
    /// wide as a row.
    private func lines(_ bytes: [UInt8], _ range: Range<Int>) -> [[Range<Int>]]? {
        guard var start = Self.lineEnd(bytes, range) else { return nil }
        var lines: [[Range<Int>]] = []
        var narrow = 0
        while start < range.upperBound {
            let end = Self.lineEnd(bytes, (start + 1)..<range.upperBound) ?? range.upperBound
            if end > start + 1 {
                let cells = cells(bytes, (start + 1)..<end)
                narrow += cells.count == width ? 0 : 1
                lines.append(cells)
                if narrow > 8, narrow * 4 > lines.count { return nil }
            }
            start = end
        }
        return lines
    }

    /// Index of the first LF, or CR, in a range.
    private static func lineEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        if let end = ByteSearch.firstIndex(of: 0x0A, in: bytes, range) { return end }
        return ByteSearch.firstIndex(of: 0x0D, in: bytes, range)
    }

    private func cells(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        while cells.count <= width,
            let end = ByteSearch.firstIndex(of: delimiter, in: bytes, start..<line.upperBound)
        {
            cells.append(start..<end)
            start = end + 1
        }
        cells.append(start..<line.upperBound)
        return cells
    }

    /// Columns in which nine of ten cells that hold something are numbers, or are dates.
    private var figures: [(column: Int, kind: Kind)] {
        seen.enumerated().compactMap { column, counts in
            let full = counts[1] + counts[2] + counts[3]
            for kind in [Kind.number, .time] where full > 0 && counts[kind.rawValue] * 10 >= full * 9 {
                return (column, kind)
            }
            return nil
        }
    }

    private func matches(_ bytes: [UInt8], _ cells: [Range<Int>], _ figures: [(column: Int, kind: Kind)]) -> Bool {
        var found = 0
        for (column, kind) in figures {
            let own = Self.kind(bytes, cells[column])
            if own == kind { found += 1 } else if own != .empty { return false }
        }
        return found > 0
    }

    private static func kind(_ bytes: [UInt8], _ cell: Range<Int>) -> Kind {
        var digits = 0
        var marks = 0
        for index in cell {
            switch bytes[index] {
            case 0x30...0x39: digits += 1
            case 0x2E, 0x0D: break
            case 0x2D, 0x2F, 0x3A, 0x20, 0x2B, 0x54, 0x5A: marks += 1
            default: return .word
            }
        }
        if digits == 0 { return marks == 0 ? .empty : .word }
        return marks == 0 ? .number : .time
    }
}
