import Feedback
import Foundation
import Ingestion
import Store
import Workspace

/// Reads an input beside the writer: while one batch is packed and stored, the next is read and hashed.
actor InputReading {
    /// Rows that were read, with the bytes that were read for them.
    struct Batch: Sendable {
        let pieces: [InputPiece]
        var batch: ImportBatch
        let isPage: Bool
    }

    /// What is known of the input at its end.
    struct End: Sendable {
        /// SHA-256 of its bytes in hexadecimal.
        let hash: String
        /// SHA-256 of its first bytes, as many as were asked for; `nil` when it has fewer.
        let digestAtMark: String?
        let byteCount: Int
        let pieces: [InputPiece]
        let format: SourceFormat
        let encoding: TextEncoding?
        let notes: [String]
        /// What was seen of all inputs of the source with these columns.
        let warnings: [String]
        /// Columns that nothing reads.
        let columnsAside: [String]
        /// How the columns were read that no mapping names, and the rows that told.
        let proposed: ProposedReading?
        let sketch: RowSketch?
    }

    /// Rows that are stored at once, and bytes of the input after which a batch ends as well.
    private static let batchSize = 4_096
    private static let batchBytes = 2 << 20
    /// Rows that are looked at together.
    private static let pullSize = 512
    private static let chunkSize = 1 << 18
    /// The source of all pages that nobody has named, so that a page saved under another name adds nothing.
    static let pageSource = "page"

    private let plan: ImportPlan
    private let tombstones: Tombstones
    private let limits: RetentionLimits
    private let tap: InputTap
    private var importer: Importer

    /// `handle`: the file, or `kept`: an input that is read from the database; `keeps`: whether the bytes are packed;
    /// `mark`: of how many bytes the digest is wanted too.
    init(
        plan: ImportPlan,
        handle: FileHandle?,
        kept: StoredInput?,
        database: KoeDatabase,
        tombstones: Tombstones,
        limits: RetentionLimits,
        keeps: Bool,
        mark: Int
    ) {
        self.plan = plan
        self.tombstones = tombstones
        self.limits = limits
        let tap =
            if let kept {
                InputTap(keeps: false, FileImport.pieces(of: kept, in: database))
            } else {
                InputTap(keeps: keeps, mark: mark) { try Self.piece(handle) }
            }
        self.tap = tap
        importer = Importer(
            file: plan.path,
            chunks: InputChunks { try tap.next() },
            format: plan.format,
            options: plan.options
        )
    }

    /// Reads all rows, as long as somebody takes them.
    func read(into batches: ReadyBatches) async throws {
        do {
            while let batch = try next(), await batches.put(batch) {}
        } catch {
            await batches.end()
            throw error
        }
        await batches.end()
    }

    /// The next rows; `nil` at the end.
    func next() throws -> Batch? {
        guard var batch = try pull() else { return nil }
        let start = batch.bytesRead
        while batch.rowsRead < Self.batchSize, batch.bytesRead - start < Self.batchBytes, let more = try pull() {
            batch += more
        }
        return Batch(pieces: tap.takePieces(), batch: batch, isPage: importer.format == .page)
    }

    /// The next rows as they were read; `nil` at the end.
    func pull() throws -> ImportBatch? {
        guard var batch = try importer.next(maximumRows: Self.pullSize) else { return nil }
        name(&batch, isPage: importer.format == .page)
        return limits.withoutExpired(tombstones.withoutErased(batch), source: plan.source)
    }

    /// Reads what the importer left.
    func end() throws -> End {
        let hash = try tap.finish()
        return End(
            hash: hash,
            digestAtMark: tap.digestAtMark,
            byteCount: tap.count,
            pieces: tap.takePieces(),
            format: importer.format,
            encoding: importer.encoding,
            notes: importer.notes,
            warnings: importer.warnings,
            columnsAside: importer.columnsAside,
            proposed: importer.proposed,
            sketch: importer.sketch
        )
    }

    private static func piece(_ handle: FileHandle?) throws -> [UInt8]? {
        do {
            return try handle?.read(upToCount: chunkSize).flatMap { $0.isEmpty ? nil : Array($0) }
        } catch {
            throw FileProblem(error) ?? error
        }
    }

    /// Gives a batch the names that count: sources of pages, and brands in one form of Unicode.
    private func name(_ batch: inout ImportBatch, isPage: Bool) {
        for place in batch.comments.indices {
            if isPage && !plan.isSourceNamed { batch.comments[place].source = Self.pageSource }
            batch.comments[place].brand = batch.comments[place].brand?.composed
        }
        for place in batch.cases.indices { batch.cases[place].brand = batch.cases[place].brand?.composed }
    }
}

extension String {
    /// The text in the composed form of Unicode: the same name, whatever program wrote it.
    fileprivate var composed: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}
