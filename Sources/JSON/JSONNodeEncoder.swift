/// The encoder behind ``JSONTreeEncoder``.
struct JSONNodeEncoder: Encoder {
    let node: JSONNode
    let userInfo: [CodingUserInfoKey: Any] = [:]

    var codingPath: [any CodingKey] { node.path }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.makeObject()
        return KeyedEncodingContainer(KeyedNodes<Key>(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.makeList()
        return ListedNodes(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleNode(node: node)
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
        case let part as JSONPart: node.content = .part(part.pieces)
        default: try value.encode(to: self)
        }
    }
}

/// An object's fields.
private struct KeyedNodes<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode

    var codingPath: [any CodingKey] { node.path }

    private func child(_ key: any CodingKey) -> JSONNodeEncoder {
        let child = JSONNode(key, in: node)
        node.set(key.stringValue, .node(child))
        return JSONNodeEncoder(node: child)
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

    func superEncoder() -> any Encoder { JSONNodeEncoder(node: node) }

    func superEncoder(forKey key: Key) -> any Encoder { child(key) }
}

/// An array's elements.
private struct ListedNodes: UnkeyedEncodingContainer {
    let node: JSONNode

    var codingPath: [any CodingKey] { node.path }

    var count: Int {
        if case .list(let list) = node.content { list.count } else { 0 }
    }

    private func child() -> JSONNodeEncoder {
        let child = JSONNode(in: node)
        node.append(.node(child))
        return JSONNodeEncoder(node: child)
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

    var codingPath: [any CodingKey] { node.path }

    func encodeNil() { node.content = .null }

    func encode(_ value: String) { node.content = .string(value) }

    func encode(_ value: some Encodable) throws { try JSONNodeEncoder(node: node).write(value) }
}
