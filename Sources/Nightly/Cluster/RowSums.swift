import Workspace

/// Eight sums by which rows are known again in any order and any number of files.
///
/// The eight words of the SHA-256 of each row, added up. `sums` of `koe_input.py` makes the same of what it has read.
/// Source: multiset hashes by addition, Clarke et al., "Incremental Multiset Hash Functions and Their Application to
/// Memory Integrity Checking", ASIACRYPT 2003.
struct RowSums {
    /// Each below 2^63 for up to 2^31 rows.
    private(set) var words = [Int](repeating: 0, count: 8)

    mutating func add(_ row: StreamRow) {
        for (place, word) in Digest.words(row.canonical).enumerated() { words[place] += Int(word) }
    }
}
