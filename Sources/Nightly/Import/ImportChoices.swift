package import Foundation
package import Ingestion
import Workspace
import Yams

/// How files are read, as far as the user has said.
package struct ImportChoices: Sendable {
    package var format = SourceFormat.auto
    package var mapping: Mapping?
    /// The file the mapping came from.
    var map: MappingFile?
    package var encoding: TextEncoding?
    package var source: String?
    package var kind = RowKind.auto
    package var isDryRun = false

    /// Whether the user has said nothing of how files are read.
    var areDefault: Bool {
        format == .auto && mapping == nil && encoding == nil && source == nil && kind == .auto
    }

    package init() {}

    /// `map`: YAML file with a mapping.
    /// - Throws: ``WorkspaceError`` `usage` for an unknown name or a mapping that cannot be read.
    package init(
        format: String,
        map: URL?,
        encoding: String?,
        source: String?,
        kind: String,
        isDryRun: Bool
    ) throws {
        self.format = try Self.value(format, "format", SourceFormat.allCases)
        self.kind = try Self.value(kind, "kind", RowKind.allCases)
        self.encoding = encoding.map(TextEncoding.init(name:))
        self.source = source
        self.isDryRun = isDryRun
        self.map = try map.map(Self.mappingFile)
        mapping = try self.map.map { try Self.mapping($0.text, of: $0.file) }
    }

    /// Reads a mapping from a YAML file.
    static func mapping(at url: URL) throws -> Mapping {
        try mapping(mappingFile(at: url).text, of: url)
    }

    private static func mappingFile(at url: URL) throws -> MappingFile {
        guard let data = FileManager.default.contents(atPath: url.path) else {
            let reason = FileKind(atPath: url.path) == .missing ? "there is no such file" : "are its rights in order?"
            throw WorkspaceError(.usage, "cannot read the mapping \(url.path): \(reason)")
        }
        return MappingFile(file: url.absoluteURL, text: String(decoding: data, as: UTF8.self))
    }

    /// `url`: where the text came from, for errors.
    static func mapping(_ text: String, of url: URL) throws -> Mapping {
        do {
            return try YAMLDecoder().decode(Mapping.self, from: text)
        } catch let error as DecodingError {
            throw WorkspaceError(.usage, "\(url.path): \(MappingProblem.text(error))")
        } catch {
            throw WorkspaceError(.usage, "\(url.path): \(error)")
        }
    }

    private static func value<Value: RawRepresentable<String>>(
        _ text: String,
        _ name: String,
        _ all: [Value]
    ) throws -> Value {
        guard let value = Value(rawValue: text) else {
            let known = all.map(\.rawValue).joined(separator: ", ")
            throw WorkspaceError(.usage, "unknown \(name) \"\(text)\"; it can be \(known)")
        }
        return value
    }
}

/// What is wrong with a mapping, in words.
enum MappingProblem {
    static func text(_ error: DecodingError) -> String {
        switch error {
        case .typeMismatch(_, let context) where context.codingPath.isEmpty:
            "holds no keys with values, such as `map: {text: コメント}`; `koe import --suggest FILE` writes a mapping"
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            context.debugDescription + (context.underlyingError.map { " \(onOneLine("\($0)"))" } ?? "")
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
            place(context.codingPath) + context.debugDescription
        case .keyNotFound(let key, let context):
            place(context.codingPath) + "\(key.stringValue) is missing"
        @unknown default:
            "the mapping has the wrong form"
        }
    }

    private static func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.isEmpty ? "" : path.map(\.stringValue).joined(separator: ".") + ": "
    }
}
