/// Finds the byte between the cells of a table by the regularity of its first records.
enum DelimiterFinder {
    /// - Parameters:
    ///   - sample: The first bytes of the input, decoded.
    ///   - columns: Names that are known besides the usual ones.
    /// - Returns: `nil` when the text is no table.
    static func find(_ sample: [UInt8], columns: Set<String> = []) -> UInt8? {
        let keys = Set(columns.map { WidthFolding.key($0) })
        var best: (delimiter: UInt8, score: Int)?
        for delimiter in [0x2C, 0x09, 0x3B, 0x7C] as [UInt8] {
            let score = score(records(sample, delimiter), keys)
            if score > (best?.score ?? 0) { best = (delimiter, score) }
        }
        return best?.delimiter
    }

    /// A header with names that are known, and records as wide as the header, speak for a table.
    private static func score(_ records: [[String]], _ keys: Set<String>) -> Int {
        guard let header = records.first else { return 0 }
        let known = header.count { HeaderAlias.field(named: $0) != nil || keys.contains(WidthFolding.key($0)) }
        guard header.count >= 2 else {
            return known == 1 && records.count >= 2 && records.allSatisfy { $0.count == 1 } ? 1 : 0
        }
        let same = records.dropFirst().count { $0.count == header.count }
        let others = records.count - 1
        let isRegular = others > 0 && same * 10 >= others * 9
        // The cells of a header are names, not sentences.
        guard header.allSatisfy({ $0.count <= 60 && !$0.contains("。") }) else { return 0 }
        if known >= 2 || (known == 1 && (isRegular || others == 0)) { return 100 * known + header.count }
        return isRegular && others >= 2 ? header.count : 0
    }

    /// Up to 50 records, without the last one where the sample may have cut it.
    private static func records(_ sample: [UInt8], _ delimiter: UInt8) -> [[String]] {
        var records: [[String]] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        func close() {
            cells.append(RowBuilder.trimmed(String(decoding: cell, as: UTF8.self)))
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
                records.append(cells)
                cells = []
                if records.count == 50 { return records }
            } else {
                cell.append(byte)
            }
        }
        if sample.count < FormatDetector.window, !cells.isEmpty || !cell.isEmpty {
            close()
            records.append(cells)
        }
        return records
    }
}
