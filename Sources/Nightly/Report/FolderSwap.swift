import Foundation
import Workspace

/// Exchanges a folder for a new one, so that at every moment one of both is whole on the disk.
enum FolderSwap {
    /// Makes a new folder beside the one in place, and exchanges both once everything is on the disk.
    ///
    /// - Parameters:
    ///   - folder: what is replaced; it may be missing, and stays as it is when anything fails.
    ///   - fill: writes the content of the new folder.
    /// - Throws: what `fill` throws, and ``FileProblem``.
    static func replace(_ folder: URL, fill: (FreshFolder) throws -> Void) throws {
        let (fresh, old) = (beside(folder, "new"), beside(folder, "old"))
        try remove([fresh, old])
        do {
            let new = try FreshFolder(at: fresh)
            defer { new.wait() }
            try fill(new)
            try new.settle()
        } catch {
            try? FileManager.default.removeItem(at: fresh)  // The first error is the one to tell.
            throw error
        }
        try exchange(fresh, folder, old)
        try synchronize(folder.deletingLastPathComponent())
        try remove([fresh, old])
    }

    /// Puts back the folder that a killed exchange has left beside its place.
    static func recover(_ folder: URL) throws {
        let old = beside(folder, "old")
        guard !exists(folder), exists(old) else { return }
        try FileProblem.check(rename(old.path, folder.path), "put back", folder.path)
    }

    private static func exchange(_ fresh: URL, _ folder: URL, _ old: URL) throws {
        // `recover` mends what a kill between the two moves leaves.
        if exists(folder) { try FileProblem.check(rename(folder.path, old.path), "replace", folder.path) }
        do {
            try FileProblem.check(rename(fresh.path, folder.path), "write", folder.path)
        } catch {
            try recover(folder)
            throw error
        }
    }

    /// Waits until a file, or what a folder names, is on the disk.
    static func synchronize(_ file: URL) throws {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        try FileProblem.check(descriptor, "open", file.path)
        defer { close(descriptor) }
        try FileProblem.check(fsync(descriptor), "write", file.path)
    }

    private static func remove(_ folders: [URL]) throws {
        for folder in folders where exists(folder) { try FileManager.default.removeItem(at: folder) }
    }

    private static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

    private static func beside(_ folder: URL, _ word: String) -> URL {
        folder.deletingLastPathComponent().appending(path: ".\(folder.lastPathComponent).koe-\(word)")
    }
}
