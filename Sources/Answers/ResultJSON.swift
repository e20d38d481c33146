import Foundation

/// The one way results become JSON, for `--json` and for the dashboard alike.
package enum ResultJSON {
    /// One JSON object with sorted keys, without a newline at the end.
    package static func text(of result: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(result), as: UTF8.self)
    }
}
