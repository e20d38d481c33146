import ArgumentParser
import Feedback
import Foundation
import Workspace

/// A command of `koe`: finds the workspace, prints results and shows progress in one way.
protocol KoeCommand: AsyncParsableCommand {
    /// Wherever on the line they stand: the root reads them first, and every command takes over what it has read.
    var options: SharedOptions { get }
    /// Whether a signal ends the command with a line on what becomes of its work; otherwise it takes signals in its own way.
    var isEndedBySignals: Bool { get }
}

extension KoeCommand {
    var isEndedBySignals: Bool { true }

    var workspace: WorkspaceFolder {
        WorkspaceFolder(directory: URL(filePath: options.workspace ?? "."))
    }

    var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// The time at the moment of the call: what the stages get as an argument.
    var clock: @Sendable () -> Instant {
        { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down))) }
    }

    func resources() throws -> Resources {
        try Resources(
            flag: options.data,
            environment: environment,
            executable: Bundle.main.executableURL
        )
    }

    /// Opens the workspace; a command that writes takes the lock before.
    ///
    /// `flags`: settings given by flags of the command, by key.
    func context(
        for access: WorkspaceContext.Access,
        flags: [String: String] = [:]
    ) throws -> WorkspaceContext {
        let context = try WorkspaceContext(
            workspace: workspace,
            for: access,
            resources: resources(),
            flags: flags,
            environment: environment,
            now: clock()
        )
        if let backup = context.migrationBackup {
            messages.note("the database has a new form; as it was it is backed up as \(backup.name)")
        }
        return context
    }

    /// The settings of the workspace.
    func settings() throws -> Settings {
        try workspace.requireSettings()
        return try WorkspaceContext.settings(of: workspace, flags: [:], environment: environment)
    }

    /// Takes the right to write to the workspace until the returned lock goes.
    func lock(_ command: String) throws -> WorkspaceLock {
        try workspace.requireSettings()
        let lock = try WorkspaceLock(workspace, command: command)
        SignalEnd.beginStoring()
        return lock
    }

    var messages: Messages {
        Messages(format: options.logFormat ?? .text, isQuiet: options.quiet, isVerbose: options.verbose)
    }

    var progress: ProgressListener {
        ProgressDisplay(messages: messages).listener
    }
}
