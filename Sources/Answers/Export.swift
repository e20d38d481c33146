import JSON
import Reports
import Store
package import Workspace

/// Writes rows of the database as NDJSON or CSV.
package struct Export: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case ndjson, csv
    }

    /// Names of the sets of rows that can be written.
    package static let setNames = ExportQuery.allCases.map(\.rawValue)

    private let format: Format
    private let isMasked: Bool

    /// `isMasked`: whether personal data is hidden.
    package init(format: Format, isMasked: Bool = true) {
        self.format = format
        self.isMasked = isMasked
    }

    /// Writes all rows of a set, piece by piece.
    ///
    /// CSV begins with a byte order mark, so that Excel reads Japanese, and cells that a spreadsheet would take for a
    /// formula are defused with an apostrophe.
    ///
    /// - Returns: number of rows.
    /// - Throws: ``WorkspaceError`` `usage` for an unknown set.
    package func write(
        _ name: String,
        of context: WorkspaceContext,
        to output: ([UInt8]) -> Void
    ) throws -> Int {
        guard let set = ExportQuery(rawValue: name) else {
            throw WorkspaceError(.usage, "unknown set \"\(name)\"; it can be \(Self.setNames.joined(separator: ", "))")
        }
        let names = try context.voiceNames()
        var count = 0
        try context.database.read { db in
            let masking = isMasked ? try RowMasking(of: set, names, beside: context.settings.masking, in: db) : nil
            try set.forEachRow(in: db) { stored in
                let named = Self.withoutName(set == .cells ? stored.withStrength : stored, names)
                let row = masking?.masked(named) ?? named
                var bytes: [UInt8] = []
                if count == 0, format == .csv {
                    bytes = [0xEF, 0xBB, 0xBF]
                    appendRecord(row.map(\.name), to: &bytes)
                }
                switch format {
                case .ndjson: appendObject(row, to: &bytes)
                case .csv: appendRecord(row.map { Self.cell($0.value) }, to: &bytes)
                }
                output(bytes)
                count += 1
            }
        }
        return count
    }

    /// A row whose id of a voice names nobody.
    private static func withoutName(
        _ row: [(name: String, value: ExportValue)],
        _ names: VoiceNames
    ) -> [(name: String, value: ExportValue)] {
        guard let place = row.firstIndex(where: { $0.name == "voice_id" }), case .text(let id) = row[place].value,
            case .text(let brand)? = row.first(where: { $0.name == "brand" })?.value
        else { return row }
        var copy = row
        copy[place].value = .text(names.shown(id, brand: brand))
        return copy
    }

    private func appendObject(_ row: [(name: String, value: ExportValue)], to bytes: inout [UInt8]) {
        var json = JSONWriter(.line)
        json.openObject()
        for (name, value) in row {
            json.name(name)
            switch value {
            case .null: json.null()
            case .integer(let number): json.raw(String(number).utf8)
            case .real(let number): json.raw(String(number).utf8)
            case .text(let text): json.string(text)
            case .json(let text): json.raw(text.utf8)
            }
        }
        json.closeObject()
        json.move(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }

    private func appendRecord(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += CSVCell.bytes(of: cell)
        }
        bytes += Array("\r\n".utf8)
    }

    private static func cell(_ value: ExportValue) -> String {
        switch value {
        case .null: ""
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): SpreadsheetText.defused(text)
        case .json(let text): text
        }
    }
}
