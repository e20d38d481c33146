import Foundation
import Workspace

/// Comments that a job works on instead of those that `koe cluster` has written for it.
package enum ClusterComments {
    /// Looks at a place on this machine, so that nothing is started for one from which no rows can come.
    ///
    /// - Returns: the path as every process finds it, or the URL as it is.
    /// - Throws: ``WorkspaceError`` `input` when no rows can be there.
    package static func place(of path: String) throws -> String {
        if path.contains("://") { return path }
        let url = URL(filePath: path).absoluteURL.standardizedFileURL
        var isFolder: ObjCBool = false
        guard !path.isEmpty, FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw refuse(path, "is not there: name a file or a folder of NDJSON or Parquet")
        }
        if isFolder.boolValue { try checkFolder(url, named: path) }
        guard FileManager.default.isReadableFile(atPath: url.path) else {
            throw refuse(path, "cannot be read by this user: change its permissions")
        }
        return url.path
    }

    private static func checkFolder(_ url: URL, named path: String) throws {
        let all = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: [.isDirectoryKey])
        // Spark passes over files whose names begin so.
        let entries = all.filter { !"_.".contains($0.lastPathComponent.prefix(1)) }
        for entry in entries where try entry.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
            throw refuse(path, "holds the folder \(entry.lastPathComponent): rows are read from its files alone")
        }
        if entries.isEmpty { throw refuse(path, "holds no file of rows: name one with NDJSON or Parquet") }
        if Set(entries.map { $0.pathExtension == "parquet" }).count > 1 {
            throw refuse(path, "holds Parquet beside other files: name a folder with one kind")
        }
    }

    private static func refuse(_ path: String, _ words: String) -> WorkspaceError {
        WorkspaceError(.input, "--comments \"\(path)\" \(words)")
    }
}
