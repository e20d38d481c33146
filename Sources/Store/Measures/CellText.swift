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
    fileprivate static func cell(
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

/// Reads the texts of many rows; names of measures are made once.
struct CellTextReader {
    private struct Name {
        let text: String
        let isAsked: Bool
    }

    /// Measures that are asked for; `nil` for all.
    private let measures: Set<String>?
    /// By a hash of their bytes.
    private var names: [UInt64: Name] = [:]

    init(_ measures: Set<String>? = nil) {
        self.measures = measures
    }

    /// - Throws: `StoreError` `corrupt` for text that Koe did not write.
    mutating func sums(in text: UnsafeBufferPointer<UInt8>) throws -> [CellSums] {
        do {
            return try sums(in: text.span)
        } catch {
            throw FlatObjectReader.corrupt("byte \(error.offset) \(error.message)")
        }
    }

    private mutating func sums(in bytes: borrowing Span<UInt8>) throws(JSONError) -> [CellSums] {
        var sums: [CellSums] = []
        var cursor = JSONCursor(depthLimit: 2)
        try cursor.openObject(bytes)
        while let found = try cursor.nextName(bytes) {
            let name = name(found, in: bytes)
            if name.isAsked {
                sums.append(try CellText.cell(name.text, bytes, &cursor))
            } else {
                try cursor.skipValue(bytes)
            }
        }
        try cursor.end(bytes)
        return sums
    }

    private mutating func name(_ found: JSONString, in bytes: borrowing Span<UInt8>) -> Name {
        var hash = ByteHash.seed
        for place in found.range { hash = ByteHash.adding(bytes[place], to: hash) }
        if let known = names[hash] { return known }
        let text = found.checkedText(in: bytes)
        let name = Name(text: text, isAsked: measures?.contains(text) ?? true)
        names[hash] = name
        return name
    }
}
