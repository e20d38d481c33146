package import Foundation

/// A folder of this user alone for a copy of a workspace, among the system's temporary files.
///
/// The copy holds what customers wrote. A process that is killed cannot remove it, so a lock tells whether anybody still
/// does: the kernel gives it back, and whoever comes next removes the folder.
package final class RehearsalFolder {
    static let prefix = "koe-rehearsal-"
    static let lockName = "rehearsal.lock"
    private static let tries = 8

    package let url: URL
    private let lock: Int32

    /// Removes the folders that nobody holds any more, and makes one.
    ///
    /// - Throws: ``FileProblem`` where no folder can be made or locked.
    package init(in place: URL = FileManager.default.temporaryDirectory) throws {
        Self.removeAbandoned(in: place)
        (url, lock) = try Self.make(in: place)
    }

    deinit {
        close(lock)
    }

    /// Removes the folder with all that is in it.
    package func remove() {
        // What stays behind is removed by whoever rehearses next.
        try? FileManager.default.removeItem(at: url)
    }

    /// Removes what rehearsals that were killed have left behind: folders of this user that nobody holds.
    package static func removeAbandoned(in place: URL = FileManager.default.temporaryDirectory) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let folder = place.appending(path: name)
            guard let lock = takenLock(of: folder) else { continue }
            // A rehearsal does not fail for another's remains; the next one tries again.
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
