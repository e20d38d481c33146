import Feedback

/// One object of strings and integers, as ``FlatObjectWriter`` wrote it.
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
        ByteRange(start: try integer("start"), length: try integer("length"))
    }

    private func value(_ name: String) -> Value? {
        members.first { $0.name == name }?.value
    }
}

/// Reads the JSON arrays that Koe stores, many times faster than a general decoder.
///
/// Reads only what ``FlatObjectWriter`` writes; anything else is a corrupt database, and says so.
struct FlatObjectReader {
    private let bytes: [UInt8]
    private var position = 0

    static func objects(in text: String) throws -> [FlatObject] {
        if text == "[]" { return [] }
        var reader = FlatObjectReader(bytes: Array(text.utf8))
        return try reader.array()
    }

    static func corrupt(_ what: String) -> StoreError {
        StoreError(code: .corrupt, message: "the database holds JSON that koe did not write (\(what)); run koe doctor")
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func array() throws -> [FlatObject] {
        var objects: [FlatObject] = []
        try expect("[")
        repeat { objects.append(try object()) } while take(",")
        try expect("]")
        return objects
    }

    private mutating func object() throws -> FlatObject {
        var object = FlatObject()
        try expect("{")
        repeat {
            let name = try string()
            try expect(":")
            let isString = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
            object.append(name, isString ? .string(try string()) : .integer(try integer()))
        } while take(",")
        try expect("}")
        return object
    }

    private mutating func integer() throws -> Int {
        let start = position
        while position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position].isDigit { position += 1 }
        guard let value = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
            throw Self.corrupt("integer")
        }
        return value
    }

    private mutating func string() throws -> String {
        try expect("\"")
        var content: [UInt8] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            content.append(bytes[position] == UInt8(ascii: "\\") ? try escaped() : bytes[position])
            position += 1
        }
        try expect("\"")
        return String(decoding: content, as: UTF8.self)
    }

    /// The byte behind a backslash; leaves the position on the last byte of the escape.
    private mutating func escaped() throws -> UInt8 {
        guard position + 1 < bytes.count else { throw Self.corrupt("escape") }
        position += 1
        guard bytes[position] == UInt8(ascii: "u") else { return bytes[position] }
        guard position + 4 < bytes.count,
            let code = UInt8(String(decoding: bytes[(position + 1)...(position + 4)], as: UTF8.self), radix: 16)
        else { throw Self.corrupt("escape") }
        position += 4
        return code
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws {
        if !take(character) { throw Self.corrupt("\(character)") }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
