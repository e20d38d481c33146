import Foundation

/// The repository's own templates and fixtures, found from the place of this file.
enum Templates {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Contents of `Reports/templates` by file name without ending.
    static func load() throws -> [String: String] {
        let folder = root.appending(path: "Reports/templates")
        var texts: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            texts[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
        }
        return texts
    }

    static func fixtures(_ language: String) -> URL { root.appending(path: "Tests/Fixtures/reports/\(language)") }
}
