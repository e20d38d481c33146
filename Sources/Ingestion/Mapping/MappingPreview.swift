import Feedback

/// The first rows as a proposed mapping would store them, in comments of YAML.
enum MappingPreview {
    private static let rows = 10

    /// Empty when no row would be stored.
    ///
    /// `shown`: a comment as it may be shown.
    static func lines(
        _ sample: SourceSample,
        _ guesses: [Field: ColumnGuess],
        shown: (Comment) -> Comment
    ) -> [String] {
        guard let feed = feed(sample, guesses) else { return [] }
        let (batch, comments) = feed
        if batch.rowsRead == 0 { return [] }
        var lines = ["# As they would be stored, the first \(comments.count):"]
        lines += comments.map { "#   \(line(shown($0)))" }
        lines += batch.problems.prefix(3).map { "# Line \($0.line) would not be stored: \($0.message)" }
        let skipped = batch.skipped.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.rawValue)" }
        if !skipped.isEmpty { lines.append("# Left out: \(skipped.joined(separator: ", "))") }
        return lines + [""]
    }

    private static func feed(
        _ sample: SourceSample,
        _ guesses: [Field: ColumnGuess]
    ) -> (batch: ImportBatch, comments: [Comment])? {
        var mapping = Mapping(fields: guesses.filter { $0.value.todo == nil }.mapValues(\.rule))
        for other in sample.others {
            guard let member = other.member else { continue }
            let picked = ColumnGuess.picked(other.columns, native: other.native).guesses
            mapping.nested[member] = Mapping(fields: picked.filter { $0.value.todo == nil }.mapValues(\.rule))
        }
        mapping.zone = "preview"
        mapping.delimiter = sample.shape?.delimiter
        let options = ImportOptions(
            zone: .utc,
            mapping: mapping,
            encoding: .utf8,
            resolveZone: { _ in .utc },
            contentHash: { _ in RowDigest(high: 0, low: 0) }
        )
        let chunks = InputChunks(bytes: sample.head, chunkSize: ByteStream.window)
        var importer = Importer(file: "sample", chunks: chunks, format: sample.format, options: options)
        // What cannot be read at all is told when the file is imported.
        guard let batch = try? importer.next(maximumRows: 40) else { return nil }
        return (batch, Array(batch.comments.prefix(rows)))
    }

    private static func line(_ comment: Comment) -> String {
        var parts: [String] = []
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            let plain = YamlText.comment(value)
            parts.append("\(name)=\(plain.count > 40 ? plain.prefix(39) + "…" : plain)")
        }
        add("posted_at", comment.postedAt?.original)
        add("brand", comment.brand)
        add("author", comment.author ?? comment.authorID)
        if let rating = comment.rating {
            let points = Double(rating.thousandths) / 1_000
            let shown = points == points.rounded() ? "\(Int(points))" : "\(points)"
            add("rating", "\(shown) of \(rating.scale.low)..\(rating.scale.high)")
        }
        add("title", comment.title)
        add("text", comment.text)
        return parts.joined(separator: " | ")
    }
}
