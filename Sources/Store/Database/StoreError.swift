/// Why the database could not do what was asked.
package struct StoreError: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        /// No database at the path.
        case missing
        /// The schema is newer than this program.
        case newerSchema
        /// The schema is older than this program, and migrating was not allowed.
        case needsMigration
        /// The file can be read only where it may be written.
        case unreadable
        /// A stored value cannot be read back.
        case corrupt
    }

    package let code: Code
    /// What happened, where, and what to do.
    package let message: String

    package init(code: Code, message: String) {
        self.code = code
        self.message = message
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String { message }
}
