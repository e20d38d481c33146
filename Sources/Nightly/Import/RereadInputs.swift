import Store
import Workspace

extension ImportStage {
    /// Reads kept inputs anew, and with them those that may tell what they tell no more.
    ///
    /// Before any row is stored, all of them have lost what they will not make again: so it ends as if nothing of them had
    /// been read before.
    /// - Returns: counts of each in the order of their imports; one that cannot be read becomes a problem.
    func reread(
        _ inputs: [StoredInput],
        _ brands: ImportBrands,
        into summary: inout ImportSummary,
        _ progress: ProgressListener
    ) async throws -> [ImportSummary.File] {
        var ready: [Reading] = []
        for input in inputs {
            try await about(input, into: &summary) { _ in
                ready.append(try await lookAhead(in: input, brands))
            }
        }
        try await lookElsewhere(except: inputs, brands, &ready, into: &summary)
        var files: [ImportSummary.File] = []
        for (input, reading) in ready.sorted(by: { $0.input.id < $1.input.id }) {
            try await about(input, into: &summary) { summary in
                let file = try await reading.store(progress: progress)
                if inputs.contains(where: { $0.id == input.id }) {
                    files.append(file)
                } else if file.stored + file.updated > 0 {
                    summary.add(file)
                }
            }
        }
        return files
    }

    /// Reads kept inputs once more that may tell what another one tells no more, or not as fully.
    func findRowsElsewhere(
        _ brands: ImportBrands,
        into summary: inout ImportSummary,
        _ progress: ProgressListener
    ) async throws {
        while try !context.database.read(SoughtRows.sourcesOfComments).isEmpty {
            _ = try await reread([], brands, into: &summary, progress)
        }
        guard try context.database.read(SoughtRows.haveCases) else { return }
        var hasGone = true
        // What one input no longer tells may have kept out what another told that was read before it.
        while hasGone {
            let inputs = try context.database.read(InputTable.all).filter(\.isKept)
            let files = try await reread(inputs, brands, into: &summary, progress)
            for file in files where file.stored + file.updated > 0 { summary.add(file) }
            hasGone = files.contains { $0.casesGone > 0 }
        }
        summary.notes += Self.note(on: try context.database.write(SoughtRows.forgetCases))
    }

    /// Does what is about one input: one that is at fault becomes a problem, and the others go on.
    func about(
        _ input: StoredInput,
        into summary: inout ImportSummary,
        _ work: (inout ImportSummary) async throws -> Void
    ) async throws {
        try Task.checkCancellation()
        do {
            try await work(&summary)
        } catch let error where Self.isAboutInput(error) || error is WorkspaceError {
            summary.problems.append("\(input.file) cannot be read anew: \(ErrorWords.text(of: error))")
        }
    }

    private func lookAhead(
        in input: StoredInput,
        _ brands: ImportBrands
    ) async throws -> Reading {
        let plan = try plan(of: input, brands)
        let reading = FileImport(plan: plan, context: context, run: run, kept: input)
        try await reading.lookAhead()
        return (input, reading)
    }

    /// Makes the other inputs ready that may tell comments which went.
    private func lookElsewhere(
        except inputs: [StoredInput],
        _ brands: ImportBrands,
        _ ready: inout [Reading],
        into summary: inout ImportSummary
    ) async throws {
        var (asked, sources) = (Set(inputs.map(\.id)), Set<String>())
        while case let sought = try context.database.read(SoughtRows.sourcesOfComments), !sought.isSubset(of: sources) {
            sources.formUnion(sought)
            for input in try context.database.read(InputTable.all)
            where input.isKept && sources.contains(input.source) && asked.insert(input.id).inserted {
                try await about(input, into: &summary) { _ in
                    ready.append(try await lookAhead(in: input, brands))
                }
            }
        }
        let ids = ready.map(\.input).filter { sources.contains($0.source) }.map(\.id)
        let unkept = try context.database.write { [sources] db in
            for id in ids { try NewReading.removeDependent(of: id, in: db) }
            return try SoughtRows.forgetComments(of: sources, in: db)
        }
        summary.notes += Self.note(on: unkept)
    }

    /// `inputs`: those that are not kept.
    private static func note(on inputs: [StoredInput]) -> [String] {
        guard let first = inputs.first else { return [] }
        let more = inputs.count > 1 ? " and \(inputs.count - 1) more files" : ""
        return [
            """
            what went may stand in \(first.file)\(more) too, whose bytes are not kept; koe run reads such a file once more \
            where it is in the inbox, and koe import elsewhere
            """
        ]
    }

    private typealias Reading = (input: StoredInput, file: FileImport)
}
