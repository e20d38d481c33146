/// One sheet of a workbook as a table with commas, some rows at a time.
final class SheetText {
    /// Rows that are looked at for the width of the table.
    private static let firstRows = 50
    private static let columnLimit = 4_096

    private let file: String
    private let zip: ZipReader
    private let cells: CellReader
    private let parser: XmlEvents
    private var row: [String] = []
    private var column = 0
    private var kind: String?
    private var style = 0
    private var value = ""
    private var run = TextRun()
    private var isValue = false
    private var isInline = false
    /// The first rows, until it is known how wide they are.
    private var waiting: [[String]] = []
    private var width: Int?
    private var out: [UInt8] = []
    private var isDone = false

    /// `zip`: stands at the sheet's member.
    init(file: String, zip: ZipReader, cells: CellReader) throws(IngestionError) {
        guard let parser = XmlEvents(byteLimit: 32 << 20) else {
            throw IngestionError(.unreadable, file: file, message: "cannot be read: there is no memory for it")
        }
        self.file = file
        self.zip = zip
        self.cells = cells
        self.parser = parser
    }

    /// The next bytes of the table; `nil` at the end.
    func read() throws(IngestionError) -> [UInt8]? {
        while out.isEmpty, !isDone {
            let bytes = try zip.read()
            isDone = bytes == nil
            parser.parse((bytes ?? [])[...], isLast: isDone)
            for event in parser.take() { take(event) }
            if let fault = parser.fault {
                throw IngestionError(.unreadable, file: file, message: "is a damaged workbook: a sheet \(fault)")
            }
            if isDone { flush() }
        }
        defer { out = [] }
        return out.isEmpty ? nil : out
    }

    private func take(_ event: XmlEvent) {
        if isInline { run.take(event) }
        switch event {
        case .open("c", let attributes, _):
            column = Self.column(attributes["r"]) ?? row.count
            kind = attributes["t"]
            style = attributes["s"].flatMap(Int.init) ?? 0
            (value, run) = ("", TextRun())
        case .open("v", _, _): isValue = true
        case .open("is", _, _): isInline = true
        case .text(let text): if isValue { value += text }
        case .close("v"): isValue = false
        case .close("is"):
            isInline = false
            value = run.text
        case .close("c"): endCell()
        case .close("row"): endRow()
        default: break
        }
    }

    private func endCell() {
        guard column < Self.columnLimit, !value.isEmpty else { return }
        while row.count <= column { row.append("") }
        row[column] = cells.text(kind: kind, style: style, value: value)
    }

    private func endRow() {
        defer { row = [] }
        while row.last?.isEmpty == true { row.removeLast() }
        guard !row.isEmpty else { return }
        guard width == nil else { return write(row) }
        waiting.append(row)
        if waiting.count == Self.firstRows { flush() }
    }

    /// Writes the rows that wait, all as wide as the widest of them.
    private func flush() {
        guard width == nil else { return }
        width = waiting.map(\.count).max() ?? 0
        for row in waiting { write(row) }
        waiting = []
    }

    private func write(_ row: [String]) {
        for index in 0..<max(row.count, width ?? 0) {
            if index > 0 { out.append(0x2C) }
            if index < row.count { write(row[index]) }
        }
        out.append(0x0A)
    }

    private func write(_ cell: String) {
        guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            return out.append(contentsOf: cell.utf8)
        }
        out.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { out.append(0x22) }
            out.append(byte)
        }
        out.append(0x22)
    }

    /// The column of a reference such as `AB12`, from 0.
    private static func column(_ reference: String?) -> Int? {
        let letters = (reference ?? "").utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
    }
}
