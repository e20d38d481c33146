package import Feedback
import Foundation
package import Store

/// An opened workspace: what every stage and question works on.
package struct WorkspaceContext: Sendable {
    package let workspace: WorkspaceFolder
    package let settings: Settings
    package let resources: Resources
    package let database: KoeDatabase
    /// The time of the run; the only clock the stages see.
    package let now: Instant
    /// The backup that was made since opening the database has changed its schema; `nil` when it has not.
    package let migrationBackup: Backup?

    /// What may be done with the database.
    package enum Access: Sendable {
        /// Questions and rehearsals: the database is neither created nor migrated nor locked.
        case reading
        /// The database is created or brought up to date.
        case writing
    }

    /// Opens a workspace that exists.
    ///
    /// `flags`: settings given on the command line, by key.
    /// `environment`: the variables of the process.
    package init(
        workspace: WorkspaceFolder,
        for access: Access,
        resources: Resources,
        flags: [String: String],
        environment: [String: String],
        now: Instant
    ) throws {
        try workspace.requireSettings()
        self.workspace = workspace
        self.resources = resources
        self.now = now
        settings = try Self.settings(of: workspace, flags: flags, environment: environment)
        let path = workspace.databaseFile.path
        switch access {
        case .reading:
            migrationBackup = nil
            database = KoeDatabase(readingPath: path)
        case .writing:
            migrationBackup = try Backups(of: workspace).makeBeforeMigration(at: now, keep: settings.keepBackups)
            database = try KoeDatabase(path: path)
        }
    }

    /// The same workspace with a database connection that cannot write.
    ///
    /// - Throws: `StoreError` when another version of Koe has written the database.
    package func readOnly() throws -> WorkspaceContext {
        let context = WorkspaceContext(self, database: KoeDatabase(readingPath: workspace.databaseFile.path))
        try context.database.read { _ in }
        return context
    }

    /// The same workspace with a database connection that writes; the caller holds the lock.
    ///
    /// `now`: the time of what is done with it.
    package func writing(at now: Instant) throws -> WorkspaceContext {
        WorkspaceContext(self, database: try KoeDatabase(path: workspace.databaseFile.path), now: now)
    }

    /// The same workspace with a copy of its database, for trying what a change would do.
    package func copied(to path: String) throws -> WorkspaceContext {
        try database.copy(to: path)
        return WorkspaceContext(self, database: try KoeDatabase(path: path))
    }

    private init(_ other: WorkspaceContext, database: KoeDatabase, now: Instant? = nil) {
        workspace = other.workspace
        settings = other.settings
        resources = other.resources
        self.now = now ?? other.now
        migrationBackup = other.migrationBackup
        self.database = database
    }

    /// The settings of a workspace without opening its database.
    package static func settings(
        of workspace: WorkspaceFolder,
        flags: [String: String],
        environment: [String: String]
    ) throws -> Settings {
        let path = workspace.settingsFile.path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw WorkspaceError(.missing, "cannot read \(path)")
        }
        let file = try SettingsFile(yaml: String(decoding: data, as: UTF8.self), path: path)
        return try Settings(file: file, flags: flags, environment: environment)
    }

    /// The moment a report speaks of: `asOf` of the settings, or the time of the run.
    package func asOf() throws -> Instant {
        try settings.asOf.map(ReportTime.instant) ?? now
    }

    /// Threads that score and read: the machine's cores.
    package var workers: Int { ProcessInfo.processInfo.activeProcessorCount }
}
