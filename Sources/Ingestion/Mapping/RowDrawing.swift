import Feedback

/// Draws the rows in the first bytes of an input by which its columns are told.
struct RowDrawing {
    private(set) var sketch = RowSketch()
    private let head: [UInt8]
    /// Whether the bytes may end within a row.
    private let isCut: Bool
    private var stream: ByteStream

    init(head: [UInt8], file: String, isCut: Bool) {
        self.head = head
        self.isCut = isCut
        stream = ByteStream(file: file, chunks: InputChunks(bytes: head, chunkSize: 65_536), encoding: .utf8)
    }

    /// Draws the rows of a table.
    ///
    /// - Returns: The names of its columns, and those of them that an earlier column has.
    mutating func drawTable(_ shape: TableShape) throws(IngestionError) -> (names: [String], further: [String]) {
        var table = TableReader(shape: shape, limits: ImportLimits())
        let names = try table.readHeader(&stream)
        table.assign { _ in nil }
        var row = FieldRow(slots: 0)
        while true {
            let step = try table.next(&stream, into: &row)
            if case .end = step { return (names, table.furtherNames) }
            if case .row(let place) = step { take(place) }
        }
    }

    /// Draws the objects of lines, or of a document.
    ///
    /// - Returns: The fault at which it ended, if it is one of the input.
    mutating func drawObjects(_ place: RowsPlace?, isDocument: Bool) -> IngestionError? {
        let plan = FieldPlan()
        var row = FieldRow(slots: 0)
        var lines = LineReader(limits: ImportLimits())
        var document = DocumentReader(limits: ImportLimits(), place: place)
        do {
            while true {
                let step =
                    isDocument
                    ? try document.next(&stream, plan: plan, into: &row)
                    : try lines.next(&stream, plan: plan, into: &row)
                if case .end = step { return nil }
                if case .row(let place) = step { take(place) }
            }
        } catch {
            return isCut ? nil : error
        }
    }

    private mutating func take(_ place: RowPlace) {
        if isCut, place.byte + place.range.count >= head.count { return }
        sketch.add(stream.buffer[place.range])
    }

    /// A table of these columns and rows in UTF-8.
    static func table(_ names: [String], _ rows: [[UInt8]], _ delimiter: UInt8) -> [UInt8] {
        var text: [UInt8] = []
        for (index, name) in names.enumerated() {
            if index > 0 { text.append(delimiter) }
            text.append(0x22)
            for byte in name.utf8 { text += byte == 0x22 ? [0x22, 0x22] : [byte] }
            text.append(0x22)
        }
        for row in rows {
            text.append(0x0A)
            text += row
        }
        return text
    }

    /// What tables share whose headers say the same.
    static func signature(of names: [String], _ shape: TableShape) -> String {
        signature(["\(shape.delimiter)", shape.zone ?? ""] + names + [""] + shape.labels)
    }

    /// What inputs share in which most rows have the same members.
    static func signature(ofObjects rows: some Collection<[UInt8]>) -> String {
        var counts: [String: Int] = [:]
        for row in rows {
            let members = Set(MemberList.read(row).map { String($0.path.prefix { $0 != "." }) })
            for member in members { counts[member, default: 0] += 1 }
        }
        return signature(["{}"] + counts.filter { $0.value * 2 > rows.count }.keys.sorted())
    }

    /// A digest of texts, each behind its length, in hexadecimal.
    private static func signature(_ parts: [String]) -> String {
        var hash = ByteHash.seed
        for part in parts {
            hash = ByteHash.value("\(part.utf8.count):".utf8, behind: hash)
            hash = ByteHash.value(part.utf8, behind: hash)
        }
        return String(hash, radix: 16)
    }
}
