import Feedback
import Foundation
import Ingestion
import Store
import Workspace

extension ImportStage {
    /// Reads the kept inputs anew that are read in another way than what all inputs of their source with the same columns
    /// tell together.
    ///
    /// So the order in which files come, and how their rows are divided among them, changes nothing.
    func agree(
        _ brands: ImportBrands,
        into summary: inout ImportSummary,
        _ progress: ProgressListener
    ) async throws {
        let before = try context.database.read(AgreedReadings.load)
        var after = AgreedReadings()
        for group in try groups() {
            try Task.checkCancellation()
            do {
                let known = before.readings.first { $0.source == group.source && $0.signature == group.signature }
                let isKnown = known?.inputs == group.digest
                guard let decision = try decision(of: group, known: isKnown ? known?.decision : nil, brands) else {
                    continue
                }
                var again = 0
                for input in group.inputs where group.decision(of: input) != decision {
                    // Where no input came since, one that is read as they all tell is not read again.
                    if isKnown, try self.decision(of: input, brands) == group.decision(of: input) { continue }
                    summary.merge(try await reread(input, brands, progress))
                    again += 1
                }
                if again > 0 { summary.notes.append(Self.note(group, again)) }
                after.readings.append(
                    AgreedReadings.Reading(
                        source: group.source,
                        signature: group.signature,
                        inputs: group.digest,
                        decision: decision
                    )
                )
            } catch let error where Self.isAboutInput(error) || error is WorkspaceError {
                summary.problems.append("\(group.source) cannot be read anew: \(ErrorWords.text(of: error))")
            }
        }
        try context.database.write { [after] in try after.note(in: $0) }
    }

    /// Kept inputs of one source whose columns have the same names.
    private struct Group {
        let source: String
        let signature: String
        var inputs: [StoredInput]

        func decision(of input: StoredInput) -> String? { ReadingRecord(input.readBy)?.decision }

        /// The same for the same inputs, in whatever order they came.
        var digest: String {
            String(Digest.hex(Array(inputs.map(\.inputHash).sorted().joined(separator: " ").utf8)).prefix(16))
        }
    }

    private func groups() throws -> [Group] {
        var groups: [String: Group] = [:]
        for input in try context.database.read(InputTable.all) where input.isKept {
            guard let signature = ReadingRecord(input.readBy)?.signature else { continue }
            let none = Group(source: input.source, signature: signature, inputs: [])
            groups["\(signature) \(input.source)", default: none].inputs.append(input)
        }
        return groups.values.sorted { ($0.source, $0.signature) < ($1.source, $1.signature) }
    }

    /// What all inputs of a group tell together; `nil` when they are read by a mapping now.
    ///
    /// `known`: what the same inputs told before; another program may tell otherwise, by which they are then read.
    private func decision(of group: Group, known: String?, _ brands: ImportBrands) throws -> String? {
        if let known, group.inputs.allSatisfy({ group.decision(of: $0) == known }) { return known }
        return try pools.decision(of: group.source, group.signature) ?? decision(of: group.inputs[0], brands)
    }

    /// What all inputs of a group tell together, as one of them is read.
    private func decision(of input: StoredInput, _ brands: ImportBrands) throws -> String? {
        let plan = try plan(of: input, brands)
        var importer = Importer(
            file: plan.path,
            chunks: InputChunks(FileImport.pieces(of: input, in: context.database)),
            format: plan.format,
            options: plan.options
        )
        _ = try importer.next(maximumRows: 1)
        return importer.proposed.map(ReadingRecord.digest)
    }

    private static func note(_ group: Group, _ again: Int) -> String {
        """
        \(group.source): the \(group.inputs.count) files with the same columns are read alike, by what all of them hold; \
        \(again) of them were read anew
        """
    }
}
