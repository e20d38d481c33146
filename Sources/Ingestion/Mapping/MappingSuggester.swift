package import Feedback

/// Proposes a mapping for a source by its names and first rows.
package enum MappingSuggester {
    /// A mapping in YAML with comments that say what was seen, for the user to check.
    ///
    /// - Parameters:
    ///   - file: Name of the input.
    ///   - chunks: Its bytes; only the first are read.
    ///   - format: `auto` means it is found by looking.
    ///   - zone: Name of the zone proposed for times that carry none.
    ///   - encoding: `nil` means it is found by looking.
    ///   - shown: A comment of the first rows as it may be shown.
    /// - Returns: The text of a mapping file.
    /// - Throws: `IngestionError` when the input cannot be read; `badMapping` for a page, which needs none.
    package static func suggest(
        file: String,
        chunks: InputChunks,
        format: SourceFormat = .auto,
        zone: String,
        encoding: TextEncoding? = nil,
        shown: (Comment) -> Comment = { $0 }
    ) throws(IngestionError) -> String {
        let sample = try SourceSample(
            file: file,
            chunks: chunks,
            format: format,
            encoding: encoding,
            rows: SourceSample.usualRows
        )
        if [.movableType, .xml, .mail].contains(sample.format) {
            let preview = MappingPreview.lines(sample, [:], shown: shown)
            return known(sample, file: file, zone: zone) + preview.joined(separator: "\n")
        }
        let guesses = ColumnGuess.picked(sample.columns, native: sample.native).guesses
        let yaml = yaml(sample, guesses, file: file, zone: sample.shape?.zone ?? zone)
        return yaml + MappingPreview.lines(sample, guesses, shown: shown).joined(separator: "\n")
    }

    private static func title(of file: String) -> String {
        YamlText.comment(file.split(separator: "/").last.map(String.init) ?? "the input")
    }

    /// The mapping of a format whose fields are known: what it does not say itself.
    private static func known(_ sample: SourceSample, file: String, zone: String) -> String {
        var lines = [
            "# Proposed by koe for \(title(of: file)): \(sample.format.title), "
                + "whose fields are known.",
            "# It needs no mapping; this one says what it does not say itself: koe import --map THIS-FILE INPUT",
            "format: \(sample.format.rawValue)",
        ]
        if sample.format == .movableType { lines.append("zone: \(zone)  # of the blog; the times carry no zone") }
        if sample.format == .mail {
            lines.append("# own: [support@example.com, example.co.jp]  # yours: mails from these are agents'")
        }
        lines.append("# brand: NAME  # when all rows are about one brand")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func yaml(_ sample: SourceSample, _ guesses: [Field: ColumnGuess], file: String, zone: String)
        -> String
    {
        var lines = [
            "# Proposed by koe for \(title(of: file)): \(sample.columns.count) columns, "
                + "\(sample.rows) rows looked at.",
            "# Check every line, then: koe import --map THIS-FILE INPUT",
        ]
        if let native = sample.native { lines.append("# Known as \(native.name): \(native.title).") }
        if let above = sample.shape?.above, above > 0 { lines.append("# Lines above the header, left out: \(above).") }
        if let below = sample.shape?.below, below > 0 {
            lines.append("# Further rows of the header, left out: \(below).")
        }
        if let note = sample.noteOfFurtherNames { lines.append("# " + YamlText.comment("\(note).")) }
        lines.append("format: \(sample.format.rawValue)")
        if let encoding = sample.encoding, encoding != .utf8 { lines.append("encoding: \(encoding.name)") }
        if let delimiter = sample.shape?.delimiter, sample.format == .csv, delimiter != 0x2C {
            lines.append("delimiter: \"\(String(decoding: [delimiter], as: UTF8.self))\"")
        }
        let inner = sample.others.flatMap { ColumnGuess.picked($0.columns, native: $0.native).guesses.values }
        if (guesses.values + inner).contains(where: \.needsZone) {
            lines.append("zone: \(zone)  # of times that carry no zone")
        }
        if case .array(let path) = sample.place {
            lines.append("rows: \(YamlText.scalar(path.joined(separator: ".")))")
        }
        lines.append(guesses.values.contains { $0.todo == nil } ? "map:" : "map: {}")
        lines += map(guesses, indent: "  ")
        lines += missing(guesses)
        lines += nested(sample)
        let used = Set(guesses.values.flatMap(\.rule.read))
        let rest = sample.columns.map(\.name).filter { !used.contains($0) }
        if !rest.isEmpty {
            lines.append("# Columns that go nowhere: \(rest.map { YamlText.scalar($0) }.joined(separator: ", "))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func map(_ guesses: [Field: ColumnGuess], indent: String) -> [String] {
        Field.allCases.compactMap { field in
            guard let guess = guesses[field] else { return nil }
            guard let todo = guess.todo else { return "\(indent)\(field.name): \(guess.yaml)" }
            return "\(indent)# \(field.name): \(todo)  # the order of these words is not known; give their points"
        }
    }

    /// The rows within rows, each kind with a map of its own.
    private static func nested(_ sample: SourceSample) -> [String] {
        if sample.others.isEmpty { return [] }
        let groups = RowGroup.groups(sample, mapping: nil).compactMap(\.member)
        if groups.isEmpty { return [] }
        var lines = ["nested:  # rows within rows, by the member that holds them; what these stand in is parent.…"]
        for other in sample.others {
            guard let member = other.member, groups.contains(member) else { continue }
            if let native = other.native { lines.append("  # Known as \(native.name): \(native.title).") }
            lines.append("  \(YamlText.scalar(member)):")
            lines.append("    map:")
            let guesses = ColumnGuess.picked(other.columns, native: other.native).guesses
            lines += map(guesses, indent: "      ")
        }
        return lines
    }

    private static func missing(_ guesses: [Field: ColumnGuess]) -> [String] {
        var lines: [String] = []
        if guesses[.text] == nil, guesses[.rating] == nil, guesses[.caseID] == nil {
            lines.append("  # text: COLUMN  # no column looks like a text; name it here")
        }
        if guesses[.id] == nil, guesses[.caseID] == nil {
            lines.append(
                "  # id: COLUMN  # without one, ids are made from the content and an edited row becomes a new one"
            )
        }
        if guesses[.postedAt] == nil, guesses[.openedAt] == nil {
            lines.append("  # posted_at: {column: COLUMN, format: \"yyyy/MM/dd HH:mm\"}  # no column looks like a time")
        }
        if guesses[.brand] == nil { lines.append("# brand: NAME  # when all rows are about one brand") }
        return lines
    }
}
