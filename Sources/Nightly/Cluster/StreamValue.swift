import JSON
import Workspace

/// A JSON value of a line between a cluster and Koe: texts, whole numbers, lists and objects of them.
enum StreamValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case integer(Int)
    /// A number with a fraction, such as the `score` of a score, which says no more than its `valence`.
    case fraction
    case text(String)
    case list([StreamValue])
    case object(StreamObject)
}

/// The members of a JSON object, found by their names.
struct StreamObject: Hashable, Sendable {
    struct Member: Hashable, Sendable {
        let name: String
        let value: StreamValue
    }

    private let members: [Member]

    /// Reads a line that holds one object.
    ///
    /// - Throws: `JSONError`, with the byte of the line.
    init(line: [UInt8]) throws(JSONError) {
        let bytes = line.span
        try JSONCursor.checkEncoding(bytes)
        var cursor = JSONCursor()
        self = try Self.read(bytes, &cursor)
        try cursor.end(bytes)
    }

    init(_ text: String) throws(JSONError) { try self.init(line: Array(text.utf8)) }

    private init(_ members: [Member]) {
        self.members = members
    }

    // MARK: - Members

    /// A member that may be missing or null.
    func optionalText(_ name: String) throws -> String? {
        switch value(name) {
        case .text(let text): text
        case .null: nil
        default: throw Self.fault(name, "a text")
        }
    }

    func optionalInteger(_ name: String) throws -> Int? {
        switch value(name) {
        case .integer(let number): number
        case .null: nil
        default: throw Self.fault(name, "a whole number")
        }
    }

    func text(_ name: String) throws -> String {
        guard let text = try optionalText(name) else { throw Self.fault(name, "a text") }
        return text
    }

    func integer(_ name: String) throws -> Int {
        guard let number = try optionalInteger(name) else { throw Self.fault(name, "a whole number") }
        return number
    }

    /// A member that is false where it is missing.
    func flag(_ name: String) throws -> Bool {
        switch value(name) {
        case .flag(let flag): flag
        case .null: false
        default: throw Self.fault(name, "true or false")
        }
    }

    func object(_ name: String) throws -> StreamObject {
        guard case .object(let object) = value(name) else { throw Self.fault(name, "an object") }
        return object
    }

    /// A list of objects; a missing one is empty.
    func objects(_ name: String) throws -> [StreamObject] {
        try list(name).map { element in
            guard case .object(let object) = element else { throw Self.fault(name, "a list of objects") }
            return object
        }
    }

    /// A list of whole numbers; a missing one is empty.
    func integers(_ name: String) throws -> [Int] {
        try list(name).map { element in
            guard case .integer(let number) = element else { throw Self.fault(name, "a list of whole numbers") }
            return number
        }
    }

    /// A list of texts; a missing one is empty.
    func texts(_ name: String) throws -> [String] {
        try list(name).map { element in
            guard case .text(let text) = element else { throw Self.fault(name, "a list of texts") }
            return text
        }
    }

    private func list(_ name: String) throws -> [StreamValue] {
        switch value(name) {
        case .list(let elements): elements
        case .null: []
        default: throw Self.fault(name, "a list")
        }
    }

    private func value(_ name: String) -> StreamValue { members.first { $0.name == name }?.value ?? .null }

    /// The line lacks something, or has something else in its place.
    static func fault(_ name: String, _ kind: String) -> WorkspaceError {
        WorkspaceError(.input, "the member '\(name)' must be \(kind)")
    }

    // MARK: - Reading

    private static func read(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor
    ) throws(JSONError) -> StreamObject {
        var members: [Member] = []
        try cursor.openObject(bytes)
        while let name = try cursor.nextName(bytes) {
            members.append(Member(name: name.checkedText(in: bytes), value: try readValue(bytes, &cursor)))
        }
        return StreamObject(members)
    }

    private static func readValue(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor
    ) throws(JSONError) -> StreamValue {
        cursor.skipSpace(bytes)
        switch cursor.peek(bytes) {
        case UInt8(ascii: "\""): return .text(try cursor.scanString(bytes).checkedText(in: bytes))
        case UInt8(ascii: "{"): return .object(try read(bytes, &cursor))
        case UInt8(ascii: "["):
            var elements: [StreamValue] = []
            try cursor.openArray(bytes)
            while try cursor.nextElement(bytes) { elements.append(try readValue(bytes, &cursor)) }
            return .list(elements)
        case UInt8(ascii: "t") where cursor.take(bytes, word: "true"): return .flag(true)
        case UInt8(ascii: "f") where cursor.take(bytes, word: "false"): return .flag(false)
        case UInt8(ascii: "n") where cursor.take(bytes, word: "null"): return .null
        default: return try readNumber(bytes, &cursor)
        }
    }

    private static func readNumber(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor
    ) throws(JSONError) -> StreamValue {
        let digits = try cursor.scanNumber(bytes)
        for place in digits where [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[place]) {
            return .fraction
        }
        var start = JSONCursor(position: digits.lowerBound)
        return .integer(try start.readInteger(bytes))
    }
}
