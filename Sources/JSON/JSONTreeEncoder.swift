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
        case integer(Int)
        /// An integer that leaves `Int`, as its digits.
        case digits(String)
        case number(Double)
        case string(String)
        case list([Content])
        /// The elements of an array, each of which is described when it is written: a report has them by the million.
        case elements(any JSONElements)
        /// In any order; of two of one name the later counts.
        case object([Member])
        /// What is filled later, or has parts of its own.
        case node(JSONNode)
    }

    struct Member {
        let name: String
        let value: Content
    }

    var content = Content.null

    init() {}

    /// A value that describes itself.
    init(_ value: some Encodable) throws {
        try JSONNodeEncoder(node: self, path: nil).write(value)
    }

    var isEmpty: Bool {
        if case .null = content { true } else { false }
    }

    func append(_ value: Content) {
        guard case .list(var list) = content else { return content = .list([value]) }
        // Let go of the stored list, so that it grows in place.
        content = .null
        list.append(value)
        content = .list(list)
    }

    func set(_ name: String, _ value: Content) {
        guard case .object(var members) = content else { return content = .object([Member(name: name, value: value)]) }
        content = .null
        members.append(Member(name: name, value: value))
        content = .object(members)
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
    fileprivate mutating func node(_ node: JSONNode) throws { try content(node.content) }

    private mutating func content(_ content: JSONNode.Content) throws {
        switch content {
        case .null: null()
        case .flag(let flag): self.flag(flag)
        case .integer(let number): integer(number)
        case .digits(let digits): raw(digits.utf8)
        case .number(let number): try self.number(number)
        case .string(let text): string(text)
        case .node(let node): try self.node(node)
        case .list(let values):
            openArray()
            for value in values { try self.content(value) }
            closeArray()
        case .elements(let elements):
            openArray()
            try elements.forEachNode { try self.node($0) }
            closeArray()
        case .object(let members):
            openObject()
            let sorted = members.sorted { $0.name.isBeforeInUTF8($1.name) }
            for (place, member) in sorted.enumerated() {
                if place + 1 < sorted.count, sorted[place + 1].name == member.name { continue }
                name(member.name)
                try self.content(member.value)
            }
            closeObject()
        }
    }
}

extension String {
    /// Whether its bytes come first; over plain memory, since every object of a report is sorted by it.
    fileprivate func isBeforeInUTF8(_ other: String) -> Bool {
        let (own, others) = (utf8.span, other.utf8.span)
        for index in 0..<min(own.count, others.count) where own[index] != others[index] {
            return own[index] < others[index]
        }
        return own.count < others.count
    }
}
