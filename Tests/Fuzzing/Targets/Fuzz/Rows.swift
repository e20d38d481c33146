import Feedback
import Ingestion

/// Reads rows twice, whole and in pieces: both must give the same, and every row must be accounted for.
enum Rows {
    static func check(_ bytes: [UInt8], format: SourceFormat) {
        let whole = read(bytes, format, chunk: 1 << 20, rows: 10_000)
        // The input chooses the pieces, so that libFuzzer can look for those that matter.
        let dice = Int(bytes.last ?? 0)
        let parts = read(bytes, format, chunk: 1 + dice % 16, rows: 1 + dice / 16)
        precondition(whole == parts, "the size of the pieces changes what is read: \(whole) and \(parts)")
        guard case .success(let batch) = whole else { return }
        let skipped = batch.skipped.values.reduce(0, +)
        precondition(
            batch.rowsRead == batch.comments.count + batch.cases.count + batch.problems.count + skipped,
            "the rows do not add up"
        )
        for comment in batch.comments { _ = StoryReader.cases(in: comment) }
    }

    static func options(mapping: Mapping? = nil) -> ImportOptions {
        ImportOptions(
            zone: .tokyo,
            mapping: mapping,
            brands: BrandDirectory([]),
            resolveZone: { ["UTC": Zone.utc, "Asia/Tokyo": .tokyo][$0] },
            contentHash: hash
        )
    }

    static func read(
        _ bytes: [UInt8],
        _ format: SourceFormat,
        chunk: Int,
        rows: Int,
        options: ImportOptions = options()
    ) -> Result<ImportBatch, IngestionError> {
        var importer = Importer(
            file: "input",
            chunks: InputChunks(bytes: bytes, chunkSize: chunk),
            format: format,
            options: options
        )
        var all = ImportBatch()
        do {
            while let batch = try importer.next(maximumRows: rows) { all += batch }
        } catch {
            return .failure(error)
        }
        // How far it was read at the last row depends on the pieces.
        all.bytesRead = 0
        return .success(all)
    }

    /// FNV-1a in 64 bits, twice: http://www.isthe.com/chongo/tech/comp/fnv/.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> RowDigest {
        func fnv(_ seed: UInt64) -> UInt64 { bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
        return RowDigest(high: fnv(0xCBF2_9CE4_8422_2325), low: fnv(0x1234_5678_9ABC_DEF1))
    }
}
