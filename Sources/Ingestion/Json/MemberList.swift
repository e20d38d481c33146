import JSON

/// The members of a JSON object that has been checked, those of its members by their paths.
enum MemberList {
    static func read(_ bytes: [UInt8]) -> [(path: String, value: String)] {
        var members: [(path: String, value: String)] = []
        var cursor = JSONCursor()
        // The row was checked when it was read, so there is no fault to report.
        try? collect(bytes.span, &cursor, prefix: "", into: &members)
        return members
    }

    private static func collect(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor,
        prefix: String,
        into members: inout [(path: String, value: String)]
    ) throws(JSONError) {
        try cursor.openObject(bytes)
        while let name = try cursor.nextName(bytes) {
            let path = prefix + name.rowText(in: bytes)
            if cursor.peek(bytes) == UInt8(ascii: "{") {
                try collect(bytes, &cursor, prefix: path + ".", into: &members)
            } else {
                // The name counts even where the bytes end within its value.
                members.append((path, ""))
                if case .text(let value) = try cursor.readField(bytes) { members[members.count - 1].value = value }
            }
        }
    }
}
