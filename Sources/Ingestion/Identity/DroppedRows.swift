/// Rows that a person has taken out of quarantine for good: they are left out where they cannot be used, and tell nothing
/// of how the columns of their source are read.
package struct DroppedRows: Sendable {
    /// Bytes of a row that tell it from others: as many as quarantine keeps.
    private static let length = ImportLimits().problemBytes

    private let digests: Set<RowDigest>
    private let contentHash: @Sendable (UnsafeRawBufferPointer) -> RowDigest

    /// `digests`: as ``digest(of:_:)`` gives them.
    package init(_ digests: Set<RowDigest>, contentHash: @escaping @Sendable (UnsafeRawBufferPointer) -> RowDigest) {
        self.digests = digests
        self.contentHash = contentHash
    }

    package static let none = DroppedRows([]) { _ in RowDigest(high: 0, low: 0) }

    var isEmpty: Bool { digests.isEmpty }

    func covers(_ row: [UInt8]) -> Bool { !digests.isEmpty && digests.contains(Self.digest(of: row, contentHash)) }

    /// What names a row: a hash of its first bytes without white space at their end.
    package static func digest(of row: [UInt8], _ contentHash: (UnsafeRawBufferPointer) -> RowDigest) -> RowDigest {
        var head = row.prefix(length)
        while let last = head.last, last == 0x0D || last == 0x0A || last == 0x20 { head = head.dropLast() }
        return head.withUnsafeBytes(contentHash)
    }
}
