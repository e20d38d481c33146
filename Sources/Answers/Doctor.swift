import Feedback
import Foundation
import Measures
import Scoring
import Store
package import Workspace

/// Looks at everything a nightly run needs.
package struct Doctor: Encodable, Sendable {
    package enum State: String, Encodable, Sendable {
        case good, warning, bad
    }

    package struct Check: Encodable, Sendable {
        package let name: String
        package let state: State
        /// What was found, and what to do where it is not good.
        package let text: String
    }

    /// Free space below which an import may fail.
    private static let lowDiskBytes: Int64 = 1 << 30

    package let findings: [Check]

    /// `workspace`: looked at when it is one; a missing workspace is no fault.
    package init(workspace: WorkspaceFolder, resources: Result<Resources, any Error>, environment: [String: String]) {
        let settings = Result {
            try WorkspaceContext.settings(of: workspace, flags: [:], environment: environment)
        }
        let isWorkspace = FileManager.default.fileExists(atPath: workspace.settingsFile.path)
        // Without settings that can be read, the scorer is looked at as a workspace without any would have it.
        let dictionary = (try? settings.get()).map(\.dictionary) ?? environment["KOE_DICTIONARY"]
        findings =
            [
                Check(name: "koe", state: .good, text: "version \(KoeVersion.current)"),
                Check(name: "schema", state: .good, text: KoeDatabase.schemaVersion),
            ]
            + Self.instruments(resources, workspace, dictionary: dictionary)
            + (isWorkspace ? Self.workspace(workspace, settings) : [Self.noWorkspace(workspace)])
    }

    package var isWell: Bool { findings.allSatisfy { $0.state != .bad } }

    private static func instruments(
        _ resources: Result<Resources, any Error>,
        _ workspace: WorkspaceFolder,
        dictionary: String?
    ) -> [Check] {
        switch resources {
        case .failure(let error):
            return [bad("data", error)]
        case .success(let resources):
            let place = Check(
                name: "data",
                state: .good,
                text: "\(resources.directory.path) (\(resources.origin))"
            )
            return [place, scorer(resources, workspace, dictionary: dictionary)]
        }
    }

    /// Loads what a run would score with: the workspace's dictionary, and its own lists before the shipped ones.
    private static func scorer(_ resources: Resources, _ workspace: WorkspaceFolder, dictionary: String?) -> Check {
        do {
            let loaded = try WorkspaceContext.scorer(of: workspace, resources: resources, dictionary: dictionary)
            return Check(
                name: "scorer",
                state: .good,
                text: "\(loaded.version); \(loaded.lexicon.entryCount) entries"
            )
        } catch {
            return bad("scorer", error)
        }
    }

    private static func bad(_ name: String, _ error: any Error) -> Check {
        Check(name: name, state: .bad, text: ErrorWords.text(of: error))
    }

    private static func noWorkspace(_ workspace: WorkspaceFolder) -> Check {
        Check(
            name: "workspace",
            state: .warning,
            text: "\(workspace.directory.path) is no workspace; make one with koe init"
        )
    }

    private static func workspace(_ workspace: WorkspaceFolder, _ settings: Result<Settings, any Error>) -> [Check] {
        [check(settings), disk(workspace), lock(workspace), database(workspace)]
    }

    private static func check(_ settings: Result<Settings, any Error>) -> Check {
        do {
            return Check(name: "settings", state: .good, text: "zone \(try settings.get().zone.identifier)")
        } catch {
            return bad("settings", error)
        }
    }

    private static func disk(_ workspace: WorkspaceFolder) -> Check {
        do {
            let attributes = try FileManager.default.attributesOfFileSystem(forPath: workspace.directory.path)
            let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
            return Check(
                name: "disk",
                state: free < lowDiskBytes ? .warning : .good,
                text: "\(free >> 20) MB free"
            )
        } catch {
            return bad("disk", error)
        }
    }

    private static func lock(_ workspace: WorkspaceFolder) -> Check {
        guard let holder = WorkspaceLock.currentHolder(of: workspace) else {
            return Check(name: "lock", state: .good, text: "free")
        }
        return Check(name: "lock", state: .warning, text: "held by \(holder)")
    }

    private static func database(_ workspace: WorkspaceFolder) -> Check {
        guard FileManager.default.fileExists(atPath: workspace.databaseFile.path) else {
            return Check(name: "database", state: .warning, text: "none yet; koe import or koe run makes it")
        }
        do {
            let database = KoeDatabase(readingPath: workspace.databaseFile.path)
            return try database.read { db in
                let faults = try IntegrityCheck.problems(in: db)
                if let first = faults.first { return damaged(first, of: faults.count) }
                let comments = try CommentTable.count(in: db)
                let last = try RunTable.lastGood(in: db).map { "last good run \(Zone.utc.format($0.finishedAt))" }
                return Check(
                    name: "database",
                    state: .good,
                    text: "\(comments) comments; \(last ?? "no good run yet")"
                )
            }
        } catch let error as StoreError where error.code == .needsMigration {
            return Check(name: "database", state: .warning, text: error.message)
        } catch {
            return bad("database", error)
        }
    }

    private static func damaged(_ fault: String, of count: Int) -> Check {
        Check(
            name: "database",
            state: .bad,
            text: """
                damaged: \(fault.split(whereSeparator: \.isNewline).joined(separator: "; "))\
                \(count > 1 ? ", and \(count - 1) more" : ""); \
                move koe.db away and restore a backup, or run again from the inputs
                """
        )
    }
}
