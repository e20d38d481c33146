import JSON

/// The one way results become JSON, for `--json` and for the dashboard alike.
package enum ResultJSON {
    /// One JSON object with sorted keys, without a newline at the end.
    package static func text(of result: some Encodable) throws -> String {
        String(decoding: try JSONTreeEncoder.bytes(result, .result), as: UTF8.self)
    }

    /// The same on one line, for files with an object a line.
    static func line(of result: some Encodable) throws -> [UInt8] {
        try JSONTreeEncoder.bytes(result, .plain) + [UInt8(ascii: "\n")]
    }
}
