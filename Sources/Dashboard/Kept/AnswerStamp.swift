import Foundation
import Store
import Workspace

/// What the answers of a server are made of, as far as it can change while it serves.
struct AnswerStamp: Hashable, Sendable {
    /// Of the database: another number after every commit.
    let content: Int
    /// Of the first page of the report, which is replaced with all others; `nil` where there is none.
    let report: FileState?
}

/// Looks at what the answers are made of.
struct StampReader: Sendable {
    private let workspace: WorkspaceFolder
    private let changes: ChangeWatch
    private let report: String

    init(_ workspace: WorkspaceFolder) {
        self.workspace = workspace
        changes = ChangeWatch(path: workspace.databaseFile.path)
        report = workspace.reports.appending(path: "latest/index.html").path
    }

    /// As it is now; `nil` where it cannot be told, so that nothing may be kept.
    func stamp() -> AnswerStamp? {
        changes.version().map { AnswerStamp(content: $0, report: FileState(path: report)) }
    }

    /// Whether a run changes the content piece by piece at the moment.
    var isRunning: Bool { WorkspaceLock.isHeldForLong(workspace) }
}
