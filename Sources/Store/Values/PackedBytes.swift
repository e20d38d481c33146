import CZlib
import Foundation

/// Bytes packed by zlib, as the database keeps what a source wrote.
enum PackedBytes {
    /// Fast rather than small: an import waits for it.
    private static let level: Int32 = 1

    static func pack(_ bytes: [UInt8]) throws -> Data {
        var size = compressBound(uLong(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(size))
        guard compress2(&packed, &size, bytes, uLong(bytes.count), level) == Z_OK else {
            throw StoreError(code: .corrupt, message: "zlib could not pack \(bytes.count) bytes; is memory left?")
        }
        return Data(packed.prefix(Int(size)))
    }

    /// `count`: length of the bytes before they were packed.
    static func unpack(_ packed: Data, count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var size = uLong(count)
        let source = Array(packed)
        guard uncompress(&bytes, &size, source, uLong(source.count)) == Z_OK, Int(size) == count else {
            throw StoreError(
                code: .corrupt,
                message: "a stored piece of an input cannot be unpacked; import its file once more"
            )
        }
        return bytes
    }
}
