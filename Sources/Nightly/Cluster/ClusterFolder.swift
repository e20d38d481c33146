package import Foundation
package import Workspace

/// A folder that `koe cluster` works in, held by one process at a time.
///
/// Its rows and results hold what customers wrote: all in it is this user's alone.
package final class ClusterFolder {
    private static let lockName = "koe.lock"
    /// What `koe cluster` and its job make there, beside the lock.
    private static let names =
        ClusterJob.files + [
            "comments.ndjson", "cases.ndjson", "frozen", "results", "tmp", "scratch", "ship", "koe-ship.tar.gz",
            "job.log",
        ]

    package let url: URL
    private let lock: WorkspaceLock

    /// The folder of a workspace in which `koe cluster` works unless told otherwise.
    package static func standard(of workspace: WorkspaceFolder) -> URL {
        workspace.directory.appending(path: "cluster")
    }

    /// Makes a folder to work in, or takes one and clears away what earlier work has left there.
    ///
    /// - Throws: ``WorkspaceError`` `usage` when the folder is for something else, `locked` when another process works
    ///   in it.
    package init(_ url: URL, of workspace: WorkspaceFolder, command: String) throws {
        self.url = url
        try Self.check(url, of: workspace)
        let isPrivate: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true, attributes: isPrivate)
        if Self.resolved(url) == Self.resolved(Self.standard(of: workspace)) {
            try FileManager.default.setAttributes(isPrivate, ofItemAtPath: url.resolvingSymlinksInPath().path)
        }
        lock = try Self.lock(of: url, command: command)
        try clear()
    }

    /// The folder of a workspace, where a job was written into it; its lock is held.
    ///
    /// - Throws: ``WorkspaceError`` `locked` when a process works in it.
    package init?(standingIn workspace: WorkspaceFolder, command: String) throws {
        url = Self.standard(of: workspace)
        guard Self.isOne(url) else { return nil }
        lock = try Self.lock(of: url, command: command)
    }

    /// Removes all that was made here, and the folder itself when nothing else is in it.
    package func discard() throws {
        try clear()
        unlink(url.appending(path: Self.lockName).path)
        rmdir(url.path)
    }

    /// Removes the folder with all that is in it, wherever a link leads to it.
    package func remove() throws {
        let place = url.resolvingSymlinksInPath()
        try FileManager.default.removeItem(at: place)
        if place != url { try? FileManager.default.removeItem(at: url) }  // The link, where the folder was one.
    }

    /// Makes what was copied into a folder this user's alone, as all else is by the mask of the process.
    static func makePrivate(_ folder: URL) throws {
        let files = FileManager.default
        for name in try files.subpathsOfDirectory(atPath: folder.path) {
            let path = folder.appending(path: name).path
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            try FileProblem.check(chmod(path, isFolder.boolValue ? 0o700 : 0o600), "write", path)
        }
    }

    /// Whether the rows in a folder are those that the workspace has.
    ///
    /// `content`: fingerprint of its comments, cases and decisions.
    static func isOf(content: String, at url: URL) -> Bool {
        // What cannot be read was written by another version of koe, whose results nobody takes.
        (try? FrozenWorkspace(folder: url.appending(path: "frozen")).content) == content
    }

    private func clear() throws {
        let files = FileManager.default
        for name in Self.names where files.fileExists(atPath: url.appending(path: name).path) {
            try files.removeItem(at: url.appending(path: name))
        }
    }

    private static func lock(of url: URL, command: String) throws -> WorkspaceLock {
        let file = url.appending(path: lockName)
        let lock = try WorkspaceLock(file: file, of: "the folder \(url.path)", command: command)
        try FileProblem.check(chmod(file.path, 0o600), "write", file.path)
        return lock
    }

    /// Whether `koe cluster` has made a folder.
    static func isOne(_ url: URL) -> Bool {
        ["frozen/\(FrozenWorkspace.fileName)", lockName].contains { name in
            FileManager.default.fileExists(atPath: url.appending(path: name).path)
        }
    }
}

// MARK: - Which folders are taken

extension ClusterFolder {
    /// Whatever is in the folder that the job makes is replaced, so that it must be for nothing else.
    private static func check(_ url: URL, of workspace: WorkspaceFolder) throws {
        let (place, home) = (resolved(url), resolved(workspace.directory))
        let own = resolved(standard(of: workspace))
        func refuse(_ words: String) -> WorkspaceError {
            WorkspaceError(.usage, "\(url.path) \(words); name an empty or a new folder with --work")
        }
        if home.starts(with: place) { throw refuse("holds the workspace itself") }
        if place.starts(with: home), !place.starts(with: own) {
            throw refuse("is a part of the workspace, of which only its folder cluster is for this")
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return }
        if !isFolder.boolValue { throw refuse("is a file") }
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        if names.contains(where: ["koe.yaml", "koe.db"].contains) { throw refuse("is a workspace of its own") }
        if !names.isEmpty, !isOne(url) { throw refuse("holds files that koe cluster has not made") }
    }

    /// The parts of a path without links, also where its end is not there yet.
    private static func resolved(_ url: URL) -> [String] {
        var (there, missing) = (url.absoluteURL.standardizedFileURL, [String]())
        while !FileManager.default.fileExists(atPath: there.path), there.path != "/" {
            missing.insert(there.lastPathComponent, at: 0)
            there.deleteLastPathComponent()
        }
        return there.resolvingSymlinksInPath().pathComponents + missing
    }
}
