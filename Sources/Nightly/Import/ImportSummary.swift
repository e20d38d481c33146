/// What became of the rows of an import.
package struct ImportSummary: Encodable, Sendable {
    /// Rows of one file that went to quarantine for one reason.
    package struct Reason: Encodable, Sendable {
        package let reason: String
        /// What is wrong and what to do.
        package let message: String
        package var rows: Int
        /// Line of the first such row, from 1.
        package let line: Int
        /// Offset of its first byte, from 0.
        package let byte: Int
    }

    /// Rows of one file that were left out by a named rule.
    package struct LeftOut: Encodable, Sendable {
        package let reason: String
        /// The rule in words.
        package let message: String
        package let rows: Int
    }

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
        /// The most frequent reasons of quarantine, the first met first among equals.
        package var reasons: [Reason] = []
        package var skipped = 0
        /// The skipped rows by the rule that left them out, in the order of the rules' names.
        package var leftOut: [LeftOut] = []
        /// Skipped rows that were erased and may not come back.
        package var erased = 0
        /// Skipped rows that are older than their source is kept.
        package var expired = 0
        /// Cases that an earlier reading told and this one does not.
        package var casesGone = 0
        /// The same bytes were imported in the same way before, so the file was not read again.
        package var isUnchanged = false
        /// What a person should know of the file, though nothing failed.
        package var notes: [String] = []
        /// What failed in the file though its rows were stored.
        package var problems: [String] = []
    }

    package var files: [File] = []
    package var isDryRun = false
    /// What went wrong without stopping the import.
    package var problems: [String] = []
    /// What a person should know, though nothing failed.
    package var notes: [String] = []
    /// Kept inputs that were read anew, since their mapping, brands or program changed.
    package var rereadInputs = 0

    mutating func add(_ file: File) {
        files.append(file)
        note(file)
    }

    /// What several files of a source tell alike is told once.
    private mutating func note(_ file: File) {
        notes += file.notes.filter { !notes.contains($0) }
        problems += file.problems
    }

    /// Takes the counts of a new reading in the place of the file's earlier ones of the same import.
    ///
    /// What that stored is stored, whatever its new reading changed of it.
    mutating func merge(_ file: File) {
        guard let index = files.lastIndex(where: { $0.file == file.file && $0.source == file.source }) else {
            rereadInputs += 1
            return add(file)
        }
        let before = files[index]
        files[index] = file
        files[index].stored = min(file.stored + before.stored, file.stored + file.updated + file.duplicate)
        files[index].updated = min(before.updated, file.stored + file.updated + file.duplicate - files[index].stored)
        files[index].duplicate =
            file.stored + file.updated + file.duplicate - files[index].stored - files[index].updated
        notes = notes.filter { !before.notes.contains($0) }
        problems = problems.filter { !before.problems.contains($0) }
        note(file)
    }

    /// Makes a problem of every file of which too much went to quarantine.
    mutating func checkQuarantine(limit: Double) {
        for file in files where Double(file.quarantined) > limit * Double(file.read) {
            problems.append(
                "\(file.file): \(file.quarantined) of \(file.read) rows are quarantined, above quarantineLimit \(limit)"
            )
        }
    }

    package var stored: Int { files.reduce(0) { $0 + $1.stored } }
    package var updated: Int { files.reduce(0) { $0 + $1.updated } }
    package var read: Int { files.reduce(0) { $0 + $1.read } }
    package var quarantined: Int { files.reduce(0) { $0 + $1.quarantined } }
}
