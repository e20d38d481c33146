/// Turns an `Encodable` value into JSON that is the same on every machine.
///
/// Names are sorted by their UTF-8 bytes, absent values are left out.
package enum JSONTreeEncoder {
    /// The bytes of a value in a form, without a line end.
    ///
    /// - Throws: ``JSONError`` `number` for numbers that have no form, and what the value itself throws.
    package static func bytes(_ value: some Encodable, _ form: JSONForm) throws -> [UInt8] {
        var writer = JSONWriter(form)
        try writer.node(JSONNode(value))
        return writer.bytes
    }

    /// A value as the text of a database column.
    ///
    /// - Throws: as ``bytes(_:_:)``.
    package static func record(_ value: some Encodable) throws -> String {
        String(decoding: try bytes(value, .record), as: UTF8.self)
    }
}

/// One value under construction; a class, since nested containers fill it later.
final class JSONNode {
    enum Content {
        case null
        case flag(Bool)
        /// An integer of any size, as its digits.
        case digits(String)
        case number(Double)
        case string(String)
        case list([JSONNode])
        /// The elements of an array, each of which is described when it is written: a report has them by the million.
        case elements(any JSONElements)
        case object([String: JSONNode])
    }

    var content = Content.null

    init() {}

    /// A value that describes itself.
    init(_ value: some Encodable) throws {
        try JSONNodeEncoder(node: self, codingPath: []).write(value)
    }

    var isEmpty: Bool {
        if case .null = content { true } else { false }
    }

    func append(_ node: JSONNode) {
        guard case .list(var list) = content else { return content = .list([node]) }
        // Let go of the stored list, so that it grows in place.
        content = .null
        list.append(node)
        content = .list(list)
    }

    func set(_ key: String, _ node: JSONNode) {
        guard case .object(var object) = content else { return content = .object([key: node]) }
        content = .null
        object[key] = node
        content = .object(object)
    }
}

/// An array whose elements describe themselves.
protocol JSONElements {
    /// Calls the body with each element in turn.
    func forEachNode(_ body: (JSONNode) throws -> Void) throws
}

extension Array: JSONElements where Element: Encodable {
    func forEachNode(_ body: (JSONNode) throws -> Void) throws {
        for element in self { try body(JSONNode(element)) }
    }
}

extension JSONWriter {
    /// A whole value, the members of objects sorted by the UTF-8 bytes of their names.
    ///
    /// - Throws: `number` for numbers that have no form, and what an element of an array throws.
    fileprivate mutating func node(_ node: JSONNode) throws {
        switch node.content {
        case .null: null()
        case .flag(let flag): self.flag(flag)
        case .digits(let digits): raw(digits.utf8)
        case .number(let number): try self.number(number)
        case .string(let text): string(text)
        case .list(let nodes):
            openArray()
            for element in nodes { try self.node(element) }
            closeArray()
        case .elements(let elements):
            openArray()
            try elements.forEachNode { try self.node($0) }
            closeArray()
        case .object(let members):
            openObject()
            for (name, member) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                self.name(name)
                try self.node(member)
            }
            closeObject()
        }
    }
}
