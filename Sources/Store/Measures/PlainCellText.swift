import Feedback

/// Steps over the cells of a row as ``CellText`` writes them: no space, no escape, eight whole numbers behind each name.
///
/// Each step gives `nil` where the text is another, which is then read as any JSON.
struct PlainCellText {
    enum Step {
        /// A name of a measure, with the ``ByteHash`` of its bytes.
        case name(Range<Int>, hash: UInt64)
        case end
    }

    private var place = 0

    /// The next name, or the end of a text that is whole.
    mutating func next(_ bytes: borrowing Span<UInt8>) -> Step? {
        let isFirst = place == 0
        if isFirst, !take(UInt8(ascii: "{"), bytes) { return nil }
        if take(UInt8(ascii: "}"), bytes) { return place == bytes.count ? .end : nil }
        if !isFirst, !take(UInt8(ascii: ","), bytes) { return nil }
        guard take(UInt8(ascii: "\""), bytes) else { return nil }
        let start = place
        var hash = ByteHash.seed
        while place < bytes.count, Self.isPlain(bytes[place]) {
            hash = ByteHash.adding(bytes[place], to: hash)
            place += 1
        }
        let range = start..<place
        guard take(UInt8(ascii: "\""), bytes), take(UInt8(ascii: ":"), bytes) else { return nil }
        return .name(range, hash: hash)
    }

    /// The numbers behind a name.
    mutating func sums(of measure: String, _ bytes: borrowing Span<UInt8>) -> CellSums? {
        guard let n = number(behind: UInt8(ascii: "["), bytes),
            let sum = number(behind: UInt8(ascii: ","), bytes),
            let sumOfSquares = number(behind: UInt8(ascii: ","), bytes),
            let customers = number(behind: UInt8(ascii: ","), bytes),
            let customerSumSquares = number(behind: UInt8(ascii: ","), bytes),
            let customerSumCounts = number(behind: UInt8(ascii: ","), bytes),
            let customerCountSquares = number(behind: UInt8(ascii: ","), bytes),
            let isSufficient = number(behind: UInt8(ascii: ","), bytes), take(UInt8(ascii: "]"), bytes)
        else { return nil }
        return CellSums(
            measure: measure,
            n: n,
            sum: sum,
            sumOfSquares: sumOfSquares,
            customers: customers,
            customerSumSquares: customerSumSquares,
            customerSumCounts: customerSumCounts,
            customerCountSquares: customerCountSquares,
            isSufficient: isSufficient != 0
        )
    }

    /// A number without needless zeros that surely fits 64 bits.
    private mutating func number(behind mark: UInt8, _ bytes: borrowing Span<UInt8>) -> Int? {
        guard take(mark, bytes) else { return nil }
        let isNegative = take(UInt8(ascii: "-"), bytes)
        let start = place
        var number = 0
        while place < bytes.count, place < start + 18 {
            let digit = bytes[place] &- UInt8(ascii: "0")
            if digit > 9 { break }
            number = number &* 10 &+ Int(digit)
            place += 1
        }
        if place == start || place > start + 1 && bytes[start] == UInt8(ascii: "0") { return nil }
        return isNegative ? -number : number
    }

    private mutating func take(_ byte: UInt8, _ bytes: borrowing Span<UInt8>) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    /// Whether a byte stands for itself in a string and ends none.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
