import Foundation
import Ingestion
import JSON
import Workspace

/// What a person said of how an input is to be read, kept with it so that it can be read again.
struct ReadingChoices: Codable, Hashable {
    var format: String?
    /// File with the mapping; where it is there no more, `mapping` counts.
    var map: String?
    /// The mapping in YAML.
    var mapping: String?
    var encoding: String?
    /// The source, where it was named.
    var source: String?
    var kind: String?

    init(_ choices: ImportChoices) {
        format = choices.format == .auto ? nil : choices.format.rawValue
        map = choices.map?.file.path
        mapping = choices.map?.text
        encoding = choices.encoding?.name
        source = choices.source
        kind = choices.kind == .auto ? nil : choices.kind.rawValue
    }

    init(json: String) throws {
        self = try JSONDecoder().decode(ReadingChoices.self, from: Data(json.utf8))
    }

    func json() throws -> String { try JSONTreeEncoder.record(self) }

    /// The choices with the mapping as it stands now.
    func choices() throws -> ImportChoices {
        var choices = ImportChoices()
        choices.format = format.flatMap(SourceFormat.init(rawValue:)) ?? .auto
        choices.kind = kind.flatMap(RowKind.init(rawValue:)) ?? .auto
        choices.encoding = encoding.map(TextEncoding.init(name:))
        choices.source = source
        guard let map, let mapping else { return choices }
        let file = URL(filePath: map)
        let text = FileManager.default.contents(atPath: map).map { String(decoding: $0, as: UTF8.self) } ?? mapping
        choices.map = MappingFile(file: file, text: text)
        choices.mapping = try ImportChoices.mapping(text, of: file)
        return choices
    }
}

/// A mapping that the user named.
struct MappingFile: Sendable, Hashable {
    let file: URL
    /// In YAML.
    let text: String
}
