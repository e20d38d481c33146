package import Feedback
package import Foundation
import Store

/// The backups of a workspace, in its folder `backups`.
///
/// Each is a folder with the database, the key and a manifest, which is written last: a folder without one was never
/// finished and counts for nothing.
package struct Backups: Sendable {
    let workspace: WorkspaceFolder
    private var folder: URL { workspace.backups }

    package init(of workspace: WorkspaceFolder) {
        self.workspace = workspace
    }

    /// All that are whole, newest first.
    package func all() throws -> [Backup] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted(by: >)
            .compactMap { name in
                guard !name.hasPrefix("."), let backup = try Backup(in: folder.appending(path: name)) else {
                    return nil
                }
                return backup.name == name ? backup : nil
            }
    }

    /// The backup of a name; `latest` means the newest.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is none of this name.
    package func find(_ name: String) throws -> Backup {
        let all = try all()
        if let found = name == "latest" ? all.first : all.first(where: { $0.name == name }) { return found }
        let names = all.isEmpty ? "none" : all.map(\.name).joined(separator: ", ")
        throw WorkspaceError(.input, "no backup \"\(name)\" in \(folder.path); there are: \(names)")
    }

    /// The database file of a backup.
    package func databaseFile(of backup: Backup) -> URL {
        folder.appending(path: backup.name).appending(path: workspace.databaseFile.lastPathComponent)
    }

    /// What is wrong with a backup; empty when it is whole.
    package func problems(of backup: Backup) throws -> [String] {
        let file = databaseFile(of: backup)
        guard try Digest.hex(ofFileAt: file) == backup.fileHash else {
            return ["\(file.path) is not as it was written; take another backup"]
        }
        return try DatabaseFile.problems(of: file.path)
    }

    /// Copies the database as it stands, and lets go of the oldest backups beyond a number.
    ///
    /// Whoever writes to the database meanwhile goes on, and is in the copy or not.
    ///
    /// `keep`: backups that stay, the new one among them, 1 or more.
    /// - Throws: ``WorkspaceError`` `missing` when there is no database; `StoreError` `corrupt` when it is damaged.
    @discardableResult
    package func make(_ reason: Backup.Reason, at now: Instant, keep: Int) throws -> Backup {
        guard FileManager.default.fileExists(atPath: workspace.databaseFile.path) else {
            throw WorkspaceError(.missing, "there is nothing to back up: \(workspace.databaseFile.path) is not there")
        }
        try removeUnfinished()
        let name = try freeName(at: now)
        let fresh = folder.appending(path: ".\(name).koe-new")
        try FileManager.default.createDirectory(at: fresh, withIntermediateDirectories: true)
        do {
            let backup = try fill(fresh, name, reason)
            try FileProblem.check(rename(fresh.path, folder.appending(path: name).path), "write", folder.path)
            for old in try all().filter({ $0.name != name }).dropFirst(max(0, keep - 1)) {
                try FileManager.default.removeItem(at: folder.appending(path: old.name))
            }
            return backup
        } catch {
            try? FileManager.default.removeItem(at: fresh)  // The first error is the one to tell.
            throw error
        }
    }

    /// Backs up a database whose schema is about to change.
    ///
    /// - Returns: `nil` where nothing changes, or `keep` is 0.
    func makeBeforeMigration(at now: Instant, keep: Int) throws -> Backup? {
        guard keep > 0, try DatabaseFile.needsMigration(workspace.databaseFile.path) else { return nil }
        return try make(.beforeMigration, at: now, keep: keep)
    }

    private func fill(_ fresh: URL, _ name: String, _ reason: Backup.Reason) throws -> Backup {
        let source = workspace.databaseFile
        let copy = fresh.appending(path: source.lastPathComponent)
        try DatabaseFile.copy(source.path, to: copy.path)
        if FileManager.default.fileExists(atPath: workspace.keyFile.path) {
            let key = fresh.appending(path: workspace.keyFile.lastPathComponent)
            try FileManager.default.copyItem(at: workspace.keyFile, to: key)
        }
        let backup = try Backup(
            name: name,
            reason: reason,
            schema: DatabaseFile.schema(of: copy.path),
            database: copy
        )
        try backup.write(into: fresh)
        return backup
    }

    private func freeName(at now: Instant) throws -> String {
        let first = Backup.name(at: now)
        var name = first
        var number = 2
        while FileManager.default.fileExists(atPath: folder.appending(path: name).path) {
            name = "\(first)-\(number)"
            number += 1
        }
        return name
    }

    /// Folders that a kill or a full disk has left.
    func removeUnfinished() throws {
        guard FileManager.default.fileExists(atPath: folder.path) else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasPrefix(".") && name.hasSuffix(".koe-new") {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }
}
