/// Finds the byte between the cells of a table by the regularity of its first records.
enum DelimiterFinder {
    /// - Parameters:
    ///   - sample: The first bytes of the input, decoded.
    ///   - columns: Names that are known besides the usual ones.
    ///   - delimiters: Bytes that may stand between cells.
    /// - Returns: `nil` when the text is no table; whether a name of its header is known.
    static func find(
        _ sample: [UInt8],
        columns: Set<String> = [],
        among delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
    ) -> (shape: TableShape, isKnown: Bool)? {
        let keys = Set(columns.map { WidthFolding.key($0) })
        let known: ([String]) -> Int = { record in
            record.count { HeaderAlias.field(named: $0) != nil || keys.contains(WidthFolding.key($0)) }
        }
        let isQuoted = sample.first { $0 > 0x20 } == 0x22
        var best: (shape: TableShape, score: Int)?
        for delimiter in delimiters {
            let records = records(sample, delimiter)
            let shape = TableShape(delimiter: delimiter, records: records, known: known)
            let rows = Array(records.dropFirst(shape.above))
            let score = score(rows, known, isPlain: !isQuoted && delimiter != 0x09)
            if score > (best?.score ?? 0) { best = (shape, score) }
        }
        return best.map { ($0.shape, $0.score >= 100 || $0.score == 1) }
    }

    /// How a table of a known format is written, where its delimiter may be known too.
    static func shape(
        _ sample: [UInt8],
        format: SourceFormat,
        delimiter: UInt8? = nil,
        columns: Set<String> = []
    ) -> TableShape {
        let usual = delimiter ?? (format == .tsv ? 0x09 : 0x2C)
        let likely = delimiter == nil && format == .csv ? [0x2C, 0x3B, 0x7C] : [usual]
        return find(sample, columns: columns, among: likely)?.shape ?? TableShape(delimiter: usual)
    }

    /// A header with names that are known, and records as wide as the header, speak for a table.
    ///
    /// `isPlain`: whether prose could look the same by chance.
    private static func score(_ records: [[String]], _ known: ([String]) -> Int, isPlain: Bool) -> Int {
        guard let header = records.first else { return 0 }
        let known = known(header)
        guard header.count >= 2 else {
            // A line of its own with a mark of Markdown before it is a heading, and no column.
            let isColumn = known == 1 && records.count >= 2 && !TableShape.isNote(header)
            return isColumn && records.allSatisfy { $0.count == 1 } ? 1 : 0
        }
        let same = records.dropFirst().count { $0.count == header.count }
        let others = records.count - 1
        let isRegular = others > 0 && same * 10 >= others * 9
        if known >= 2 || (known == 1 && (isRegular || others == 0)) { return 100 * known + min(99, header.count) }
        // The cells of a header are names; sentences with commas in them make lines of equal width too.
        if isPlain, header.count < 4, !header.allSatisfy({ $0.count <= 60 && !$0.contains("。") }) { return 0 }
        return isRegular && others >= 2 ? min(99, header.count) : 0
    }

    /// Up to 50 records, without the last one where the sample may have cut it.
    private static func records(_ sample: [UInt8], _ delimiter: UInt8) -> [[String]] {
        var records: [[String]] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        func close() {
            cells.append(EdgeSpace.trimmed(String(decoding: cell, as: UTF8.self)))
            cell = []
        }
        for byte in sample {
            if byte == 0x22 {
                isQuoted.toggle()
            } else if !isQuoted, byte == delimiter {
                close()
            } else if !isQuoted, byte == 0x0A || byte == 0x0D {
                if cell.isEmpty, cells.isEmpty { continue }
                close()
                if cells.count > 1 || cells.first?.isEmpty == false { records.append(cells) }
                cells = []
                if records.count == 50 { return records }
            } else {
                cell.append(byte)
            }
        }
        if sample.count < ByteStream.window, !cells.isEmpty || !cell.isEmpty {
            close()
            records.append(cells)
        }
        return records
    }
}
