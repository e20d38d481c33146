import Feedback
import Workspace

/// The place where the dashboard writes: for moments, under the workspace's lock, and only where nobody else does.
struct WritingDesk: Sendable {
    let context: WorkspaceContext
    let clock: @Sendable () -> Instant

    /// Writes with the lock held.
    ///
    /// - Throws: ``WorkspaceError`` `locked` while a run writes; what the body throws.
    func write<Value>(_ body: (WorkspaceContext) throws -> Value) throws -> Value {
        let lock = try WorkspaceLock(context.workspace, command: WorkspaceLock.dashboard)
        return try withExtendedLifetime(lock) { try body(context.writing(at: clock())) }
    }

    /// The local day of now, such as `2014-12-31`.
    var today: String { context.settings.zone.local(clock()).day.description }
}
