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
        var findings = [Check(name: "koe", state: .good, text: "version \(KoeVersion.current)")]
        findings.append(Check(name: "schema", state: .good, text: KoeDatabase.schemaVersion))
        findings += Self.instruments(resources, environment)
        findings += Self.workspace(workspace, environment)
        self.findings = findings
    }

    package var isWell: Bool { findings.allSatisfy { $0.state != .bad } }

    private static func instruments(
        _ resources: Result<Resources, any Error>,
        _ environment: [String: String]
    ) -> [Check] {
        switch resources {
        case .failure(let error):
            return [Check(name: "data", state: .bad, text: "\(error)")]
        case .success(let resources):
            let place = Check(
                name: "data",
                state: .good,
                text: "\(resources.directory.path) (\(resources.origin))"
            )
            return [place] + [scorer(resources, environment)]
        }
    }

    private static func scorer(_ resources: Resources, _ environment: [String: String]) -> Check {
        do {
            let loaded = try ScorerLoader.load(
                lexicons: resources.lexicons,
                dictionary: environment["KOE_DICTIONARY"]
            )
            return Check(
                name: "scorer",
                state: .good,
                text: "\(loaded.version); \(loaded.lexicon.entryCount) entries"
            )
        } catch {
            return Check(name: "scorer", state: .bad, text: "\(error)")
        }
    }

    private static func workspace(_ workspace: WorkspaceFolder, _ environment: [String: String]) -> [Check] {
        guard FileManager.default.fileExists(atPath: workspace.settingsFile.path) else {
            return [
                Check(
                    name: "workspace",
                    state: .warning,
                    text: "\(workspace.directory.path) is no workspace; make one with koe init"
                )
            ]
        }
        return [settings(workspace, environment), disk(workspace), lock(workspace), database(workspace)]
    }

    private static func settings(_ workspace: WorkspaceFolder, _ environment: [String: String]) -> Check {
        do {
            let settings = try WorkspaceContext.settings(of: workspace, flags: [:], environment: environment)
            return Check(name: "settings", state: .good, text: "zone \(settings.zone.identifier)")
        } catch {
            return Check(name: "settings", state: .bad, text: "\(error)")
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
            return Check(name: "disk", state: .bad, text: "\(error)")
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
                let comments = try CommentTable.count(in: db)
                let last = try RunTable.lastGood(in: db).map { "last good run \(Zone.utc.format($0.finishedAt))" }
                return Check(
                    name: "database",
                    state: .good,
                    text: "\(comments) comments; \(last ?? "no good run yet")"
                )
            }
        } catch let error as StoreError where error.code == .needsMigration {
            return Check(name: "database", state: .warning, text: "\(error)")
        } catch {
            return Check(name: "database", state: .bad, text: "\(error)")
        }
    }
}
