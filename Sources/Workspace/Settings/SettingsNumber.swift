/// A number in `koe.yaml` as it is written, so that it is read in one way wherever it comes from.
///
/// YAML itself would take `010` for eight, `1:30` for ninety and `.inf` for a number.
package struct SettingsNumber: Decodable, Sendable {
    package let text: String

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// A decimal number, or `nil`: `010` is ten, and what has no end is none.
    static func value(of text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        guard isPlain, let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
