import Feedback
import JSON

/// Records of a document that stand behind its rows and go with them, such as the answers of App Store Connect.
struct JoinedRecords: Sendable {
    /// Name of the array, a member of the document.
    let array: String
    /// Member of a record by which it is known.
    let id: String
    /// Member of a row that names its record.
    let key: String
    /// Members of a record by field.
    let fields: [Field: String]

    /// The values of all records by their ids, without taking anything from the stream.
    ///
    /// Only a document that is no longer than a row may be is looked through; of a longer one the rows stand alone.
    func read(_ stream: inout ByteStream, limits: ImportLimits) throws(IngestionError) -> [String: [Field: String]] {
        try stream.fill(upTo: limits.rowBytes)
        var finder = JSONArrayFinder(path: [array], depthLimit: limits.jsonDepth)
        guard case .found(var index) = finder.scan(stream.buffer.span, from: stream.position) else { return [:] }
        var plan = FieldPlan()
        let idSlot = plan.slot(for: id)
        let slots = fields.mapValues { plan.slot(for: $0) }
        var row = FieldRow(slots: plan.slotCount)
        let reader = ObjectReader(depthLimit: limits.jsonDepth)
        var records: [String: [Field: String]] = [:]
        while let range = Self.element(stream.buffer, from: index) {
            index = range.upperBound
            row.clear()
            // A record that is no object goes with no row.
            guard (try? reader.read(stream.buffer.span.extracting(range), plan: plan, into: &row)) != nil,
                case .text(let id) = row[idSlot]
            else { continue }
            for (field, slot) in slots {
                if case .text(let text) = row[slot] { records[id, default: [:]][field] = text }
            }
        }
        return records
    }

    /// The next element of an array; `nil` at its end.
    private static func element(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
        var index = start
        while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == 0x2C { index += 1 }
        guard index < bytes.count, bytes[index] != 0x5D else { return nil }
        var extent = JSONExtent()
        guard let end = extent.scan(bytes.span, from: index), end > index else { return nil }
        return index..<end
    }
}
