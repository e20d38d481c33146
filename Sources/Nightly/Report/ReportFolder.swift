import Foundation
import Reports
import Synchronization
import Workspace

/// The place of a report: a folder that holds nothing else, or a report of Koe with files of others beside it.
struct ReportFolder: Sendable {
    private let folder: URL
    private let contents: ReportFolderContents

    /// Looks at a folder before anything is written.
    ///
    /// - Parameters:
    ///   - url: where the report shall stand; it may be missing.
    ///   - workspace: what no report may replace.
    ///   - keepsOthers: whether files that are not Koe's may stand there; they stay as they are.
    ///   - known: paths of files that Koe wrote there, as ``ReportFolderContents/init(of:known:)`` has them.
    /// - Throws: ``WorkspaceError`` `usage` when the folder holds anything that is not Koe's and may not.
    init(_ url: URL, workspace: WorkspaceFolder, keepsOthers: Bool, known: Set<String> = []) throws {
        folder = url.absoluteURL.standardizedFileURL.resolvingSymlinksInPath()
        try Self.refuseParents(of: workspace, at: folder)
        try FolderSwap.recover(folder)
        contents = try ReportFolderContents(of: folder, known: known)
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
    /// - Parameters:
    ///   - kept: paths of files of the report before that belong to this one too.
    ///   - draw: hands on each other file of the report, in any order and from any thread.
    /// - Returns: paths of the files.
    /// - Throws: ``WorkspaceError`` `usage` when a file of another stands where one of the report belongs, and what `draw`
    ///   throws.
    func replace(
        keeping kept: [String] = [],
        _ draw: (_ receive: @Sendable (ReportFile) throws -> Void) throws -> Void
    ) throws -> [String] {
        let paths = Mutex(kept)
        try FolderSwap.replace(folder) { fresh in
            for path in kept { try keep(path, in: fresh.url) }
            try draw { file in
                try put(file, into: fresh)
                paths.withLock { $0.append(file.path) }
            }
            let manifest = ReportManifest(paths: paths.withLock(\.self))
            try put(ReportFile(path: ReportManifest.name, bytes: manifest.bytes), into: fresh)
            for other in contents.others { try other.link(from: folder, into: fresh.url) }
        }
        return paths.withLock(\.self)
    }

    /// A file that says what it said before stays the same file.
    private func put(_ file: ReportFile, into fresh: FreshFolder) throws {
        guard !contents.isTaken(file.path) else {
            throw WorkspaceError(
                .usage,
                "\(folder.path)/\(file.path) is not Koe's, and the report has a file of this name; move it away"
            )
        }
        if contents.own.contains(file.path),
            try FilePieces.holds(folder.appending(path: file.path), exactly: file.pieces)
        {
            try keep(file.path, in: fresh.url)
        } else {
            try fresh.write(file.pieces, to: file.path)
        }
    }

    private func keep(_ path: String, in fresh: URL) throws {
        try ReportFolderContents.Other(path: path, isFolder: false).link(from: folder, into: fresh)
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
