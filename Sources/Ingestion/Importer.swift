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
    /// What was seen of all inputs of the source with these columns; empty until the first pull.
    package private(set) var warnings: [String] = []
    /// Columns of an input without a mapping that no field is read from, in their order; empty until the first pull.
    package private(set) var columnsAside: [String] = []
    /// How the columns of an input without a mapping are read, and which inputs of its source are read alike; `nil` where
    /// the columns are not told by their values, and until the first pull.
    package private(set) var proposed: ProposedReading?
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
        let encoding = options.encoding ?? options.mapping?.encoding
        stream = ByteStream(file: file, chunks: chunks, encoding: self.format == .mail ? .utf8 : encoding)
    }

    /// Rows by which the columns are told, of those read so far; `nil` where they are not told by their values.
    package var sketch: RowSketch? { feed?.sketch }

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
            if feed?.isDayAlone == true { batch.daysAlone += 1 }
            for field in feed?.unread ?? [] { batch.unread[field.name, default: 0] += 1 }
        }
        batch.bytesRead = stream.bytesRead
        return batch.rowsRead == 0 ? nil : batch
    }

    private mutating func begin() throws(IngestionError) {
        try stream.fill(upTo: SourceSample.window)
        try FormatDetector.checkReadable(stream.firstBytes, file: file)
        if format == .auto || format == .ndjson, let objects = try EnvelopeTable.objects(stream) {
            stream = objects
            format = .ndjson
            try stream.fill(upTo: SourceSample.window)
        }
        let sample = Array(stream.buffer.prefix(ByteStream.window))
        let columns = Set(options.mapping?.fields.values.flatMap(\.read) ?? [])
        var shape: TableShape?
        if format == .auto {
            let finding = try FormatDetector.find(sample, or: stream.buffer, file: file, columns: columns)
            format = finding.format
            shape = finding.shape
        }
        if format.isTable, shape == nil || options.mapping?.delimiter != nil {
            let delimiter = options.mapping?.delimiter
            shape = DelimiterFinder.shape(sample, format: format, delimiter: delimiter, columns: columns)
        }
        if format == .json, options.mapping == nil { try RowsByName.check(sample, file: file) }
        var seen: SourceSample?
        if options.mapping == nil ? format != .page : format == .json || format == .ndjson {
            let rows = options.mapping?.rows
            let isMapped = options.mapping != nil
            let head = isMapped ? sample : Array(stream.buffer.prefix(SourceSample.window))
            var pool: (String) -> RowSketch? = { _ in nil }
            if !isMapped { pool = options.pool }
            seen = SourceSample(
                head: head,
                file: file,
                format: format,
                shape: shape,
                columns: columns,
                rows: rows,
                pool: pool,
                dropped: isMapped ? .none : options.dropped
            )
        }
        let groups = RowGroup.groups(seen, mapping: options.mapping)
        if options.mapping == nil {
            note(groups)
            if let seen, !seen.signature.isEmpty {
                let decision = groups.map(\.canonicalText).joined(separator: "\n")
                proposed = ProposedReading(
                    signature: seen.signature,
                    decision: decision,
                    fields: groups.flatMap(\.fields),
                    sample: seen.sample
                )
            }
        }
        feed = try RowFeed(
            file: file,
            format: format,
            shape: shape,
            place: seen?.place,
            groups: groups,
            options: options,
            stream: &stream
        )
    }

    /// Notes which formats were found, and what is to be known of them.
    private mutating func note(_ groups: [RowGroup]) {
        let names = groups.compactMap { $0.proposal.native?.name }
        native = names.isEmpty ? nil : names.joined(separator: ", ")
        for group in groups {
            let inner = group.member.map { "rows within rows (\($0)): " } ?? ""
            notes += group.proposal.notes.map { inner + $0 }
            warnings += (group.proposal.warnings + unknownZones(group.proposal)).map { inner + $0 }
            columnsAside += group.proposal.aside
        }
    }
}

extension Importer {
    /// What is said of zones that headers name and nobody knows: a time is never silently in another.
    private func unknownZones(_ proposal: Proposal) -> [String] {
        let names = proposal.rules.filter { $0.key.isTime }.values.map { $0.zone ?? proposal.zone }
        let unknown = Set(names.compactMap(\.self)).filter { RowSchema.zone($0, options) == nil }
        return unknown.sorted().map { name in
            """
            "\(name)" is no zone that is known; the times are read in the zone of the workspace, and `zone:` in a mapping \
            names another
            """
        }
    }
}

/// How the columns of an input are read that no mapping names.
package struct ProposedReading: Hashable, Sendable {
    /// The same for inputs whose columns have the same names.
    package let signature: String
    /// Everything that was decided of the columns: the same text is the same reading.
    package let decision: String
    /// What was decided of each field, for people.
    package let fields: [FieldReading]
    /// Digest of the rows that told it.
    package let sample: UInt64
}
