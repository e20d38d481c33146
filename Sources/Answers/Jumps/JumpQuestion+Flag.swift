import Feedback
package import Flags
package import Workspace

extension JumpQuestion {
    /// The two sides of a flag.
    ///
    /// - Throws: ``WorkspaceError`` `input` when no flag has the id.
    package init(flag id: String, in context: WorkspaceContext) throws {
        guard let detail = try FlagExplanation(id: id, in: context).flag else {
            throw WorkspaceError(
                .usage,
                "\"\(id)\" is an early sign: a single voice is no difference of two periods"
            )
        }
        self.init(of: detail)
    }
}
