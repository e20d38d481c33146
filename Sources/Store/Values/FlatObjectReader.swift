import Feedback
import JSON

/// One object of strings and integers, as ``JSONText`` wrote it.
struct FlatObject {
    enum Value {
        case string(String)
        case integer(Int)
    }

    private var members: [(name: String, value: Value)] = []

    mutating func append(_ name: String, _ value: Value) {
        members.append((name, value))
    }

    func string(_ name: String) throws -> String {
        guard case .string(let value) = value(name) else { throw FlatObjectReader.corrupt(name) }
        return value
    }

    func integer(_ name: String) throws -> Int {
        guard case .integer(let value) = value(name) else { throw FlatObjectReader.corrupt(name) }
        return value
    }

    /// All members, which must be integers.
    func integers() throws -> [(name: String, basisPoints: Int)] {
        try members.map { ($0.name, try integer($0.name)) }
    }

    func range() throws -> ByteRange {
        ByteRange(start: try integer("start"), length: try integer("length"), isInTitle: value("in") != nil)
    }

    private func value(_ name: String) -> Value? {
        members.first { $0.name == name }?.value
    }
}

/// Reads the JSON arrays that Koe stores, many times faster than a general decoder.
///
/// Reads only flat objects of strings and integers; anything else is a corrupt database, and says so.
enum FlatObjectReader {
    static func objects(in text: String) throws -> [FlatObject] {
        if text == "[]" { return [] }
        do {
            return try objects(text.utf8.span)
        } catch {
            throw corrupt("byte \(error.offset) \(error.message)")
        }
    }

    static func corrupt(_ what: String) -> StoreError {
        StoreError(code: .corrupt, message: "the database holds JSON that koe did not write (\(what)); run koe doctor")
    }

    private static func objects(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> [FlatObject] {
        var objects: [FlatObject] = []
        var cursor = JSONCursor(depthLimit: 2)
        try cursor.openArray(bytes)
        while try cursor.nextElement(bytes) { objects.append(try object(bytes, &cursor)) }
        try cursor.end(bytes)
        return objects
    }

    private static func object(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor
    ) throws(JSONError) -> FlatObject {
        var object = FlatObject()
        try cursor.openObject(bytes)
        while let name = try cursor.nextName(bytes) {
            let isString = cursor.peek(bytes) == UInt8(ascii: "\"")
            object.append(
                // The text of a column is UTF-8 as a whole.
                name.checkedText(in: bytes),
                isString
                    ? .string(try cursor.scanString(bytes).checkedText(in: bytes))
                    : .integer(try cursor.readInteger(bytes))
            )
        }
        return object
    }
}
