import Feedback
import Foundation

@testable import Ingestion

/// Options for tests: Tokyo, and a hash that any machine gives.
enum Importing {
    static func options(_ brands: [BrandName] = [], mapping: Mapping? = nil, zone: Zone = .tokyo) -> ImportOptions {
        ImportOptions(
            zone: zone,
            mapping: mapping,
            brands: BrandDirectory(brands),
            resolveZone: { ["UTC": Zone.utc, "Asia/Tokyo": .tokyo][$0] },
            contentHash: { hash($0) }
        )
    }

    /// FNV-1a in 64 bits, twice.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> RowDigest {
        func fnv(_ seed: UInt64) -> UInt64 { bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
        return RowDigest(high: fnv(0xCBF2_9CE4_8422_2325), low: fnv(0x1234_5678_9ABC_DEF1))
    }

    /// Everything an input gives, in one batch.
    static func all(
        _ bytes: [UInt8],
        file: String = "input.txt",
        format: SourceFormat = .auto,
        options: ImportOptions = options(),
        chunk: Int = 65_536,
        rows: Int = 1_000
    ) throws -> ImportBatch {
        var importer = Importer(
            file: file,
            chunks: InputChunks(bytes: bytes, chunkSize: chunk),
            format: format,
            options: options
        )
        var all = ImportBatch()
        while let batch = try importer.next(maximumRows: rows) {
            all += batch
        }
        return all
    }

    static func all(
        _ text: String,
        file: String = "input.txt",
        format: SourceFormat = .auto,
        options: ImportOptions = options(),
        chunk: Int = 65_536,
        rows: Int = 1_000
    ) throws -> ImportBatch {
        try all(Array(text.utf8), file: file, format: format, options: options, chunk: chunk, rows: rows)
    }

    /// The time of a comment as it reads in Tokyo.
    static func tokyo(_ timestamp: Timestamp?) -> String {
        timestamp.map { Zone.tokyo.format($0.instant) } ?? "none"
    }

    static func mapping(_ json: String) throws -> Mapping {
        try JSONDecoder().decode(Mapping.self, from: Data(json.utf8))
    }
}
