/// The encoder behind ``JSONTreeEncoder``.
struct JSONNodeEncoder: Encoder {
    let node: JSONNode
    let path: JSONPath?
    let userInfo: [CodingUserInfoKey: Any] = [:]

    var codingPath: [any CodingKey] { path?.keys ?? [] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if node.isEmpty { node.content = .object([]) }
        return KeyedEncodingContainer(KeyedNodes<Key>(node: node, path: path))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if node.isEmpty { node.content = .list([]) }
        return ListedNodes(node: node, path: path)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleNode(node: node, path: path)
    }

    /// Writes strings, numbers and flags at once and lets everything else describe itself.
    func write(_ value: some Encodable) throws {
        switch value {
        case let text as String: node.content = .string(text)
        case let flag as Bool: node.content = .flag(flag)
        case let number as Int: node.content = .integer(number)
        case let number as Double: node.content = .number(number)
        // A `Float` would describe itself by asking for this again.
        case let number as Float: node.content = .number(Double(number))
        case let number as any BinaryInteger: node.content = .digits(String(number))
        case let elements as any JSONElements: node.content = .elements(elements)
        default: try value.encode(to: self)
        }
    }
}

/// The keys that lead to a value, put together where somebody asks for them.
final class JSONPath {
    private let key: any CodingKey
    private let outer: JSONPath?

    init(_ key: any CodingKey, in outer: JSONPath?) {
        (self.key, self.outer) = (key, outer)
    }

    /// The outermost first.
    var keys: [any CodingKey] { (outer?.keys ?? []) + [key] }
}

/// An object's fields.
private struct KeyedNodes<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    let path: JSONPath?

    var codingPath: [any CodingKey] { path?.keys ?? [] }

    private func child(_ key: any CodingKey) -> JSONNodeEncoder {
        let child = JSONNode()
        node.set(key.stringValue, .node(child))
        return JSONNodeEncoder(node: child, path: JSONPath(key, in: path))
    }

    func encodeNil(forKey key: Key) { node.set(key.stringValue, .null) }

    // What is nothing but itself needs no node of its own.
    func encode(_ value: String, forKey key: Key) { node.set(key.stringValue, .string(value)) }
    func encode(_ value: Bool, forKey key: Key) { node.set(key.stringValue, .flag(value)) }
    func encode(_ value: Int, forKey key: Key) { node.set(key.stringValue, .integer(value)) }
    func encode(_ value: Double, forKey key: Key) { node.set(key.stringValue, .number(value)) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try child(key).write(value)
    }

    func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        child(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { child(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { JSONNodeEncoder(node: node, path: path) }

    func superEncoder(forKey key: Key) -> any Encoder { child(key) }
}

/// An array's elements.
private struct ListedNodes: UnkeyedEncodingContainer {
    let node: JSONNode
    let path: JSONPath?

    var codingPath: [any CodingKey] { path?.keys ?? [] }

    var count: Int {
        if case .list(let list) = node.content { list.count } else { 0 }
    }

    private func child() -> JSONNodeEncoder {
        let child = JSONNode()
        node.append(.node(child))
        return JSONNodeEncoder(node: child, path: path)
    }

    func encodeNil() { node.append(.null) }

    func encode(_ value: some Encodable) throws { try child().write(value) }

    func nestedContainer<Nested>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        child().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }

    func superEncoder() -> any Encoder { child() }
}

/// A single value.
private struct SingleNode: SingleValueEncodingContainer {
    let node: JSONNode
    let path: JSONPath?

    var codingPath: [any CodingKey] { path?.keys ?? [] }

    func encodeNil() { node.content = .null }

    func encode(_ value: String) { node.content = .string(value) }

    func encode(_ value: some Encodable) throws { try JSONNodeEncoder(node: node, path: path).write(value) }
}
