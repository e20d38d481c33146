import Feedback
import JSON

/// The cells of one row as text: `{"support":[n, sum, …],…}`, which SQL reads with `json_each`.
///
/// The numbers of an array stand in the order of the columns of the view `cell`.
enum CellText {
    static func text(of sums: [CellSums]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sums.count * 48 + 2)
        bytes.append(UInt8(ascii: "{"))
        for (place, cell) in sums.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Names of measures need no escaping.
    private static func append(_ cell: CellSums, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: cell.measure.utf8)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        var mark = UInt8(ascii: "[")
        for number in [
            cell.n, cell.sum, cell.sumOfSquares, cell.customers, cell.customerSumSquares, cell.customerSumCounts,
            cell.customerCountSquares, cell.isSufficient ? 1 : 0,
        ] {
            bytes.append(mark)
            Int64(number).appendDigits(to: &bytes)
            mark = UInt8(ascii: ",")
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// The numbers of one measure, which stand behind its name.
    static func cell(
        _ measure: String,
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor
    ) throws(JSONError) -> CellSums {
        func number(_ bytes: borrowing Span<UInt8>, _ cursor: inout JSONCursor) throws(JSONError) -> Int {
            guard try cursor.nextElement(bytes) else { throw cursor.fault(.syntax, "lacks a number") }
            return try cursor.readInteger(bytes)
        }
        try cursor.openArray(bytes)
        let sums = CellSums(
            measure: measure,
            n: try number(bytes, &cursor),
            sum: try number(bytes, &cursor),
            sumOfSquares: try number(bytes, &cursor),
            customers: try number(bytes, &cursor),
            customerSumSquares: try number(bytes, &cursor),
            customerSumCounts: try number(bytes, &cursor),
            customerCountSquares: try number(bytes, &cursor),
            isSufficient: try number(bytes, &cursor) != 0
        )
        guard try !cursor.nextElement(bytes) else { throw cursor.fault(.syntax, "has a number too many") }
        return sums
    }
}
