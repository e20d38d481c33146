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

    /// FNV-1a in 64 bits, twice, as 32 hexadecimal digits.
    static func hash(_ bytes: [UInt8]) -> String {
        func fnv(_ seed: UInt64) -> String {
            let value = bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        return fnv(0xCBF2_9CE4_8422_2325) + fnv(0x1234_5678_9ABC_DEF1)
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
            all.comments += batch.comments
            all.cases += batch.cases
            all.problems += batch.problems
            all.skipped.merge(batch.skipped, uniquingKeysWith: +)
            all.rowsRead += batch.rowsRead
            all.bytesRead = batch.bytesRead
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
