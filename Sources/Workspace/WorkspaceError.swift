/// Why a command could not do its work.
package struct WorkspaceError: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        /// A wrong argument or a wrong value in `koe.yaml`.
        case usage
        /// The workspace, or something it needs, is not there.
        case missing
        /// An input cannot be read, or nothing matched what was asked for.
        case input
        /// Nothing has the name that was asked for; the message tells no other name.
        case unknownName
        /// Another run holds the workspace.
        case locked
        /// The work was done, but something in it failed.
        case incomplete
    }

    package let code: Code
    /// What happened, where, and what to do.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension WorkspaceError: CustomStringConvertible {
    package var description: String { message }
}
