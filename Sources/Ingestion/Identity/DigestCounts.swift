/// How often each digest came, in memory that does not grow with their number: the first ones go to a file of their own.
struct DigestCounts {
    private let limit: Int
    private var recent: [Int64: Int64] = [:]
    private var spilled: SpilledDigests?
    private let filterBits: Int

    /// `limit`: digests that are held in memory; `filterBits`: as for ``SpilledDigests/init(filterBits:)``.
    init(limit: Int = 390_000, filterBits: Int = 1 << 26) {
        self.limit = limit
        self.filterBits = filterBits
    }

    /// Counts a digest.
    ///
    /// - Returns: How often it has come, this time included.
    /// - Throws: `DigestFileError` when the file cannot be written or read.
    mutating func add(_ digest: Int64) throws(DigestFileError) -> Int64 {
        if let known = recent[digest] {
            recent[digest] = known + 1
            return known + 1
        }
        var count: Int64 = 1
        if let spilled { count += try spilled.count(of: digest) }
        if recent.count >= limit { try spill() }
        recent[digest] = count
        return count
    }

    private mutating func spill() throws(DigestFileError) {
        if spilled == nil { spilled = try SpilledDigests(filterBits: filterBits) }
        try spilled?.add(recent.sorted { $0.key < $1.key })
        recent.removeAll(keepingCapacity: true)
    }
}

/// The file for digests could not be written or read, mostly because the disk is full.
struct DigestFileError: Error {
    let code: Int32
}
