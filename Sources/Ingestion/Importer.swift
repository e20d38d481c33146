import Feedback

/// Turns the bytes of one input into comments, cases and problems, some rows at a time.
///
/// Memory is that of the longest row and one batch. Any size of chunks and batches gives the same rows.
/// ```
/// var importer = Importer(file: "reviews.csv", chunks: chunks, options: options)
/// while let batch = try importer.next(maximumRows: 1_024) { store(batch) }
/// ```
package struct Importer {
    /// The format the input is read in; `auto` until the first pull.
    package private(set) var format: SourceFormat
    /// Name of the source's own format, such as `google-play-console`; `nil` where none is known.
    package private(set) var native: String?
    /// What was seen of an input without a mapping, one sentence each; empty until the first pull.
    package private(set) var notes: [String] = []
    private let file: String
    private var options: ImportOptions
    private var stream: ByteStream
    private var feed: RowFeed?

    /// - Parameters:
    ///   - file: Path or name of the input, for problems and for the name of the source.
    ///   - chunks: The bytes of the input.
    ///   - format: `auto` means the mapping's, or else it is found by looking.
    ///   - options: What is known of the workspace and the source.
    package init(file: String, chunks: InputChunks, format: SourceFormat = .auto, options: ImportOptions) {
        self.file = file
        self.options = options
        let mapped = options.mapping?.format ?? (options.mapping?.rows == nil ? .auto : .json)
        self.format = format == .auto ? mapped : format
        stream = ByteStream(file: file, chunks: chunks, encoding: options.encoding ?? options.mapping?.encoding)
    }

    /// The encoding the input is read in; `nil` while only ASCII has been seen.
    package var encoding: TextEncoding? { stream.encoding }

    /// Reads more rows.
    ///
    /// - Parameter maximumRows: At most so many rows are read; at least 1.
    /// - Returns: `nil` at the end of the input.
    /// - Throws: `IngestionError` when the input as a whole cannot be read.
    package mutating func next(maximumRows: Int) throws(IngestionError) -> ImportBatch? {
        if feed == nil { try begin() }
        var batch = ImportBatch()
        while batch.rowsRead < max(1, maximumRows), let outcome = try feed?.next(&stream) {
            batch.append(outcome, origin: feed?.origin, roundedID: feed?.roundedID)
        }
        batch.bytesRead = stream.bytesRead
        return batch.rowsRead == 0 ? nil : batch
    }

    private mutating func begin() throws(IngestionError) {
        try stream.fill(upTo: ByteStream.window)
        try FormatDetector.checkReadable(stream.firstBytes, file: file)
        let sample = Array(stream.buffer.prefix(ByteStream.window))
        let columns = Set(options.mapping?.fields.values.flatMap(\.columns) ?? [])
        var shape: TableShape?
        if format == .auto {
            let finding = try FormatDetector.find(sample, file: file, columns: columns)
            format = finding.format
            shape = finding.shape
        }
        if format.isTable, shape == nil || options.mapping?.delimiter != nil {
            let delimiter = options.mapping?.delimiter
            shape = DelimiterFinder.shape(sample, format: format, delimiter: delimiter, columns: columns)
        }
        let proposal: Proposal
        if options.mapping == nil, format != .page {
            proposal = Proposal(SourceSample(head: sample, file: file, format: format, shape: shape))
        } else {
            proposal = .none
        }
        native = proposal.native?.name
        notes = proposal.notes
        feed = try RowFeed(
            file: file,
            format: format,
            shape: shape,
            proposal: proposal,
            options: options,
            stream: &stream
        )
    }
}
