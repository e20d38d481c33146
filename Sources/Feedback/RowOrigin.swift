/// Where a comment was written: which row of which input it was made of.
package struct RowOrigin: Hashable, Sendable {
    /// The first 63 bits of the SHA-256 of the row as written, with LF as the only line end.
    package let digest: Int64
    /// Offset of the row's first byte in the input, from 0.
    package let byte: Int

    package init(digest: Int64, byte: Int) {
        self.digest = digest
        self.byte = byte
    }
}
