import Testing

@testable import Store

/// Cells of a row as text, read in two ways that give the same.
struct CellTextTests {
    private static let sums = [
        CellSums(
            measure: "brand",
            n: 12,
            sum: -34_000,
            sumOfSquares: 120_000_000_000_000_000,
            customers: 10,
            customerSumSquares: 130_000_000,
            customerSumCounts: -40_000,
            customerCountSquares: 16,
            isSufficient: true
        ),
        CellSums(measure: "facet.follow-through", n: 1, customers: 1, customerCountSquares: 1),
        CellSums(measure: "support"),
    ]

    private func plain(_ text: String, _ measures: Set<String>? = nil) -> [CellSums]? {
        var reader = CellTextReader(measures)
        return reader.plainSums(in: Array(text.utf8).span)
    }

    private func read(_ text: String, _ measures: Set<String>? = nil) throws -> [CellSums] {
        var reader = CellTextReader(measures)
        return try reader.sums(in: Array(text.utf8).span)
    }

    @Test(arguments: [nil, ["support", "brand"], []] as [Set<String>?])
    func whatIsWrittenIsReadBothWays(measures: Set<String>?) throws {
        let text = CellText.text(of: Self.sums)
        let asked = Self.sums.filter { measures?.contains($0.measure) ?? true }
        #expect(plain(text, measures) == asked)
        #expect(try read(text, measures) == asked)
    }

    @Test func aRowWithoutCellsHasNone() {
        #expect(CellText.text(of: []) == "{}")
        #expect(plain("{}") == [])
    }

    @Test(arguments: [
        " {\"a\":[1,2,3,4,5,6,7,1]}", "{\"a\":[1,2,3,4,5,6,7,1] }", "{\"a\": [1,2,3,4,5,6,7,1]}",
        "{\"\\u0061\":[1,2,3,4,5,6,7,1]}", "{\"語\":[1,2,3,4,5,6,7,1]}",
        "{\"a\":[1234567890123456789,2,3,4,5,6,7,1]}", "{\"a\":[-9223372036854775808,2,3,4,5,6,7,1]}",
    ])
    func otherTextIsReadAsAnyJSON(text: String) throws {
        #expect(plain(text) == nil)
        #expect(try read(text).count == 1)
    }

    @Test(arguments: [
        "", "{", "{}}", "{\"a\"}", "{\"a\":[]}", "{\"a\":[1,2,3,4,5,6,7]}", "{\"a\":[1,2,3,4,5,6,7,1,1]}",
        "{\"a\":[01,2,3,4,5,6,7,1]}", "{\"a\":[-,2,3,4,5,6,7,1]}", "{\"a\":[1,2,3,4,5,6,7,1],}",
        "{,\"a\":[1,2,3,4,5,6,7,1]}", "{\"a\":[1,2,3,4,5,6,7,1]\"b\":[1,2,3,4,5,6,7,1]}",
        "{\"a\":[1.5,2,3,4,5,6,7,1]}", "{\"a\":[10000000000000000000,2,3,4,5,6,7,1]}",
    ])
    func whatKoeDidNotWriteIsCorrupt(text: String) {
        #expect(plain(text) == nil)
        var reader = CellTextReader()
        #expect(throws: StoreError.self) {
            try Array(text.utf8).withUnsafeBufferPointer { try reader.sums(in: $0) }
        }
    }

    @Test func rowsMayNameMeasuresInAnyOrder() throws {
        var reader = CellTextReader()
        for names in [["a", "b", "c"], ["b", "d"], ["c", "a"], ["a", "b", "c", "d"]] {
            let sums = names.map { CellSums(measure: $0, n: 1) }
            #expect(reader.plainSums(in: Array(CellText.text(of: sums).utf8).span) == sums)
        }
    }
}
