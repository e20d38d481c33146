import Feedback

/// Names the rows of one input that carry no id of their own.
///
/// The name is a digest of the whole row as written, so that a corrected mapping names it alike, and its ordinal among
/// the equal rows before it: the second of two equal rows is the second in every export that holds both.
struct RowIdentity {
    private let contentHash: (UnsafeRawBufferPointer) -> RowDigest
    private var seen = DigestCounts()

    init(contentHash: @escaping (UnsafeRawBufferPointer) -> RowDigest) {
        self.contentHash = contentHash
    }

    /// Origin of a row, and a name for it when it `needsName`.
    ///
    /// - Throws: `DigestFileError` when what was seen of many rows cannot be kept.
    mutating func origin(
        of row: ArraySlice<UInt8>,
        at byte: Int,
        needsName: Bool
    ) throws(DigestFileError) -> (RowOrigin, name: String?) {
        let digest = digest(of: row)
        let origin = RowOrigin(digest: digest.number, byte: byte)
        guard needsName else { return (origin, nil) }
        let ordinal = try seen.add(digest.number)
        return (origin, ordinal == 1 ? digest.id : "\(digest.id)-\(ordinal)")
    }

    /// The hash of the row with LF for CR LF, and without white space at its end.
    private func digest(of row: ArraySlice<UInt8>) -> RowDigest {
        row.withUnsafeBytes { bytes in
            var count = bytes.count
            while count > 0, Self.isEnd(bytes[count - 1]) { count -= 1 }
            let plain = UnsafeRawBufferPointer(rebasing: bytes[..<count])
            guard ByteSearch.holds(plain, 0x0D) else { return contentHash(plain) }
            return Self.withPlainEnds(plain).withUnsafeBytes(contentHash)
        }
    }

    private static func isEnd(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A || byte == 0x20 }

    private static func withPlainEnds(_ row: UnsafeRawBufferPointer) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(row.count)
        for index in row.indices {
            let isPair = row[index] == 0x0D && index + 1 < row.endIndex && row[index + 1] == 0x0A
            if !isPair { bytes.append(row[index] == 0x0D ? 0x0A : row[index]) }
        }
        return bytes
    }
}
