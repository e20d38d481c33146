import Foundation
import Workspace

/// The place of a report: a folder that holds nothing else, or a report of Koe with files of others beside it.
struct ReportFolder {
    private let folder: URL
    private let contents: ReportFolderContents

    /// Looks at a folder before anything is written.
    ///
    /// - Parameters:
    ///   - url: where the report shall stand; it may be missing.
    ///   - workspace: what no report may replace.
    ///   - keepsOthers: whether files that are not Koe's may stand there; they stay as they are.
    /// - Throws: ``WorkspaceError`` `usage` when the folder holds anything that is not Koe's and may not.
    init(_ url: URL, workspace: WorkspaceFolder, keepsOthers: Bool) throws {
        folder = url.absoluteURL.standardizedFileURL.resolvingSymlinksInPath()
        try Self.refuseParents(of: workspace, at: folder)
        try FolderSwap.recover(folder)
        contents = try ReportFolderContents(of: folder)
        guard let foreign = contents.others.first, !keepsOthers else { return }
        throw WorkspaceError(
            .usage,
            """
            \(folder.path) holds \(contents.others.count) things that are not Koe's, such as \(foreign.path); \
            name a new or empty folder, or let Koe write its own files beside them with --force
            """
        )
    }

    /// Puts a report in the place of the one before, in one move; files of others stay.
    ///
    /// - Parameter files: paths inside the folder with their contents.
    /// - Throws: ``WorkspaceError`` `usage` when a file of another stands where one of the report belongs.
    func replace(with files: [(path: String, bytes: [UInt8])]) throws {
        let manifest = ReportManifest(paths: files.map(\.path))
        if let taken = contents.others.first(where: { !$0.isFolder && manifest.paths.contains($0.path) }) {
            throw WorkspaceError(
                .usage,
                "\(folder.path)/\(taken.path) is not Koe's, and the report has a file of this name; move it away"
            )
        }
        try FolderSwap.replace(folder) { fresh in
            for file in files + [(ReportManifest.name, manifest.bytes)] {
                try put(file.bytes, at: file.path, into: fresh)
            }
            for other in contents.others { try other.link(from: folder, into: fresh) }
        }
    }

    /// A file that says what it said before stays the same file.
    private func put(_ bytes: [UInt8], at path: String, into fresh: URL) throws {
        let old = folder.appending(path: path)
        if contents.own.contains(path), FileManager.default.contents(atPath: old.path) == Data(bytes) {
            try ReportFolderContents.Other(path: path, isFolder: false).link(from: folder, into: fresh)
        } else {
            try FolderSwap.write(bytes, to: fresh.appending(path: path))
        }
    }

    private static func refuseParents(of workspace: WorkspaceFolder, at folder: URL) throws {
        let own = workspace.directory.absoluteURL.standardizedFileURL.resolvingSymlinksInPath().path
        guard (own + "/").hasPrefix(folder.path == "/" ? "/" : folder.path + "/") else { return }
        throw WorkspaceError(
            .usage,
            "\(folder.path) holds the workspace itself; name a folder of its own for the report"
        )
    }
}
