import Feedback

/// Distinct rows of a source, of which any order and any division among files draws the same.
///
/// Those with the smallest hashes are drawn, a bottom-k sketch: Cohen and Kaplan, Summarizing data using bottom-k
/// sketches, PODC 2007. The sketch of two inputs is drawn from theirs, since a row that is drawn of both is drawn of its
/// own; a row that comes again adds nothing.
package struct RowSketch: Hashable, Sendable {
    private struct Row: Hashable {
        let hash: UInt64
        let bytes: [UInt8]
        /// How often one input holds the row, up to `mostCopies`.
        var copies: Int
    }

    /// Rows that are drawn at most.
    private static let most = 1_000
    /// Bytes at which no further row is drawn.
    private static let budget = 512 << 10
    /// Longer rows are not drawn.
    private static let longest = 256 << 10
    private static let mostCopies = 255

    /// In the order of their hashes.
    private var rows: [Row] = []
    private var byteCount = 0

    package init() {}

    package var isEmpty: Bool { rows.isEmpty }

    /// Takes a row of an input as it is written.
    mutating func add(_ row: ArraySlice<UInt8>) {
        var row = row
        while let last = row.last, last == 0x0D || last == 0x0A || last == 0x20 { row = row.dropLast() }
        guard row.count <= Self.longest else { return }
        let hash = Self.hash(row)
        // Of many rows nearly all end here.
        if isFull, let last = rows.last, hash > last.hash { return }
        let place = place(of: hash)
        if place < rows.count, rows[place].hash == hash {
            if rows[place].copies < Self.mostCopies { rows[place].copies += 1 }
        } else if place < rows.count || !isFull {
            insert(Row(hash: hash, bytes: Array(row), copies: 1), at: place)
        }
    }

    /// Draws from the rows of another sketch too.
    package mutating func merge(_ other: RowSketch) {
        for row in other.rows {
            let place = place(of: row.hash)
            if place < rows.count, rows[place].hash == row.hash {
                rows[place].copies = max(rows[place].copies, row.copies)
            } else if place < rows.count || !isFull {
                insert(row, at: place)
            }
        }
    }

    /// The sketch without rows that a person has taken out; it is no sketch to merge with others any more.
    func without(_ dropped: DroppedRows) -> RowSketch {
        guard !dropped.isEmpty else { return self }
        var rest = RowSketch()
        for row in rows where !dropped.covers(row.bytes) { rest.insert(row) }
        return rest
    }

    /// A digest of the rows and their copies: equal sketches tell the same.
    package var digest: UInt64 {
        rows.reduce(ByteHash.seed) { digest, row in
            (digest ^ row.hash ^ UInt64(row.copies)) &* 0x9E37_79B9_7F4A_7C15
        }
    }

    /// The rows, each once; of fewer than `count` distinct ones further copies follow, as many as the inputs hold.
    func drawn(_ count: Int) -> [[UInt8]] {
        var drawn = rows.map(\.bytes)
        var round = 1
        while drawn.count < count {
            let again = rows.filter { $0.copies > round }
            if again.isEmpty { break }
            drawn += again.prefix(count - drawn.count).map(\.bytes)
            round += 1
        }
        return drawn
    }

    private var isFull: Bool { rows.count >= Self.most || byteCount >= Self.budget }

    private mutating func insert(_ row: Row, at place: Int) {
        rows.insert(row, at: place)
        byteCount += row.bytes.count
        while let last = rows.last, rows.count > Self.most || byteCount - last.bytes.count >= Self.budget {
            byteCount -= last.bytes.count
            rows.removeLast()
        }
    }

    /// Index of the first row whose hash is no smaller.
    private func place(of hash: UInt64) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Eight bytes at a time, since every row of an input is hashed, and each mixed as by Steele, Lea and Flood, Fast
    /// splittable pseudorandom number generators, OOPSLA 2014.
    private static func hash(_ row: ArraySlice<UInt8>) -> UInt64 {
        row.withUnsafeBytes { bytes in
            var hash = ByteHash.seed ^ UInt64(bytes.count)
            var place = 0
            while place + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                hash = mixed(hash ^ UInt64(littleEndian: word))
                place += 8
            }
            var rest: UInt64 = 0
            while place < bytes.count {
                rest = rest << 8 | UInt64(bytes[place])
                place += 1
            }
            return mixed(hash ^ rest)
        }
    }

    @inline(__always)
    private static func mixed(_ bits: UInt64) -> UInt64 {
        var bits = bits
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

extension RowSketch {
    /// The rows as they are kept: of each its copies in a byte, its length in four, most significant first, and its bytes.
    package var packed: [UInt8] {
        var packed: [UInt8] = []
        packed.reserveCapacity(byteCount + rows.count * 5)
        for row in rows {
            packed.append(UInt8(row.copies))
            for shift in [24, 16, 8, 0] { packed.append(UInt8(truncatingIfNeeded: row.bytes.count >> shift)) }
            packed += row.bytes
        }
        return packed
    }

    /// A sketch as it was kept; what is cut off is left out.
    package init(packed: [UInt8]) {
        var rest = packed[...]
        while rest.count >= 5 {
            let copies = Int(rest[rest.startIndex])
            let length = rest.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
            guard copies > 0, rest.count >= 5 + length else { return }
            let bytes = rest.dropFirst(5).prefix(length)
            insert(Row(hash: Self.hash(bytes), bytes: Array(bytes), copies: copies))
            rest = rest.dropFirst(5 + length)
        }
    }

    private mutating func insert(_ row: Row) {
        insert(row, at: place(of: row.hash))
    }
}
