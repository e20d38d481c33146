import Feedback
import JSON

/// Reads one JSON object into the slots of a row.
///
/// Of a name that comes twice, and of the objects of a list that a path leads through, the last counts. U+0000 becomes U+FFFD, because no text of the database can hold it.
struct ObjectReader {
    private let depthLimit: Int

    init(depthLimit: Int) {
        self.depthLimit = depthLimit
    }

    /// Reads an object that takes up all the bytes but white space.
    ///
    /// `table`: the one of the plan in which the object's names stand.
    /// - Throws: `JSONError` with `encoding`, `syntax` or `tooDeep`.
    func read(
        _ bytes: borrowing Span<UInt8>,
        plan: FieldPlan,
        table: Int = 0,
        into row: inout FieldRow
    ) throws(JSONError) {
        try JSONCursor.checkEncoding(bytes)
        var cursor = JSONCursor(depthLimit: depthLimit)
        try readObject(bytes, &cursor, table: table, plan: plan, into: &row)
        try cursor.end(bytes)
    }

    private func readObject(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor,
        table: Int,
        plan: FieldPlan,
        into row: inout FieldRow
    ) throws(JSONError) {
        try cursor.openObject(bytes)
        while let name = try cursor.nextName(bytes) {
            let node = Self.find(name, bytes, table: table, plan: plan)
            if let members = node.members, cursor.peek(bytes) == UInt8(ascii: "{") {
                try readObject(bytes, &cursor, table: members, plan: plan, into: &row)
                continue
            }
            if let members = node.members, cursor.peek(bytes) == UInt8(ascii: "[") {
                var list = cursor
                try readObjects(bytes, &list, table: members, plan: plan, into: &row)
            }
            if let slot = node.slot {
                row.set(try cursor.readField(bytes), at: slot)
            } else {
                try cursor.skipValue(bytes)
            }
        }
    }

    private func readObjects(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor,
        table: Int,
        plan: FieldPlan,
        into row: inout FieldRow
    ) throws(JSONError) {
        try cursor.openArray(bytes)
        while try cursor.nextElement(bytes) {
            if cursor.peek(bytes) == UInt8(ascii: "{") {
                try readObject(bytes, &cursor, table: table, plan: plan, into: &row)
            } else {
                try cursor.skipValue(bytes)
            }
        }
    }

    /// What a name leads to.
    private static func find(
        _ name: JSONString,
        _ bytes: borrowing Span<UInt8>,
        table: Int,
        plan: FieldPlan
    ) -> FieldPlan.Node {
        guard name.hasEscapes else { return plan.find(bytes.extracting(name.range), in: table) }
        let text = Array(name.rowText(in: bytes).utf8)
        return plan.find(text.span, in: table)
    }
}

extension JSONCursor {
    /// The value at the cursor: a string's text, a number's or truth value's own letters, or where a structure stands.
    ///
    /// The bytes have been checked to be UTF-8.
    mutating func readField(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> FieldValue {
        if peek(bytes) == UInt8(ascii: "\"") { return .text(try scanString(bytes).rowText(in: bytes)) }
        let first = peek(bytes)
        let start = position
        try skipValue(bytes)
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            return .structure(ByteRange(start: start, length: position - start))
        case UInt8(ascii: "n"): return .absent
        default: return .text(JSONString(range: start..<position, hasEscapes: false).checkedText(in: bytes))
        }
    }
}

extension JSONString {
    /// The text as a row holds it; raw, a string cannot hold U+0000.
    func rowText(in bytes: borrowing Span<UInt8>) -> String {
        guard hasEscapes else { return checkedText(in: bytes) }
        let bytes = utf8(in: bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        let holdsNul = ByteSearch.firstIndex(of: 0, in: bytes, 0..<bytes.count) != nil
        return holdsNul ? text.replacing("\0", with: "\u{FFFD}") : text
    }
}

extension RowFault {
    /// A row that is no JSON; `subject`: whose fault it is, such as "the line".
    init(_ error: JSONError, subject: String) {
        let message = error.code == .encoding ? Self.otherEncoding : error.message
        self.init(reason: RowProblem.Reason(error.code), message: "\(subject) \(message)")
    }

    /// To stand behind a subject.
    static let otherEncoding = "is not in the encoding of the file; name the right one with --encoding"
}

extension RowProblem.Reason {
    fileprivate init(_ code: JSONError.Code) {
        switch code {
        case .encoding: self = .badEncoding
        case .tooDeep: self = .tooDeep
        case .tooLarge: self = .tooLarge
        case .syntax, .number: self = .badSyntax
        }
    }
}
