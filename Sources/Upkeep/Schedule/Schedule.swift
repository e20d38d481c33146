import Foundation
import Workspace

/// Where a nightly job is started from: systemd's timers, or cron.
package struct Schedule: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Timers of the user who installs them.
        case user
        /// Timers of the machine.
        case system
        case cron
    }

    package struct Outcome: Encodable, Sendable {
        /// Files that were written or removed, or `crontab`.
        package let places: [String]
        /// What was written, by place.
        package let contents: [String]
        /// Whether the schedule was there before.
        package let wasThere: Bool
    }

    let job: NightlyJob
    let kind: Kind
    private let systemd = SystemTool(name: "systemctl")
    private let cron = SystemTool(name: "crontab")

    package init(_ job: NightlyJob, kind: Kind) {
        self.job = job
        self.kind = kind
    }

    /// What would be installed, and whether something is.
    package func show() throws -> Outcome {
        if kind == .cron {
            let table = try cronTable()
            return Outcome(places: ["crontab"], contents: [table.line], wasThere: table.hasJob)
        }
        let folder = try unitFolder()
        let files = units.files
        return Outcome(
            places: files.map { folder.appending(path: $0.name).path },
            contents: files.map(\.text),
            wasThere: files.allSatisfy { exists(folder.appending(path: $0.name)) }
        )
    }

    /// Writes the schedule and starts it; doing it again brings it up to date.
    ///
    /// - Throws: ``WorkspaceError`` `incomplete` when systemd or cron is not there, or refuses.
    package func install() throws -> Outcome {
        let before = try show()
        if kind == .cron {
            try cron.run(["-"], input: cronTable().withJob())
            return before
        }
        guard systemd.isThere else {
            throw WorkspaceError(
                .incomplete,
                "this machine has no systemd; use --kind cron, or start `koe -w \(job.workspace) run` in your own way"
            )
        }
        let folder = try unitFolder()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in units.files {
            try Data(file.text.utf8).write(to: folder.appending(path: file.name), options: .atomic)
        }
        try call("daemon-reload")
        try call("enable", "--now", units.timerName)
        return before
    }

    /// Stops the schedule and takes it away.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is none.
    package func remove() throws -> Outcome {
        let before = try show()
        if kind == .cron {
            let table = try cronTable()
            guard table.hasJob else { throw nothing }
            try cron.run(["-"], input: table.withoutJob())
            return before
        }
        let files = try units.files.map { try unitFolder().appending(path: $0.name) }.filter(exists)
        guard !files.isEmpty else { throw nothing }
        if systemd.isThere { try call("disable", "--now", units.timerName) }
        for file in files { try FileManager.default.removeItem(at: file) }
        if systemd.isThere { try call("daemon-reload") }
        return before
    }

    private var nothing: WorkspaceError {
        WorkspaceError(.input, "no schedule of \(job.workspace) is installed (\(kind.rawValue)); see koe schedule show")
    }

    private var units: SystemdUnits {
        // A run of root would leave files that the workspace's owner cannot write.
        SystemdUnits(job: job, owner: kind == .system ? job.owner : nil)
    }

    private func call(_ arguments: String...) throws {
        try systemd.run((kind == .user ? ["--user"] : []) + arguments)
    }

    private func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    /// Where units are looked for; see systemd.unit(5).
    private func unitFolder() throws -> URL {
        if kind == .system { return URL(filePath: "/etc/systemd/system") }
        let environment = ProcessInfo.processInfo.environment
        if let home = environment["XDG_CONFIG_HOME"], !home.isEmpty {
            return URL(filePath: home).appending(path: "systemd/user")
        }
        guard let home = environment["HOME"], !home.isEmpty else {
            throw WorkspaceError(
                .incomplete,
                "HOME is not set, so there is no place for a user's timers; use --kind system"
            )
        }
        return URL(filePath: home).appending(path: ".config/systemd/user")
    }

    private func cronTable() throws -> CronTable {
        guard cron.isThere else {
            throw WorkspaceError(.incomplete, "this machine has no cron; install it, or use --kind user")
        }
        // cron says "no crontab for …" and fails where a user has none yet.
        return CronTable(job: job, present: (try? cron.run(["-l"])) ?? "")
    }
}
