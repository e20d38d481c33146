/// Writes an `Encodable` value as JSON that is the same on every machine.
///
/// Keys are sorted by their UTF-8 bytes, numbers have at most six decimals, indentation is two spaces, absent values
/// are left out.
enum CanonicalJSON {
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let node = Node()
        try value.encode(to: NodeEncoder(node: node, codingPath: []))
        var text = ""
        node.write(to: &text, indent: 0)
        return Array((text + "\n").utf8)
    }

    /// One value under construction; a class, since nested containers fill it later.
    final class Node {
        enum Content {
            case null
            /// Written as it stands.
            case literal(String)
            case list([Node])
            case object([String: Node])
        }

        var content = Content.null

        func append(_ node: Node) {
            if case .list(var list) = content {
                list.append(node)
                content = .list(list)
            } else {
                content = .list([node])
            }
        }

        func set(_ key: String, _ node: Node) {
            if case .object(var object) = content {
                object[key] = node
                content = .object(object)
            } else {
                content = .object([key: node])
            }
        }

        func write(to text: inout String, indent: Int) {
            switch content {
            case .null: text += "null"
            case .literal(let literal): text += literal
            case .list(let list):
                Self.write(list.map { (nil, $0) }, between: ("[", "]"), to: &text, indent: indent)
            case .object(let object):
                let pairs = object.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
                Self.write(pairs.map { ($0.key, $0.value) }, between: ("{", "}"), to: &text, indent: indent)
            }
        }

        private static func write(
            _ items: [(key: String?, node: Node)],
            between ends: (String, String),
            to text: inout String,
            indent: Int
        ) {
            guard !items.isEmpty else {
                text += ends.0 + ends.1
                return
            }
            let inner = String(repeating: "  ", count: indent + 1)
            text += ends.0
            for (index, item) in items.enumerated() {
                text += index == 0 ? "\n" + inner : ",\n" + inner
                if let key = item.key { text += quoted(key) + ": " }
                item.node.write(to: &text, indent: indent + 1)
            }
            text += "\n" + String(repeating: "  ", count: indent) + ends.1
        }
    }

    /// RFC 8259, section 7; also U+2028 and U+2029, so that the file can stand in a script.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x0A: result += "\\n"
            case 0x0D: result += "\\r"
            case 0x09: result += "\\t"
            case 0..<0x20, 0x7F, 0x2028, 0x2029:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// At most six decimals, without zeros at the end.
    static func number(_ value: Double) -> String {
        var text = NumberText.fixed(value, decimals: 6, minus: "-")
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
