import ArgumentParser
import Feedback
import Foundation
import Pipeline

/// A command of `koe`: finds the workspace, prints results and shows progress in one way.
protocol KoeCommand: AsyncParsableCommand {
    var koe: Koe { get }
    var local: SharedOptions { get }
}

extension KoeCommand {
    /// The options given before and after the command's name.
    var options: SharedOptions { local.over(koe.options) }

    var workspace: Workspace {
        Workspace(directory: URL(filePath: options.workspace ?? "."))
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

    /// Opens the workspace.
    ///
    /// `flags`: settings given by flags of the command, by key.
    func context(flags: [String: String] = [:]) throws -> WorkspaceContext {
        try WorkspaceContext(
            workspace: workspace,
            resources: resources(),
            flags: flags,
            environment: environment,
            now: clock()
        )
    }

    /// Takes the right to write to the workspace until the returned lock goes.
    func lock(_ command: String) throws -> WorkspaceLock {
        try workspace.requireSettings()
        return try WorkspaceLock(workspace, command: command)
    }

    var messages: Messages {
        Messages(format: options.logFormat ?? .text, isQuiet: options.quiet, isVerbose: options.verbose)
    }

    var progress: ProgressListener {
        ProgressDisplay(messages: messages).listener
    }

    /// Prints a result as text or as JSON.
    func show(_ result: some CommandResult) throws {
        Console.output(options.json ? try result.json() : result.terminalText)
    }
}
