import Feedback
import Foundation
import Ingestion
import Workspace

/// How one file is read: the user's choices, or else the source in `koe.yaml` that names the file.
struct ImportPlan: Sendable {
    let file: URL
    let format: SourceFormat
    let options: ImportOptions
    let isDryRun: Bool
    /// Whether the user, and not the file's name, says what the source is called.
    let isSourceNamed: Bool
    /// SHA-256 of the file.
    let inputHash: String
    /// Changes with everything that decides what becomes of the file's rows.
    let fingerprint: String
    /// Changes with the mapping of the source, and not with brands or versions.
    let reading: String

    init(file: URL, choices: ImportChoices, brands: ImportBrands, context: WorkspaceContext) throws {
        let settings = context.settings
        let source = settings.sources.first { FilePattern($0.files).matches(file.lastPathComponent) }
        self.file = file
        isDryRun = choices.isDryRun
        isSourceNamed = choices.source != nil || source != nil
        var named = choices
        if let name = source?.format, named.format == .auto { named.format = try Self.format(name, of: source) }
        if let map = source?.map, named.mapping == nil {
            named.mapping = try ImportChoices.mapping(at: context.workspace.directory.appending(path: map))
        }
        format = named.format
        let zone = try source?.timeZone.map(ZoneDatabase.zone(named:)) ?? settings.zone
        var options = ImportOptions(
            zone: zone,
            source: named.source ?? source?.name ?? Self.sourceName(of: file),
            mapping: Self.mapping(named.mapping, with: source),
            kind: named.kind,
            encoding: named.encoding ?? source?.encoding.map(TextEncoding.init(name:)),
            brands: brands.directory,
            resolveZone: { try? ZoneDatabase.zone(named: $0) },  // An unknown zone is the importer's to report.
            contentHash: { Digest.hex($0) }
        )
        options.readsBrandFromText = true
        self.options = options
        inputHash = try Digest.hex(ofFileAt: file)
        fingerprint = Digest.hex(
            Array(
                """
                \(KoeVersion.current) \(format) \(options.source ?? "") \(zone.identifier) \(named.kind) \
                \(options.encoding?.name ?? "") \(brands.fingerprint) \(options.mapping?.canonicalText ?? "")
                """.utf8
            )
        )
        let reading = "\(format) \(zone.identifier) \(named.kind) \(options.mapping?.canonicalText ?? "")"
        self.reading = String(Digest.hex(Array(reading.utf8)).prefix(16))
    }

    /// The name of a file without its extension and without a date or number at its end, so that the exports of
    /// different months are one source.
    private static func sourceName(of file: URL) -> String {
        var name = file.deletingPathExtension().lastPathComponent
        while let last = name.last, last.isNumber || "-_. ".contains(last) { name.removeLast() }
        return name.isEmpty ? file.deletingPathExtension().lastPathComponent : name
    }

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
