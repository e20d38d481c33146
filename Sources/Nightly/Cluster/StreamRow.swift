import JSON

/// A row for a cluster: its columns in their order, absent values among them.
struct StreamRow {
    private enum Value {
        case text(String)
        case integer(Int)
        case flag
    }

    private var columns: [(name: String, value: Value?)] = []

    mutating func add(_ name: String, _ text: String?) { columns.append((name, text.map(Value.text))) }

    mutating func add(_ name: String, _ number: Int?) { columns.append((name, number.map(Value.integer))) }

    /// A flag that is absent where it is not set.
    mutating func addFlag(_ name: String, _ isSet: Bool) { columns.append((name, isSet ? .flag : nil)) }

    /// The row as a line of JSON without absent values, with its line feed.
    var line: [UInt8] {
        var json = JSONWriter(.plain)
        json.openObject()
        for (name, value) in columns {
            switch value {
            case .text(let text): json.member(name, text)
            case .integer(let number): json.member(name, number)
            case .flag:
                json.name(name)
                json.flag(true)
            case nil: break
            }
        }
        json.closeObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// The row as no other row is: of each column its number of bytes, a colon and its text, or a hyphen when absent.
    var canonical: [UInt8] {
        var bytes: [UInt8] = []
        for (_, value) in columns {
            switch value {
            case .text(let text): Self.append(text, to: &bytes)
            case .integer(let number): Self.append("\(number)", to: &bytes)
            case .flag: Self.append("true", to: &bytes)
            case nil: bytes.append(UInt8(ascii: "-"))
            }
        }
        return bytes
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes += "\(text.utf8.count):".utf8
        bytes += text.utf8
    }
}
