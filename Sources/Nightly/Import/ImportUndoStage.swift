import Foundation
import Ingestion
package import Store
package import Workspace

/// Takes imports back.
package struct ImportUndoStage: Sendable {
    package struct Outcome: Encodable, Sendable {
        /// Files whose import is taken back.
        package var files: [String]
        package let removed: UndoCounts
        /// Rows of these that stand in other files too and are there again.
        package let readAgain: Int
        package let isDryRun: Bool
        package var problems: [String] = []
        /// What a person should know of how the others are read now.
        package var notes: [String] = []

        /// The same with what is personal in the names of files hidden.
        package func shown(by names: VoiceNames) -> Outcome {
            var copy = self
            copy.files = files.map(names.shown(paths:))
            copy.problems = problems.map(names.shown(paths:))
            copy.notes = notes.map(names.shown(paths:))
            return copy
        }
    }

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// Takes back the imports that a name stands for: a file, the beginning of its hash, or the number of a run.
    ///
    /// Other kept files of the same sources are read again, so that rows which stand in them too are not lost; those of
    /// all sources where cases went.
    /// - Throws: ``WorkspaceError`` `input` when nothing matches.
    @concurrent
    package func run(_ name: String, isDryRun: Bool, progress: ProgressListener) async throws -> Outcome {
        let inputs = try matching(name)
        var removed = UndoCounts()
        if isDryRun {
            for input in inputs { removed += try context.database.read { try ImportUndo.rehearse(input, in: $0) } }
            return Outcome(files: inputs.map(\.file), removed: removed, readAgain: 0, isDryRun: true)
        }
        let now = context.now
        let run = try context.database.write { db in
            let run = try RunTable.begin(command: "undo", at: now, versions: VersionRecord.json(scorer: nil), in: db)
            for input in inputs.reversed() { removed += try ImportUndo.undo(input, in: db) }
            return run
        }
        let again = try await readOthers(run: run, progress: progress)
        let status: RunTable.Status = again.problems.isEmpty ? .good : .failed
        try context.database.write { try RunTable.finish(run, status: status, at: now, in: $0) }
        return Outcome(
            files: inputs.map(\.file),
            removed: removed,
            readAgain: again.stored,
            isDryRun: false,
            problems: again.problems,
            notes: again.notes
        )
    }

    private func matching(_ name: String) throws -> [StoredInput] {
        let inputs = try context.database.read(InputTable.all)
        let path = URL(filePath: name).path
        let byFile = inputs.filter {
            $0.file == path || $0.file.hasSuffix("/" + name)
                || name.utf8.count >= 8 && $0.inputHash.hasPrefix(name)
                || $0.file.hasPrefix(path + "/") || PackedInput.names(ofPath: $0.file).contains(name)
        }
        let found = byFile.isEmpty ? inputs.filter { String($0.run) == name } : byFile
        guard !found.isEmpty else {
            throw WorkspaceError(
                .input,
                "no import of \"\(name)\" is known; name a file as it was imported, or the number of a run"
            )
        }
        return found
    }

    private func readOthers(run: Int64, progress: ProgressListener) async throws -> ImportSummary {
        var summary = ImportSummary()
        let stage = ImportStage(context: context, run: run)
        let brands = try stage.brandDirectory()
        try await stage.agree(brands, into: &summary, progress)
        try await stage.findRowsElsewhere(brands, into: &summary, progress)
        return summary
    }
}
