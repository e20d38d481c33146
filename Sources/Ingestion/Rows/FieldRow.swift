import Feedback

/// One value of a row as the source wrote it.
enum FieldValue: Hashable {
    /// The field is not there, or null.
    case absent
    /// A string, or a number or truth value in the source's own digits.
    case text(String)
    /// An array or object: where it stands among the bytes of the row.
    case structure(ByteRange)
}

/// The values of one row by slot, used again for the next row.
struct FieldRow {
    private(set) var values: [FieldValue]
    private var touched: [Int] = []

    init(slots: Int) {
        values = Array(repeating: .absent, count: slots)
    }

    subscript(slot: Int) -> FieldValue { values[slot] }

    mutating func set(_ value: FieldValue, at slot: Int) {
        values[slot] = value
        touched.append(slot)
    }

    /// All texts in the order of the slots, each with the number of its slot, so that rows which differ anywhere differ here.
    var content: [UInt8] {
        var bytes: [UInt8] = []
        for (slot, value) in values.enumerated() {
            guard case .text(let text) = value else { continue }
            bytes.append(contentsOf: "\u{1E}\(slot)\u{1F}".utf8)
            bytes.append(contentsOf: text.utf8)
        }
        return bytes
    }

    /// Makes every value absent.
    ///
    /// O(values set since the last call).
    mutating func clear() {
        for slot in touched { values[slot] = .absent }
        touched.removeAll(keepingCapacity: true)
    }
}
