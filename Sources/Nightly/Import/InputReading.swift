import Feedback
import Foundation
import Ingestion
import Store
import Workspace

/// Reads an input beside the writer: while one batch is stored, the next is read, hashed and packed.
actor InputReading {
    /// Rows that are ready to be stored, with the bytes that were read for them.
    struct Batch: Sendable {
        let rows: [CommentRow]
        let pieces: [InputPiece]
        /// What else was read; its comments are those of the rows.
        let batch: ImportBatch
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
        /// Columns that nothing reads.
        let columnsAside: [String]
    }

    private static let batchSize = 4_096
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

    /// The next rows; `nil` at the end.
    func next() throws -> Batch? {
        guard let read = try importer.next(maximumRows: Self.batchSize) else { return nil }
        let isPage = importer.format == .page
        let batch = limits.withoutExpired(
            tombstones.withoutErased(named(read, isPage: isPage)),
            source: plan.source
        )
        let rows = zip(batch.comments, batch.origins).map { CommentRow($0, origin: $1) }
        return Batch(rows: rows, pieces: tap.takePieces(), batch: batch, isPage: isPage)
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
            columnsAside: importer.columnsAside
        )
    }

    private static func piece(_ handle: FileHandle?) throws -> [UInt8]? {
        do {
            return try handle?.read(upToCount: chunkSize).flatMap { $0.isEmpty ? nil : Array($0) }
        } catch {
            throw FileProblem(error) ?? error
        }
    }

    /// The batch under the names that count: sources of pages, and brands in one form of Unicode.
    private func named(_ batch: ImportBatch, isPage: Bool) -> ImportBatch {
        var batch = batch
        for place in batch.comments.indices {
            if isPage && !plan.isSourceNamed { batch.comments[place].source = Self.pageSource }
            batch.comments[place].brand = batch.comments[place].brand?.composed
        }
        for place in batch.cases.indices { batch.cases[place].brand = batch.cases[place].brand?.composed }
        return batch
    }
}

extension String {
    /// The text in the composed form of Unicode: the same name, whatever program wrote it.
    fileprivate var composed: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}
