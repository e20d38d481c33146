package import Foundation

/// A folder with the settings, the database, the inbox and the reports of one user of Koe.
package struct WorkspaceFolder: Sendable {
    package let directory: URL

    package init(directory: URL) {
        self.directory = directory
    }

    package var settingsFile: URL { directory.appending(path: "koe.yaml") }
    package var databaseFile: URL { directory.appending(path: "koe.db") }
    package var lockFile: URL { directory.appending(path: "koe.lock") }
    /// The key of the hashes that stand for authors.
    package var keyFile: URL { directory.appending(path: "koe.key") }
    /// Who may come in from other machines.
    package var tokenFile: URL { directory.appending(path: "koe.tokens") }
    /// Sentences that people have found scored wrongly.
    package var markedFile: URL { directory.appending(path: "marked.tsv") }
    package var inbox: URL { directory.appending(path: "inbox") }
    package var backups: URL { directory.appending(path: "backups") }
    package var reports: URL { directory.appending(path: "reports") }

    /// A file of the settings: an absolute path, or one relative to the workspace.
    package func file(_ path: String) -> URL {
        path.hasPrefix("/") ? URL(filePath: path) : directory.appending(path: path)
    }

    /// Makes the folder, its settings and its sub-folders.
    ///
    /// What is there already stays as it is.
    ///
    /// - Returns: the paths that were made, relative to the workspace.
    package func create(settings: String) throws -> [String] {
        var made: [String] = []
        for folder in [directory, inbox, reports] where !FileManager.default.fileExists(atPath: folder.path) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            made.append(folder == directory ? "./" : folder.lastPathComponent + "/")
        }
        if !FileManager.default.fileExists(atPath: settingsFile.path) {
            try Data(settings.utf8).write(to: settingsFile, options: .atomic)
            made.append("koe.yaml")
        }
        return made
    }

    /// - Throws: ``WorkspaceError`` `missing` when the folder is no workspace.
    package func requireSettings() throws {
        guard FileManager.default.fileExists(atPath: settingsFile.path) else {
            throw WorkspaceError(
                .missing,
                "\(directory.path) is no koe workspace: it has no koe.yaml; make one with `koe init \(directory.path)`"
            )
        }
    }
}
