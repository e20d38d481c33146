import Feedback
import Store
import Workspace

extension MarkedSentences {
    /// Removes what was marked in some comments that are still there; `comments`: their row ids.
    func remove(of comments: [Int64], _ context: WorkspaceContext) throws {
        let names = try context.voiceNames()
        let keys = try context.database.read { db in
            try CommentTable.comments(ids: comments, in: db).map { names.shown(key: $0.comment.key) }
        }
        try remove(of: Set(keys))
    }
}
