import JSON

/// Objects within a row that are rows of their own: the comments of a post, the parts of a conversation.
enum NestedRows {
    struct Found: Hashable {
        /// Name of the member that holds it, which tells its kind.
        let member: String
        /// The object's bytes among those of the outer row.
        let range: Range<Int>
        /// Those of the object that it stands in.
        let parent: Range<Int>
    }

    /// What stands before the names of the members of the outer row.
    static let outer = outerName + "."
    static let outerName = "parent"
    /// Most rows within one row.
    private static let limit = 100_000
    /// Members whose elements are what somebody wrote.
    private static let lists: Set<String> = [
        "comments", "replies", "conversation_parts", "articles", "threads", "messages", "children", "answers",
        "responses", "reviews", "posts", "conversations", "notes",
    ]
    /// Members that are one such object.
    private static let objects: Set<String> = ["conversation_rating", "satisfaction_rating"]

    /// Whether the rows of a member answer the row around them.
    static func isAnswer(_ member: String) -> Bool { ["replies", "children", "answers", "responses"].contains(member) }

    /// The rows within a row that has been read, in the order of its bytes.
    static func find(in bytes: ArraySlice<UInt8>, depthLimit: Int = 64) -> [Found] {
        var found: [Found] = []
        let row = Array(bytes)
        var cursor = JSONCursor(depthLimit: depthLimit)
        // The row was checked when it was read, so there is no fault to report.
        try? walk(row.span, &cursor, parent: 0..<row.count, into: &found)
        return found
    }

    private static func walk(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor,
        parent: Range<Int>,
        into found: inout [Found]
    ) throws(JSONError) {
        try cursor.openObject(bytes)
        while let name = try cursor.nextName(bytes) {
            let member = name.rowText(in: bytes)
            switch cursor.peek(bytes) {
            case UInt8(ascii: "{"):
                if objects.contains(member) {
                    let start = cursor.position
                    try cursor.skipValue(bytes)
                    found.append(Found(member: member, range: start..<cursor.position, parent: parent))
                } else {
                    try walk(bytes, &cursor, parent: parent, into: &found)
                }
            case UInt8(ascii: "[") where lists.contains(member):
                try elements(bytes, &cursor, member, parent, into: &found)
            default: try cursor.skipValue(bytes)
            }
        }
    }

    private static func elements(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor,
        _ member: String,
        _ parent: Range<Int>,
        into found: inout [Found]
    ) throws(JSONError) {
        try cursor.openArray(bytes)
        while try cursor.nextElement(bytes) {
            guard cursor.peek(bytes) == UInt8(ascii: "{"), found.count < limit else {
                try cursor.skipValue(bytes)
                continue
            }
            let start = cursor.position
            var ahead = cursor
            try ahead.skipValue(bytes)
            let range = start..<ahead.position
            found.append(Found(member: member, range: range, parent: parent))
            try walk(bytes, &cursor, parent: range, into: &found)
        }
    }
}
