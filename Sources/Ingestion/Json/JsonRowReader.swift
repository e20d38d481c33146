import Feedback

/// Why a JSON text could not be read, and where.
struct JsonFault: Error, Hashable {
    let reason: RowProblem.Reason
    /// Offset among the bytes that were read.
    let offset: Int
    let message: String
}

/// Reads one JSON object into the slots of a row.
///
/// By RFC 8259, strictly, with a bound on the depth. Of a name that comes twice, the last counts. A lone
/// surrogate and U+0000 become U+FFFD, because no text can hold them.
struct JsonRowReader {
    private let depthLimit: Int

    init(depthLimit: Int) {
        self.depthLimit = depthLimit
    }

    /// Reads an object that takes up all the bytes but white space.
    ///
    /// - Throws: `JsonFault` with `badEncoding`, `badSyntax` or `tooDeep`.
    func read(_ bytes: borrowing Span<UInt8>, plan: inout FieldPlan, into row: inout FieldRow) throws(JsonFault) {
        try Self.checkEncoding(bytes)
        var cursor = JsonCursor(depthLimit: depthLimit)
        cursor.skipSpace(bytes)
        guard cursor.peek(bytes) == UInt8(ascii: "{") else {
            throw cursor.fault(.badSyntax, "is no JSON object")
        }
        try readObject(bytes, &cursor, table: 0, plan: &plan, into: &row)
        cursor.skipSpace(bytes)
        guard cursor.position == bytes.count else {
            throw cursor.fault(.badSyntax, "has something after the JSON object")
        }
    }

    /// Throws `badEncoding` with the offset of the first byte that is not UTF-8.
    static func checkEncoding(_ bytes: borrowing Span<UInt8>) throws(JsonFault) {
        do {
            _ = try UTF8Span(validating: copy bytes)
        } catch {
            throw JsonFault(
                reason: .badEncoding,
                offset: error.byteOffsets.lowerBound,
                message: "is not in the encoding of the file; name the right one with --encoding"
            )
        }
    }

    private func readObject(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JsonCursor,
        table: Int,
        plan: inout FieldPlan,
        into row: inout FieldRow
    ) throws(JsonFault) {
        try cursor.open(bytes)
        if cursor.closesEmpty(bytes, UInt8(ascii: "}")) { return }
        while true {
            let node = try readName(bytes, &cursor, table: table, plan: &plan)
            try readValue(bytes, &cursor, node: node, plan: &plan, into: &row)
            if try cursor.closesAfterValue(bytes, UInt8(ascii: "}")) { return }
        }
    }

    /// Reads `"name" :` and finds what the name leads to.
    private func readName(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JsonCursor,
        table: Int,
        plan: inout FieldPlan
    ) throws(JsonFault) -> FieldPlan.Node {
        cursor.skipSpace(bytes)
        guard cursor.peek(bytes) == UInt8(ascii: "\"") else { throw cursor.fault(.badSyntax, "lacks a name in quotes") }
        let (range, hasEscapes) = try cursor.scanString(bytes)
        let node: FieldPlan.Node
        if hasEscapes {
            let name = Array(try cursor.unescape(bytes, range).utf8)
            node = plan.find(name.span, in: table)
        } else {
            node = plan.find(bytes.extracting(range.start..<range.end), in: table)
        }
        cursor.skipSpace(bytes)
        guard cursor.take(bytes, UInt8(ascii: ":")) else {
            throw cursor.fault(.badSyntax, "lacks a colon after a name")
        }
        cursor.skipSpace(bytes)
        return node
    }

    private func readValue(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JsonCursor,
        node: FieldPlan.Node,
        plan: inout FieldPlan,
        into row: inout FieldRow
    ) throws(JsonFault) {
        if let members = node.members, cursor.peek(bytes) == UInt8(ascii: "{") {
            return try readObject(bytes, &cursor, table: members, plan: &plan, into: &row)
        }
        guard let slot = node.slot else { return try cursor.skipValue(bytes) }
        row.set(try cursor.readValue(bytes), at: slot)
    }
}
