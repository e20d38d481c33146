package import Foundation

/// The right to write to a workspace, or to a folder beside it, held by one process at a time and given back by the kernel when it dies.
package final class WorkspaceLock {
    private let descriptor: Int32
    /// What the dashboard calls itself as a holder: it writes for moments only.
    package static let dashboard = "serve"
    private static let waits = 300
    private static let microsecondsPerWait: UInt32 = 100_000

    /// Takes the right; where the dashboard has it, waits for the moment it needs.
    ///
    /// - Throws: ``WorkspaceError`` `locked`, naming the process that holds the workspace.
    package convenience init(_ workspace: WorkspaceFolder, command: String) throws {
        try self.init(file: workspace.lockFile, of: "the workspace", command: command)
    }

    /// Takes the right to write to what a file stands for.
    ///
    /// `name`: of that, in a sentence.
    /// - Throws: ``WorkspaceError`` `locked`, naming the process that holds it.
    package init(file: URL, of name: String, command: String) throws {
        let path = file.path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        try FileProblem.check(descriptor, "write", path)
        var waits = 0
        var isTaken = flock(descriptor, LOCK_EX | LOCK_NB) == 0
        while !isTaken, waits < Self.waits, Self.holder(at: path).hasSuffix("(koe \(Self.dashboard))") {
            usleep(Self.microsecondsPerWait)
            waits += 1
            isTaken = flock(descriptor, LOCK_EX | LOCK_NB) == 0
        }
        guard isTaken else {
            let holder = Self.holder(at: path)
            close(descriptor)
            throw WorkspaceError(
                .locked,
                "\(name) is in use by \(holder); wait until it ends, or stop it"
            )
        }
        ftruncate(descriptor, 0)
        let text = "process \(getpid()) (koe \(command))"
        pwrite(descriptor, text, text.utf8.count, 0)
    }

    deinit {
        close(descriptor)
    }

    /// Says who holds the lock, for `koe doctor`; `nil` when nobody does.
    package static func currentHolder(of workspace: WorkspaceFolder) -> String? {
        let descriptor = open(workspace.lockFile.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
        return holder(at: workspace.lockFile.path)
    }

    /// Whether a command that writes for longer than the dashboard's moments is at work, told without touching the lock.
    ///
    /// By what the latest holder wrote into the file and whether that process lives: a hint for how fresh an answer must
    /// be, and nothing that a right to write rests on.
    package static func isHeldForLong(_ workspace: WorkspaceFolder) -> Bool {
        let words = holder(at: workspace.lockFile.path).split(separator: " ")
        guard words.count > 1, let process = pid_t(words[1]), process > 0, process != getpid() else { return false }
        return words.last != "\(dashboard))" && (kill(process, 0) == 0 || errno == EPERM)
    }

    private static func holder(at path: String) -> String {
        guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else { return "another process" }
        return String(decoding: data, as: UTF8.self)
    }
}
