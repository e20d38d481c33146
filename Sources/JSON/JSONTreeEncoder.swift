/// Turns an `Encodable` value into JSON that is the same on every machine.
///
/// Names are sorted by their UTF-8 bytes, absent values are left out.
package enum JSONTreeEncoder {
    /// The bytes of a value in a form, without a line end.
    ///
    /// - Throws: ``JSONError`` `number` for numbers that have no form, and what the value itself throws.
    package static func bytes(_ value: some Encodable, _ form: JSONForm) throws -> [UInt8] {
        var writer = JSONWriter(form)
        try writer.value(tree(value))
        return writer.bytes
    }

    /// A value as the text of a database column.
    ///
    /// - Throws: as ``bytes(_:_:)``.
    package static func record(_ value: some Encodable) throws -> String {
        String(decoding: try bytes(value, .record), as: UTF8.self)
    }

    /// The tree of a value.
    package static func tree(_ value: some Encodable) throws -> JSONValue {
        let node = JSONNode()
        try JSONNodeEncoder(node: node, codingPath: []).write(value)
        return node.value
    }
}

/// One value under construction; a class, since nested containers fill it later.
final class JSONNode {
    enum Content {
        case value(JSONValue)
        case list([JSONNode])
        case object([String: JSONNode])
    }

    var content = Content.value(.null)

    var isEmpty: Bool {
        if case .value(.null) = content { true } else { false }
    }

    var value: JSONValue {
        switch content {
        case .value(let value): value
        case .list(let nodes): .array(nodes.map(\.value))
        case .object(let nodes): .object(nodes.mapValues(\.value))
        }
    }

    func append(_ node: JSONNode) {
        guard case .list(var list) = content else { return content = .list([node]) }
        // Let go of the stored list, so that it grows in place.
        content = .value(.null)
        list.append(node)
        content = .list(list)
    }

    func set(_ key: String, _ node: JSONNode) {
        guard case .object(var object) = content else { return content = .object([key: node]) }
        content = .value(.null)
        object[key] = node
        content = .object(object)
    }
}
