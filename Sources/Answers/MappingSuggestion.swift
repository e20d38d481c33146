package import Foundation
import Ingestion
import Workspace

/// A mapping for a file of the user's own, to be reviewed and saved.
package enum MappingSuggestion {
    private static let chunkSize = 1 << 18

    /// YAML with comments that say what was recognised, and by what.
    ///
    /// `format`: name of a ``SourceFormat``; `zone`: name of the zone proposed for times that carry none.
    /// - Throws: ``WorkspaceError`` `input` when there is no file; `IngestionError` when it is no table or JSON.
    package static func text(for url: URL, format: String, encoding: String?, zone: String) throws -> String {
        guard let format = SourceFormat(rawValue: format) else {
            throw WorkspaceError(.usage, "unknown format \"\(format)\"; it can be \(SourceFormat.names)")
        }
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw WorkspaceError(.input, "there is no file \(url.path)")
        }
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }  // Nothing is lost when closing a file that was only read fails.
        return try MappingSuggester.suggest(
            file: url.path,
            chunks: InputChunks { try handle.read(upToCount: chunkSize).flatMap { $0.isEmpty ? nil : Array($0) } },
            format: format,
            zone: zone,
            encoding: encoding.map(TextEncoding.init(name:))
        )
    }
}
