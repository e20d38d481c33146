import Feedback
import Foundation
import Ingestion
import Store
import Workspace

/// How one file is read: the user's choices, or else the source in `koe.yaml` that names the file.
struct ImportPlan: Sendable {
    let file: URL
    /// The file as problems name it.
    let path: String
    /// The file as lists of what was imported name it.
    let name: String
    let format: SourceFormat
    var options: ImportOptions
    let isDryRun: Bool
    /// Whether the user, and not the file's name, says what the source is called.
    let isSourceNamed: Bool
    /// Whether the settings name the source, so that what was imported under another name moves to it.
    let isSourceRenamed: Bool
    /// Whether a source in the settings names the file.
    let isListed: Bool
    /// SHA-256 of the file.
    let inputHash: String
    /// Changes with everything that decides what becomes of the file's rows.
    let fingerprint: String
    /// Changes with the mapping of the source, and not with brands or versions.
    let reading: String
    /// What the user said of the reading.
    let choices: ReadingChoices
    /// The latest import of the same bytes.
    let known: StoredInput?
    /// What tells how the columns of other inputs are read; `nil` where this one is read by itself.
    let pools: ReadingPools?

    /// The source of the rows, before a page is seen to be one.
    var source: String { options.source ?? "input" }

    /// Whether the same bytes were read in the same way before.
    var isKnown: Bool { known?.source == source && ReadingRecord(known?.readBy)?.plan == fingerprint }

    /// The bytes were imported from another file, so that this one is its copy.
    var copyOf: String? {
        guard let known, isKnown, known.file != path else { return nil }
        return known.name
    }

    /// Finds how a file is read.
    ///
    /// `path`: the file as problems name it, `nil` for its own path; `name`: as lists name it, `nil` for its own name;
    /// `hash`: SHA-256 of its bytes, where it is known; `kept`: the input that is read anew; `pools`: what is known of other
    /// inputs of its source.
    init(
        file: URL,
        path: String? = nil,
        name: String? = nil,
        inputHash hash: String? = nil,
        kept: StoredInput? = nil,
        choices given: ImportChoices,
        brands: ImportBrands,
        pools: ReadingPools?,
        context: WorkspaceContext
    ) throws {
        let settings = context.settings
        let hash = try hash ?? Digest.hex(ofFileAt: file)
        let names = [file.lastPathComponent] + PackedInput.names(ofPath: path ?? file.path)
        let source = settings.sources.first { names.contains(where: FilePattern($0.files).matches) }
        let imports = try context.database.read { try InputTable.inputs(withHash: hash, in: $0) }
        let sourceName = given.source ?? source?.name
        let known = kept ?? imports.last { $0.source == sourceName } ?? imports.last
        self.known = known
        self.pools = pools
        self.file = file
        self.path = path ?? file.path
        self.name = name ?? PackedInput.name(ofPath: file.path)
        inputHash = hash
        isDryRun = given.isDryRun
        var choices = given
        // What a person once said of these bytes counts until a person says something else.
        if given.areDefault, source == nil, let known { choices = try ReadingChoices(json: known.choices).choices() }
        self.choices = ReadingChoices(choices)
        isSourceNamed = choices.source != nil || source != nil
        isListed = source != nil
        isSourceRenamed = choices.source == nil && source != nil
        if let name = source?.format, choices.format == .auto { choices.format = try Self.format(name, of: source) }
        if let map = source?.map, choices.mapping == nil {
            choices.mapping = try ImportChoices.mapping(at: context.workspace.directory.appending(path: map))
        }
        format = choices.format
        let zone = try source?.timeZone.map(ZoneDatabase.zone(named:)) ?? settings.zone
        var options = ImportOptions(
            zone: zone,
            source: choices.source ?? source?.name ?? known?.source ?? Self.sourceName(of: file),
            mapping: Self.mapping(choices.mapping, with: source),
            kind: choices.kind,
            encoding: choices.encoding ?? source?.encoding.map(TextEncoding.init(name:)),
            brands: brands.directory,
            resolveZone: { try? ZoneDatabase.zone(named: $0) },  // An unknown zone is the importer's to report.
            contentHash: Self.contentHash
        )
        options.dropped = try Self.dropped(from: options.source ?? "", in: context)
        options.readsBrandFromText = true
        options.own = settings.ownAddresses
        if let pools {
            let source = options.source ?? ""
            // What cannot be read now fails the import when its rows are stored.
            options.pool = { try? pools.pool(of: source, $0) }
        }
        self.options = options
        let days = settings.keepDays[options.source ?? ""].map { " \($0) days" } ?? ""
        let own = options.own.isEmpty ? "" : " " + options.own.joined(separator: " ")
        fingerprint = Digest.hex(
            Array(
                """
                \(KoeVersion.current) \(format) \(options.source ?? "") \(zone.identifier) \(choices.kind) \
                \(options.encoding?.name ?? "") \(brands.fingerprint) \(options.mapping?.canonicalText ?? "")\(own)\(days)
                """.utf8
            )
        )
        let reading = "\(format) \(zone.identifier) \(choices.kind) \(options.mapping?.canonicalText ?? "")"
        self.reading = String(Digest.hex(Array(reading.utf8)).prefix(16))
    }

    /// Rows that a person has taken out of quarantine; those of a page stand under the source of all pages.
    private static func dropped(from source: String, in context: WorkspaceContext) throws -> DroppedRows {
        let digests = try context.database.read { db in
            try DroppedRowTable.digests(of: source, in: db)
                .union(DroppedRowTable.digests(of: InputReading.pageSource, in: db))
        }
        return DroppedRows(Set(digests.map(RowDigest.init)), contentHash: contentHash)
    }

    /// By which rows are told apart.
    static let contentHash: @Sendable (UnsafeRawBufferPointer) -> RowDigest = { bytes in
        let (high, low) = Digest.head(bytes)
        return RowDigest(high: high, low: low)
    }

    /// The name of a file without its extension and without a date or number at its end, so that the exports of
    /// different months are one source.
    private static func sourceName(of file: URL) -> String {
        var name = file.deletingPathExtension().lastPathComponent.precomposedStringWithCanonicalMapping
        while true {
            let length = name.count
            while let last = name.last, last.isNumber || "-_. ()（）".contains(last) { name.removeLast() }
            for word in copyWords where name.lowercased().hasSuffix(word) && name.count > word.count {
                name.removeLast(word.count)
            }
            if name.count == length { break }
        }
        return name.isEmpty ? file.deletingPathExtension().lastPathComponent : name
    }

    /// Whether nobody named the source, and the name of the file ends with that of a month, so that each month is a source.
    var isSourceOfOneMonth: Bool {
        guard !isSourceNamed, known == nil else { return false }
        let name = source.lowercased()
        if name.hasSuffix("月") || name.hasSuffix("月分") { return name.contains(where: \.isNumber) }
        let last = name.split { !$0.isLetter }.last.map(String.init) ?? ""
        return Self.months.contains { last == $0 || last == $0.prefix(3) } || last == "sept"
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// What programs and people put behind the name of a copy.
    private static let copyWords = [
        " copy", "-copy", "_copy", "のコピー", " コピー", "-コピー", "-final", "_final", " final", "最終版", "最終", "-new", "_new",
    ]

    private static func format(_ name: String, of source: SettingsFile.Source?) throws -> SourceFormat {
        guard let format = SourceFormat(rawValue: name) else {
            throw WorkspaceError(.usage, "source \"\(source?.name ?? "")\" in koe.yaml: unknown format \"\(name)\"")
        }
        return format
    }

    /// The mapping with the brand and channel that the source declares for all its rows.
    private static func mapping(_ mapping: Mapping?, with source: SettingsFile.Source?) -> Mapping? {
        guard source?.brand != nil || source?.channel != nil else { return mapping }
        var result = mapping ?? Mapping()
        if let brand = source?.brand { result.fields[.brand] = FieldMapping(value: brand) }
        if let channel = source?.channel { result.fields[.channel] = FieldMapping(value: channel) }
        return result
    }
}

/// A pattern for file names with `*` for any characters and `?` for one.
struct FilePattern {
    private let pattern: [Character]

    init(_ pattern: String) {
        self.pattern = Array(pattern)
    }

    /// O(pattern × name): only the latest star is ever tried again, since an earlier one can give it nothing more.
    func matches(_ name: String) -> Bool {
        let name = Array(name)
        var (place, index) = (0, 0)
        var star: (place: Int, index: Int)?
        while index < name.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == "?" || pattern[place] == name[index] {
                (place, index) = (place + 1, index + 1)
            } else if let latest = star {
                star = (latest.place, latest.index + 1)
                (place, index) = (latest.place + 1, latest.index + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}
