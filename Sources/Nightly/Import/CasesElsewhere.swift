import Store
import Workspace

extension ImportStage {
    /// Reads all kept inputs once more where a case went or became a lesser one: an id is the same case in all of them,
    /// and another one may tell it, or more of it.
    func findCasesElsewhere(
        _ brands: ImportBrands,
        into summary: inout ImportSummary,
        _ progress: ProgressListener
    ) async throws {
        guard try context.database.read(SoughtCases.areThere) else { return }
        // What one input no longer tells may have kept out what another told that was read before it.
        while try await readAll(brands, into: &summary, progress) {}
        summary.notes += Self.note(on: try context.database.read(InputTable.all).filter { !$0.isKept }.map(\.file))
        try context.database.write(SoughtCases.forget)
    }

    /// `files`: inputs that are not kept.
    private static func note(on files: [String]) -> [String] {
        guard let first = files.first else { return [] }
        let more = files.count > 1 ? " and \(files.count - 1) more files" : ""
        return [
            """
            a case went or lost events, and \(first)\(more) may tell it but cannot be read anew: the bytes are not kept; \
            koe import undo, and then importing the file once more, reads it
            """
        ]
    }

    /// - Returns: whether a case went that had been told.
    private func readAll(
        _ brands: ImportBrands,
        into summary: inout ImportSummary,
        _ progress: ProgressListener
    ) async throws -> Bool {
        var hasGone = false
        for input in try context.database.read(InputTable.all) where input.isKept {
            try Task.checkCancellation()
            do {
                let file = try await reread(input, brands, progress)
                hasGone = hasGone || file.casesGone > 0
                if file.stored + file.updated > 0 { summary.add(file) }
            } catch let error where Self.isAboutInput(error) || error is WorkspaceError {
                summary.problems.append("\(input.file) cannot be read anew: \(ErrorWords.text(of: error))")
            }
        }
        return hasGone
    }
}
