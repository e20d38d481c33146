import Foundation
import Workspace

/// What stands in a folder that a report shall be written to.
struct ReportFolderContents: Sendable {
    /// A file, link or folder of the old report's place that the new one takes over.
    struct Other: Sendable {
        /// Path inside the folder.
        let path: String
        let isFolder: Bool

        /// Lets the thing stand in another folder too: folders are made anew, everything else is the same file.
        func link(from folder: URL, into target: URL) throws {
            let (old, new) = (folder.appending(path: path), target.appending(path: path))
            if isFolder {
                try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
                let mode = try FileManager.default.attributesOfItem(atPath: old.path)[.posixPermissions]
                if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: new.path) }
            } else {
                try FileManager.default.createDirectory(
                    at: new.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try FileProblem.check(Glibc.link(old.path, new.path), "keep", old.path)
            }
        }
    }

    /// Everything that is not Koe's, folders before what is in them.
    let others: [Other]
    /// Paths of the files of Koe's report.
    let own: Set<String>
    private let taken: Set<String>

    /// Whether a file of another stands at a path.
    func isTaken(_ path: String) -> Bool { taken.contains(path) }

    /// - Parameters:
    ///   - folder: where a report stands, or shall.
    ///   - known: paths of files that Koe wrote there, beside those that the manifest names: it may be damaged.
    /// - Throws: ``WorkspaceError`` `usage` when a file stands where the folder should.
    init(of folder: URL, known: Set<String> = []) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
            (others, own, taken) = ([], [], [])
            return
        }
        guard isFolder.boolValue else {
            throw WorkspaceError(.usage, "\(folder.path) is a file; name a folder for the report")
        }
        own = try (ReportManifest(readingFrom: folder)?.paths ?? []).union(known)
        guard let walk = FileManager.default.enumerator(atPath: folder.path) else {
            throw WorkspaceError(.usage, "cannot read the folder \(folder.path); name another, or make it readable")
        }
        let folders = ReportManifest.folders(of: own)
        var found: [Other] = []
        while let path = walk.nextObject() as? String {
            let isFolder = walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
            let isOwn = isFolder ? folders.contains(path) : own.contains(path)
            if !isOwn { found.append(Other(path: path, isFolder: isFolder)) }
        }
        others = found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        taken = Set(others.filter { !$0.isFolder }.map(\.path))
    }
}
