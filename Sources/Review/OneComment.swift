import Feedback
import Store
import Workspace

/// Finds the one comment that a person means.
enum OneComment {
    /// The comment of a name; `names` says how ids are shown.
    ///
    /// - Throws: ``WorkspaceError`` `input` when no comment, or more than one, has the name.
    static func named(_ name: String, _ names: VoiceNames, in db: StoreConnection) throws -> StoredComment {
        let found = try CommentTable.find(names.stored(name, in: db), in: db)
        guard let comment = found.first else {
            throw WorkspaceError(.input, "no comment has the id \"\(name)\"; koe review list and koe search show ids")
        }
        guard found.count == 1 else {
            let keys = found.prefix(5).map { names.shown(key: $0.comment.key) }.joined(separator: ", ")
            throw WorkspaceError(.input, "\(found.count) comments have the id \"\(name)\": write one of \(keys)")
        }
        return comment
    }
}
