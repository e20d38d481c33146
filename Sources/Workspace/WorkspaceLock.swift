import Foundation

/// The right to write to a workspace, held by one process at a time and given back by the kernel when it dies.
package final class WorkspaceLock {
    private let descriptor: Int32

    /// - Throws: ``WorkspaceError`` `locked`, naming the process that holds the workspace.
    package init(_ workspace: WorkspaceFolder, command: String) throws {
        let path = workspace.lockFile.path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw WorkspaceError(.missing, "cannot open \(path): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(at: path)
            close(descriptor)
            throw WorkspaceError(
                .locked,
                "the workspace is in use by \(holder); wait until it ends, or stop it"
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

    private static func holder(at path: String) -> String {
        guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else { return "another process" }
        return String(decoding: data, as: UTF8.self)
    }
}
