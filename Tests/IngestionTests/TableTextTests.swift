import Testing

@testable import Ingestion

/// Tables of Koe's own that a spreadsheet may have saved again.
struct TableTextTests {
    private func rows(_ bytes: [UInt8]) throws -> [TableText.Row] {
        try TableText.rows(of: bytes, file: "d.csv", columns: ["kind", "case"])
    }

    @Test(arguments: [
        "kind,case\r\nlink,K 1\r\n", "\u{FEFF}kind,case\nlink,K 1\n", "kind;case\nlink;K 1\n",
        "kind\tcase\nlink\tK 1\n",
        "kind,other,case\n\nlink,x,K 1",
    ])
    func delimiterMarkAndOtherColumnsDoNotMatter(text: String) throws {
        let cells = try rows(Array(text.utf8)).map { row in
            if case .cells(let cells, _) = row { cells } else { [String: String]() }
        }
        #expect(cells == [["kind": "link", "case": "K 1"]])
    }

    @Test func aTableInShiftJISIsRead() throws {
        // "kind,case\nlink,山\n" by `iconv -t CP932`.
        let bytes = Array("kind,case\nlink,".utf8) + [0x8E, 0x52, 0x0A]
        #expect(try rows(bytes) == [.cells(["kind": "link", "case": "山"], line: 2)])
    }

    @Test func aRowThatIsTooWideIsNamedByItsLine() throws {
        let found = try rows(Array("kind,case\nlink,K1\nlink,K2,,x\nlink,K3\n".utf8))
        #expect(found.count == 3)
        guard case .problem(_, let line) = found[1] else {
            Issue.record("\(found[1])")
            return
        }
        #expect(line == 3)
    }

    @Test func anotherTableIsRefused() {
        #expect(throws: IngestionError.self) { try rows(Array("a,b\n1,2\n".utf8)) }
        #expect(throws: IngestionError.self) { try rows([]) }
    }
}
