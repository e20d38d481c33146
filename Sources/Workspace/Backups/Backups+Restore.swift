package import Feedback
package import Foundation

extension Backups {
    /// Puts a backup in the place of the database; what stood there becomes a backup itself.
    ///
    /// A database that is too damaged to be copied is moved aside as `koe.db.damaged` instead.
    ///
    /// - Returns: the backup of what stood there; `nil` when there was nothing, or it was damaged.
    /// - Throws: ``WorkspaceError`` `incomplete` when the backup itself is damaged; nothing is changed then.
    package func restore(_ backup: Backup, at now: Instant) throws -> Backup? {
        if let problem = try problems(of: backup).first {
            throw WorkspaceError(.incomplete, "backup \(backup.name) is damaged and was not restored: \(problem)")
        }
        // Copied before anything is moved, since making room for the present state may let this backup go.
        let fresh = freshDatabase
        try remove(fresh)
        try FileManager.default.copyItem(at: databaseFile(of: backup), to: fresh)
        let key = try key(of: backup)
        let before = try keepPresent(at: now)
        for ending in ["-wal", "-shm"] { try remove(URL(filePath: workspace.databaseFile.path + ending)) }
        try FileProblem.check(rename(fresh.path, workspace.databaseFile.path), "write", workspace.databaseFile.path)
        if let key { try put(key) }
        return before
    }

    /// Removes what a backup or a restore that was killed has left; the caller holds the lock.
    package func removeRemains() throws {
        try removeUnfinished()
        for file in [freshDatabase, freshKey] { try remove(file) }
    }

    /// Where a restore has moved a database aside that was too damaged to be copied.
    package var damagedDatabase: URL { URL(filePath: workspace.databaseFile.path + ".damaged") }

    private var freshDatabase: URL { workspace.directory.appending(path: ".koe.db.koe-new") }
    private var freshKey: URL { workspace.directory.appending(path: ".koe.key.koe-new") }

    private func keepPresent(at now: Instant) throws -> Backup? {
        let database = workspace.databaseFile
        guard FileManager.default.fileExists(atPath: database.path) else { return nil }
        do {
            // One more than there are: a restore lets no backup go.
            return try make(.beforeRestore, at: now, keep: all().count + 1)
        } catch let error where FileProblem(error) == nil {
            try remove(damagedDatabase)
            try FileManager.default.moveItem(at: database, to: damagedDatabase)
            return nil
        }
    }

    private func key(of backup: Backup) throws -> Data? {
        let file = databaseFile(of: backup).deletingLastPathComponent()
            .appending(path: workspace.keyFile.lastPathComponent)
        return FileManager.default.fileExists(atPath: file.path) ? try Data(contentsOf: file) : nil
    }

    /// The key decides the ids of voices, and so belongs to the database.
    private func put(_ key: Data) throws {
        let fresh = freshKey
        try key.write(to: fresh)
        try FileProblem.check(chmod(fresh.path, 0o600), "write", fresh.path)
        try FileProblem.check(rename(fresh.path, workspace.keyFile.path), "write", workspace.keyFile.path)
    }

    private func remove(_ file: URL) throws {
        if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
    }
}
