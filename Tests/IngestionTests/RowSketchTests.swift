import Testing

@testable import Ingestion

/// What is drawn of the rows of a source depends on which rows there are, and on nothing else.
struct RowSketchTests {
    private let rows = (0..<3_000).map { Array("\($0),a row of some words \($0 * 7_919 % 1_000)".utf8) }

    private func sketch(_ rows: some Sequence<[UInt8]>) -> RowSketch {
        var sketch = RowSketch()
        for row in rows { sketch.add(row[...]) }
        return sketch
    }

    private func merged(_ parts: [some Sequence<[UInt8]>]) -> RowSketch {
        parts.reduce(into: RowSketch()) { $0.merge(sketch($1)) }
    }

    @Test func anyOrderAndAnyDivisionDrawTheSame() {
        let whole = sketch(rows)
        #expect(whole.drawn(200).count == 1_000)
        #expect(sketch(rows.reversed()) == whole)
        #expect(merged([Array(rows[..<7]), Array(rows[7..<2_500]), Array(rows[2_500...])]) == whole)
        #expect(merged([Array(rows[1_000...]), Array(rows[..<2_000])]) == whole)
    }

    @Test func whatIsDrawnIsSpreadOverAllRows() {
        let drawn = Set(sketch(rows).drawn(200).prefix(200))
        let late = rows[1_500...].count { drawn.contains($0) }
        #expect((60...140).contains(late), "\(late) of 200 rows stand in the second half")
    }

    /// Bytes are bounded as rows are, and no order of long rows draws others.
    @Test func longRowsAreBoundedTheSameWay() {
        let long = (0..<200).map { [UInt8](repeating: UInt8($0), count: 9_000 + 37 * $0) }
        let whole = sketch(long)
        #expect(whole.drawn(0).reduce(0) { $0 + $1.count } <= (512 << 10) + 17_000)
        #expect(merged([Array(long[100...]), Array(long[..<100])]) == whole)
        #expect(sketch(long.reversed()) == whole)
    }

    @Test func equalRowsCountAsOftenAsOneInputHoldsThem() {
        let row = Array("5,,".utf8)
        let other = Array("4,,".utf8)
        let once = sketch([row, other, row, row])
        #expect(once.drawn(10).count { $0 == row } == 3)
        #expect(merged([[row, other, row, row], [row, row]]) == once)
        #expect(once.drawn(3).count == 3)
    }

    @Test func theEndOfALineIsNoPartOfARow() {
        #expect(sketch([Array("a,b\r".utf8)]) == sketch([Array("a,b".utf8)]))
    }

    @Test func aSketchIsKeptAsItIs() {
        let whole = sketch(rows + rows[..<5])
        #expect(RowSketch(packed: whole.packed) == whole)
        #expect(RowSketch(packed: Array(whole.packed.dropLast(3))).drawn(0).count == 999)
        #expect(RowSketch(packed: []).isEmpty)
    }
}
