package import Foundation

/// A folder of this user alone for what customers wrote, among the system's temporary files: a copy of a workspace, what is
/// packed in an archive, bytes from a pipe.
///
/// A process that is killed cannot remove it, so a lock tells whether anybody still holds it: the kernel gives it back, and
/// the next import, trial or erasure removes the folder.
package final class ScratchFolder {
    static let prefix = "koe-scratch-"
    static let lockName = "scratch.lock"
    private static let tries = 8

    /// Where files of any name may stand: the lock is not beside them.
    package let url: URL
    private let outer: URL
    private let lock: Int32

    /// - Throws: ``FileProblem`` where no folder can be made or locked.
    package init(in place: URL = FileManager.default.temporaryDirectory) throws {
        (outer, lock) = try Self.make(in: place)
        url = outer.appending(path: "files")
        try FileProblem.check(mkdir(url.path, 0o700), "write", url.path)
    }

    deinit {
        close(lock)
    }

    /// Removes the folder with all that is in it.
    package func remove() {
        // What stays behind is removed by whoever comes next.
        try? FileManager.default.removeItem(at: outer)
    }

    /// Removes what processes that were killed have left behind: folders of this user that nobody holds.
    package static func removeAbandoned(in place: URL = FileManager.default.temporaryDirectory) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let folder = place.appending(path: name)
            guard let lock = takenLock(of: folder) else { continue }
            // Nobody's work fails for another's remains; the next one tries again.
            try? FileManager.default.removeItem(at: folder)
            close(lock)
        }
    }

    private static func make(in place: URL) throws -> (URL, Int32) {
        // Another process may take a new folder for an abandoned one until its lock is held.
        for _ in 0..<tries {
            let folder = place.appending(path: prefix + UUID().uuidString)
            try FileProblem.check(mkdir(folder.path, 0o700), "write", folder.path)
            if let lock = takenLock(of: folder) { return (folder, lock) }
            try? FileManager.default.removeItem(at: folder)
        }
        throw FileProblem(writing: place.path, code: ENOLCK)
    }

    /// The lock of a folder, taken; `nil` where somebody holds it, and where the folder is a link or another user's.
    private static func takenLock(of folder: URL) -> Int32? {
        let directory = open(folder.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard directory >= 0 else { return nil }
        defer { close(directory) }
        var facts = stat()
        guard fstat(directory, &facts) == 0, facts.st_uid == geteuid() else { return nil }
        let lock = openat(directory, lockName, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard lock >= 0 else { return nil }
        if flock(lock, LOCK_EX | LOCK_NB) == 0, isInPlace(lock, of: directory) { return lock }
        close(lock)
        return nil
    }

    /// Whether the file that is locked is still the one that others find in the folder.
    private static func isInPlace(_ lock: Int32, of directory: Int32) -> Bool {
        var (held, found) = (stat(), stat())
        return fstat(lock, &held) == 0 && fstatat(directory, lockName, &found, AT_SYMLINK_NOFOLLOW) == 0
            && held.st_ino == found.st_ino
    }
}
