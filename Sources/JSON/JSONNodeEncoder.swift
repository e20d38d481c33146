/// The encoder behind ``JSONTreeEncoder``.
struct JSONNodeEncoder: Encoder {
    let node: JSONNode
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if node.isEmpty { node.content = .object([:]) }
        return KeyedEncodingContainer(KeyedNodes<Key>(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if node.isEmpty { node.content = .list([]) }
        return ListedNodes(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleNode(node: node, codingPath: codingPath)
    }

    /// Writes strings, numbers and flags at once and lets everything else describe itself.
    func write(_ value: some Encodable) throws {
        switch value {
        case let text as String: node.content = .string(text)
        case let flag as Bool: node.content = .flag(flag)
        case let number as Double: node.content = .number(number)
        // A `Float` would describe itself by asking for this again.
        case let number as Float: node.content = .number(Double(number))
        case let number as any BinaryInteger: node.content = .digits(String(number))
        case let elements as any JSONElements: node.content = .elements(elements)
        default: try value.encode(to: self)
        }
    }
}

/// An object's fields.
private struct KeyedNodes<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    let codingPath: [any CodingKey]

    private func child(_ key: any CodingKey) -> JSONNodeEncoder {
        let child = JSONNode()
        node.set(key.stringValue, child)
        return JSONNodeEncoder(node: child, codingPath: codingPath + [key])
    }

    func encodeNil(forKey key: Key) { _ = child(key) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try child(key).write(value)
    }

    func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        child(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { child(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { JSONNodeEncoder(node: node, codingPath: codingPath) }

    func superEncoder(forKey key: Key) -> any Encoder { child(key) }
}

/// An array's elements.
private struct ListedNodes: UnkeyedEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]

    var count: Int {
        if case .list(let list) = node.content { list.count } else { 0 }
    }

    private func child() -> JSONNodeEncoder {
        let child = JSONNode()
        node.append(child)
        return JSONNodeEncoder(node: child, codingPath: codingPath)
    }

    func encodeNil() { _ = child() }

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
    let codingPath: [any CodingKey]

    func encodeNil() { node.content = .null }

    func encode(_ value: some Encodable) throws { try JSONNodeEncoder(node: node, codingPath: codingPath).write(value) }
}
