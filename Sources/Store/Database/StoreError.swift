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
        /// The disk is full, or does not answer.
        case noRoom
        /// The file or its folder may not be written.
        case readOnly
        /// Another program holds the file.
        case busy
        /// SQLite refused for another reason.
        case failed
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
