/// What became of the rows of an import.
package struct ImportSummary: Encodable, Sendable {
    package struct File: Encodable, Sendable {
        package var file: String
        package var source: String
        package var format: String
        package var encoding: String
        package var read = 0
        package var stored = 0
        package var duplicate = 0
        package var updated = 0
        package var quarantined = 0
        package var skipped = 0
        /// The same bytes were imported in the same way before, so the file was not read again.
        package var isUnchanged = false
    }

    package var files: [File] = []
    package var isDryRun = false
    /// What went wrong without stopping the import.
    package var problems: [String] = []

    package var stored: Int { files.reduce(0) { $0 + $1.stored } }
    package var updated: Int { files.reduce(0) { $0 + $1.updated } }
    package var read: Int { files.reduce(0) { $0 + $1.read } }
    package var quarantined: Int { files.reduce(0) { $0 + $1.quarantined } }
}
