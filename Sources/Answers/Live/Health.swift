import Feedback
import Store
package import Workspace

/// Whether the workspace can be read, and how far it is.
package struct Health: Encodable, Sendable {
    /// Always `good`: what cannot be read throws.
    package let status: String
    package let comments: Int
    package let voices: Int
    /// Number of the latest run; `nil` before the first.
    package let latestRun: Int64?
    /// When the last good run ended, in the workspace's zone.
    package let lastGoodRun: String?
    package let version: String

    package init(_ context: WorkspaceContext) throws {
        let zone = context.settings.zone
        let (comments, voices, latest, good) = try context.database.read { db in
            (
                try CommentTable.count(in: db), try VoiceTable.count(in: db), try RunTable.latest(in: db),
                try RunTable.lastGood(in: db)
            )
        }
        status = "good"
        self.comments = comments
        self.voices = voices
        latestRun = latest
        lastGoodRun = good.map { zone.format($0.finishedAt) }
        version = KoeVersion.current
    }
}
