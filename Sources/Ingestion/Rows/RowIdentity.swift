import Feedback

/// Names the rows of one input that carry no id of their own.
///
/// The name is a digest of the whole row as written, so that a corrected mapping names it alike, and its ordinal among
/// the equal rows before it: the second of two equal rows is the second in every export that holds both.
struct RowIdentity {
    private let contentHash: ([UInt8]) -> String
    private var seen: [Int64: UInt32] = [:]

    /// `contentHash`: a hash of bytes in hexadecimal.
    init(contentHash: @escaping ([UInt8]) -> String) {
        self.contentHash = contentHash
    }

    /// Origin of a row, and a name for it when it `needsName`.
    mutating func origin(of row: ArraySlice<UInt8>, at byte: Int, needsName: Bool) -> (RowOrigin, name: String?) {
        let hash = contentHash(Self.withPlainEnds(row))
        let digest = Self.number(hash)
        let origin = RowOrigin(digest: digest, byte: byte)
        guard needsName else { return (origin, nil) }
        let ordinal = seen[digest, default: 0] + 1
        seen[digest] = ordinal
        return (origin, "h\(hash.prefix(32))" + (ordinal == 1 ? "" : "-\(ordinal)"))
    }

    private static func number(_ hash: String) -> Int64 {
        hash.utf8.prefix(16).reduce(into: Int64(0)) { number, digit in
            let value = Int64(digit & 0x0F) + (digit > 0x39 ? 9 : 0)
            number = (number << 4 | value) & .max
        }
    }

    /// The row with LF for CR LF, and without white space at its end.
    private static func withPlainEnds(_ row: ArraySlice<UInt8>) -> [UInt8] {
        var row = row
        while let last = row.last, last == 0x0D || last == 0x0A || last == 0x20 { row.removeLast() }
        guard row.contains(0x0D) else { return Array(row) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(row.count)
        for index in row.indices {
            let isPair = row[index] == 0x0D && index + 1 < row.endIndex && row[index + 1] == 0x0A
            if !isPair { bytes.append(row[index] == 0x0D ? 0x0A : row[index]) }
        }
        return bytes
    }
}
