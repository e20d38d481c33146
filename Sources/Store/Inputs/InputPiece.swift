import Foundation

/// A piece of an input, packed as it is kept: what needs no database, so that it can be made beside the one writer.
package struct InputPiece: Sendable {
    /// Offset of its first byte in the input.
    let position: Int
    /// How many bytes it holds.
    let byteCount: Int
    let packed: Data

    package init(_ bytes: [UInt8], at position: Int) throws {
        self.position = position
        byteCount = bytes.count
        packed = try PackedBytes.pack(bytes)
    }
}
