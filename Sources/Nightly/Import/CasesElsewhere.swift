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
        let others = try context.database.read(InputTable.all).count { !$0.isKept }
        if others > 0 {
            summary.notes.append(
                "a case went or lost events; of \(others) inputs that are not kept nobody can tell whether they hold it"
            )
        }
        try context.database.write(SoughtCases.forget)
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
