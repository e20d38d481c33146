/// A JSON value as a tree, where values are few and speed is no matter; hot loops use ``JSONCursor``.
package enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    /// A whole number in its own digits, of any size.
    case digits(String)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// The members, without an order: they are written sorted by the UTF-8 bytes of their names.
    case object([String: JSONValue])
}

extension JSONWriter {
    /// A whole value, the members of objects sorted by the UTF-8 bytes of their names.
    ///
    /// - Throws: `number` for numbers that have no form.
    package mutating func value(_ value: JSONValue) throws(JSONError) {
        switch value {
        case .null: null()
        case .flag(let flag): self.flag(flag)
        case .digits(let digits): raw(digits.utf8)
        case .number(let number): try self.number(number)
        case .string(let text): string(text)
        case .array(let elements):
            openArray()
            for element in elements { try self.value(element) }
            closeArray()
        case .object(let members):
            openObject()
            for (name, member) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                self.name(name)
                try self.value(member)
            }
            closeObject()
        }
    }
}
