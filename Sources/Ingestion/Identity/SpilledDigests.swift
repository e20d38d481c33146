import Glibc

/// Digests with their counts in a file without a name: runs in ascending order, the newest of which counts.
///
/// A filter tells most digests that are in none of the runs, and a list of every 256th digest where one stands that is, so
/// that a look-up reads 4 KiB at most for each run. Memory: the filter, and a byte for every 32 digests.
///
/// Filter: B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13 (7), 1970.
final class SpilledDigests {
    private struct Run {
        /// Place in the file and length, in records.
        let start: Int
        let count: Int
        /// The first digest of each block.
        var heads: [Int64] = []
    }

    private typealias Record = (key: Int64, value: Int64)

    private static let blockRecords = 256
    private static let mostRuns = 8
    private static let recordBytes = MemoryLayout<Record>.stride
    private var file: UnsafeMutablePointer<FILE>
    private var end = 0
    private var runs: [Run] = []
    private var filter: [UInt64]

    /// `filterBits`: a power of two, at least 64; eight for each digest let one in fifty through that is not there.
    init(filterBits: Int) throws(DigestFileError) {
        file = try Self.open()
        filter = Array(repeating: 0, count: filterBits / 64)
    }

    deinit { fclose(file) }

    private static func open() throws(DigestFileError) -> UnsafeMutablePointer<FILE> {
        guard let file = tmpfile() else { throw DigestFileError(code: errno) }
        return file
    }

    /// Adds a run; its counts stand for those of earlier runs.
    ///
    /// `records`: in ascending order, each digest once.
    func add(_ records: [(key: Int64, value: Int64)]) throws(DigestFileError) {
        for record in records { mark(record.key) }
        runs.append(try write(records, to: file))
        if runs.count > Self.mostRuns { try merge() }
    }

    /// The count of a digest; 0 where it is in no run.
    func count(of digest: Int64) throws(DigestFileError) -> Int64 {
        guard mayHold(digest) else { return 0 }
        for run in runs.reversed() {
            let block = Self.lastIndex(in: run.heads, upTo: digest)
            guard block >= 0 else { continue }
            let records = try read(run, block)
            let place = Self.lastIndex(in: records.map(\.key), upTo: digest)
            if place >= 0, records[place].key == digest { return records[place].value }
        }
        return 0
    }

    /// Index of the last value that is not above another; -1 where all are.
    private static func lastIndex(in values: [Int64], upTo value: Int64) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    // MARK: - Filter

    /// Four places of a digest, which is itself a hash.
    private func places(_ digest: Int64) -> [Int] {
        let (first, second) = (Int(digest & 0x7FFF_FFFF), Int(digest >> 31) | 1)
        return (0..<4).map { (first &+ $0 &* second) & (filter.count * 64 - 1) }
    }

    private func mark(_ digest: Int64) {
        for place in places(digest) { filter[place / 64] |= 1 << UInt64(place % 64) }
    }

    private func mayHold(_ digest: Int64) -> Bool {
        places(digest).allSatisfy { filter[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
    }

    // MARK: - Runs

    private func write(
        _ records: [(key: Int64, value: Int64)],
        to file: UnsafeMutablePointer<FILE>
    ) throws(DigestFileError) -> Run {
        var run = Run(start: end, count: records.count)
        run.heads = stride(from: 0, to: records.count, by: Self.blockRecords).map { records[$0].key }
        let code = records.withUnsafeBytes { Self.write($0, to: fileno(file), at: end * Self.recordBytes) }
        if code != 0 { throw DigestFileError(code: code) }
        end += records.count
        return run
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int) -> Int32 {
        var done = 0
        while done < bytes.count {
            let written = pwrite(file, bytes.baseAddress.map { $0 + done }, bytes.count - done, offset + done)
            if written < 0, errno != EINTR { return errno }
            done += max(0, written)
        }
        return 0
    }

    private func read(_ run: Run, _ block: Int) throws(DigestFileError) -> [(key: Int64, value: Int64)] {
        let first = block * Self.blockRecords
        let count = min(Self.blockRecords, run.count - first)
        var code: Int32 = 0
        let records = [Record](unsafeUninitializedCapacity: count) { buffer, initialized in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            let offset = (run.start + first) * Self.recordBytes
            let size = count * Self.recordBytes
            var done = 0
            while done < size, code == 0 {
                let got = pread(fileno(file), bytes.baseAddress.map { $0 + done }, size - done, off_t(offset + done))
                if got > 0 { done += got } else if got == 0 || errno != EINTR { code = got == 0 ? EIO : errno }
            }
            initialized = done / Self.recordBytes
        }
        if code != 0 { throw DigestFileError(code: code) }
        return records
    }

    /// Makes one run of all, in a file of its own.
    private func merge() throws(DigestFileError) {
        var cursors = runs.map { RunCursor(count: $0.count) }
        let other = try Self.open()
        end = 0
        var (heads, count): ([Int64], Int) = ([], 0)
        var waiting: [(key: Int64, value: Int64)] = []
        while true {
            var least: Int64?
            for place in cursors.indices {
                if try !fill(&cursors[place], runs[place]) { continue }
                least = min(least ?? .max, cursors[place].record.key)
            }
            guard let least else { break }
            var value: Int64 = 0
            for place in cursors.indices where cursors[place].isFilled && cursors[place].record.key == least {
                // The newest run stands last.
                value = cursors[place].record.value
                cursors[place].step()
            }
            waiting.append((key: least, value: value))
            if waiting.count == Self.blockRecords * 16 {
                let part = try write(waiting, to: other)
                heads += part.heads
                count += part.count
                waiting.removeAll(keepingCapacity: true)
            }
        }
        let part = try write(waiting, to: other)
        runs = [Run(start: 0, count: count + part.count, heads: heads + part.heads)]
        fclose(file)
        file = other
    }

    private func fill(_ cursor: inout RunCursor, _ run: Run) throws(DigestFileError) -> Bool {
        if cursor.isFilled { return true }
        guard cursor.next < run.count else { return false }
        cursor.records = try read(run, cursor.next / Self.blockRecords)
        cursor.place = 0
        cursor.next += cursor.records.count
        return true
    }
}

/// A place in a run while it is merged with others.
private struct RunCursor {
    let count: Int
    var records: [(key: Int64, value: Int64)] = []
    var place = 0
    /// Index in the run of the record behind those that were read.
    var next = 0

    init(count: Int) {
        self.count = count
    }

    var isFilled: Bool { place < records.count }
    var record: (key: Int64, value: Int64) { records[place] }
    mutating func step() { place += 1 }
}
