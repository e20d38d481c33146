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
                guard let reading = try reading(of: group, known: isKnown ? known : nil, brands) else { continue }
                let others = try group.inputs.filter { input in
                    guard group.decision(of: input) != reading.decision else { return false }
                    // Where no input came since, one that is read as they all tell is not read again.
                    return try !isKnown
                        || proposed(of: input, brands).map(ReadingRecord.digest) != group.decision(of: input)
                }
                let again = try await reread(others, brands, into: &summary, progress)
                for file in again { summary.merge(file) }
                summary.notes += notes(of: group, from: known, to: reading, again)
                after.readings.append(reading)
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
        /// What a person has taken out of the rows of the source.
        let dropped: Set<DroppedRowTable.Digest>

        func decision(of input: StoredInput) -> String? { ReadingRecord(input.readBy)?.decision }

        /// The same for the same inputs and the same rows taken out of them, in whatever order they came.
        var digest: String {
            let taken = dropped.isEmpty ? "" : " \(dropped.count) \(dropped.reduce(0) { $0 &+ $1.high })"
            let text = inputs.map(\.inputHash).sorted().joined(separator: " ") + taken
            return String(Digest.hex(Array(text.utf8)).prefix(16))
        }
    }

    private func groups() throws -> [Group] {
        var groups: [String: Group] = [:]
        for input in try context.database.read(InputTable.all) where input.isKept {
            guard let signature = ReadingRecord(input.readBy)?.signature else { continue }
            let name = "\(signature) \(input.source)"
            if groups[name] == nil {
                let dropped = try context.database.read { try DroppedRowTable.digests(of: input.source, in: $0) }
                groups[name] = Group(source: input.source, signature: signature, inputs: [], dropped: dropped)
            }
            groups[name]?.inputs.append(input)
        }
        return groups.values.sorted { ($0.source, $0.signature) < ($1.source, $1.signature) }
    }

    /// How a group is read by what all of its inputs tell together; `nil` when they are read by a mapping now.
    ///
    /// `known`: what the same inputs told before; another program may tell otherwise, by which they are then read.
    private func reading(
        of group: Group,
        known: AgreedReadings.Reading?,
        _ brands: ImportBrands
    ) throws -> AgreedReadings.Reading? {
        if let known, group.inputs.allSatisfy({ group.decision(of: $0) == known.decision }) { return known }
        let told = try pools.reading(of: group.source, group.signature) ?? proposed(of: group.inputs[0], brands)
        return told.map { told in
            AgreedReadings.Reading(
                source: group.source,
                signature: group.signature,
                inputs: group.digest,
                decision: ReadingRecord.digest(told),
                fields: told.fields
            )
        }
    }

    /// What all inputs of a group tell together, as one of them is read.
    private func proposed(of input: StoredInput, _ brands: ImportBrands) throws -> ProposedReading? {
        let plan = try plan(of: input, brands)
        var importer = Importer(
            file: plan.path,
            chunks: InputChunks(FileImport.pieces(of: input, in: context.database)),
            format: plan.format,
            options: plan.options
        )
        _ = try importer.next(maximumRows: 1)
        return importer.proposed
    }

    /// What a person should know of a group whose files were read anew.
    private func notes(
        of group: Group,
        from known: AgreedReadings.Reading?,
        to reading: AgreedReadings.Reading,
        _ again: [ImportSummary.File]
    ) -> [String] {
        var notes: [String] = []
        if !again.isEmpty {
            notes.append(
                """
                \(group.source): the \(group.inputs.count) files with the same columns are read alike, by what all of them \
                hold; \(again.count) of them were read anew
                """
            )
        }
        guard let before = known?.fields, let after = reading.fields else { return notes }
        let changes = ReadingChange.words(from: before, to: after)
        if changes.isEmpty { return notes }
        let new = group.inputs.filter { $0.run == run }.map(\.name)
        let more = new.count > Self.shownFiles ? " and \(new.count - Self.shownFiles) more files" : ""
        let cause = new.isEmpty ? "" : " since \(new.prefix(Self.shownFiles).joined(separator: ", "))\(more) came"
        let rows = again.reduce(0) { $0 + $1.read }
        let count = again.isEmpty ? "" : " (\(rows) rows read anew)"
        notes.append("\(group.source):\(cause) \(changes.joined(separator: "; "))\(count)")
        return notes
    }

    /// Files that are named as the cause of a change.
    private static let shownFiles = 3
}
