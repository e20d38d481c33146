import Feedback
import Foundation
import Ingestion
import Reporting
import Reports
import Store
package import Workspace

/// Decisions as a CSV file that teams hand on: written in the order of time, read into any workspace.
package enum DecisionFile {
    private static let columns = [
        "id", "kind", "source", "comment", "case", "into", "relation", "undoes", "by", "at", "note",
    ]

    package struct Outcome: Encodable, Sendable {
        package struct Problem: Encodable, Sendable {
            /// From 1.
            package let line: Int
            package let message: String
        }

        /// Rows with something on them: `stored + known + erased` and the problems.
        package var read = 0
        package var stored = 0
        /// Decisions that were there already.
        package var known = 0
        /// Decisions about what was erased here; they are kept away.
        package var erased = 0
        package var problems: [Problem] = []
        package let isDryRun: Bool
    }

    /// All decisions, earliest first, with the mark by which spreadsheets know UTF-8.
    ///
    /// `isMasked`: whether personal data is hidden; such a file is for people to read, as no workspace has its ids.
    package static func text(isMasked: Bool, in context: WorkspaceContext) throws -> [UInt8] {
        let decisions = try context.database.read { db in
            let stored = try DecisionTable.all(in: db)
            return isMasked ? try masked(stored, of: context, in: db) : stored
        }
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        append(columns, to: &bytes)
        for decision in decisions {
            append(
                [
                    decision.id, decision.kind.rawValue, decision.comment?.source ?? "",
                    decision.comment?.externalID ?? "", decision.caseID ?? "", decision.into ?? "",
                    decision.relation?.rawValue ?? "", decision.undoes ?? "", decision.by,
                    DecisionTime.text(decision.at), decision.note ?? "",
                ],
                to: &bytes
            )
        }
        return bytes
    }

    private static func masked(
        _ decisions: [ReviewDecision],
        of context: WorkspaceContext,
        in db: StoreConnection
    ) throws -> [ReviewDecision] {
        let names = try context.voiceNames()
        let notes = try DecisionNotes.masked(decisions, of: context, in: db)
        return decisions.map { decision in
            var decision = decision
            decision.comment = decision.comment.map {
                ReviewDecision.Subject(source: names.shown($0.source), externalID: names.shown($0.externalID))
            }
            decision.caseID = decision.caseID.map(names.shown(caseID:))
            decision.into = decision.into.map(names.shown(caseID:))
            decision.note = notes[decision.id]
            return decision
        }
    }

    /// Reads a file of decisions; each is taken once, however often it comes.
    ///
    /// A row needs a kind and what it is about. Without an id it is a new decision: by whom and when may then be left
    /// out.
    ///
    /// - Parameters:
    ///   - bytes: the file, as ``text(in:)`` writes it or as a spreadsheet saved it.
    ///   - name: of the file, for errors.
    ///   - by: who decided where a row does not say so.
    ///   - isDryRun: whether to change nothing.
    ///   - context: the workspace.
    /// - Returns: what became of the rows; rows that cannot be used are no reason to leave out the others.
    /// - Throws: `IngestionError` when the file is no such table.
    package static func read(
        _ bytes: [UInt8],
        name: String,
        by: String?,
        isDryRun: Bool,
        into context: WorkspaceContext
    ) throws -> Outcome {
        let rows = try TableText.rows(of: bytes, file: name, columns: columns)
        let tombstones = try Tombstones(of: context)
        func take(in db: StoreConnection) throws -> Outcome {
            var reading = try DecisionReading(by: by, tombstones: tombstones, isDryRun: isDryRun, in: context, db)
            for row in rows { try reading.take(row, in: db) }
            return reading.outcome
        }
        if isDryRun { return try context.database.read { try take(in: $0) } }
        return try context.database.write { try take(in: $0) }
    }

    private static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += CSVCell.bytes(of: ReversibleCell.defused(cell))
        }
        bytes += Array("\r\n".utf8)
    }
}

/// The rows of a file of decisions, taken one after another.
private struct DecisionReading {
    private let by: String?
    private let now: Instant
    private let tombstones: Tombstones
    private var known: Set<String>
    private var desk: DecisionDesk
    private(set) var outcome: DecisionFile.Outcome

    init(
        by: String?,
        tombstones: Tombstones,
        isDryRun: Bool,
        in context: WorkspaceContext,
        _ db: StoreConnection
    ) throws {
        let book = try DecisionBook(of: context, in: db)
        self.by = by
        self.tombstones = tombstones
        now = context.now
        known = Set(book.decisions.map(\.id))
        desk = DecisionDesk(decisions: book.decisions, settled: book.settled)
        outcome = DecisionFile.Outcome(isDryRun: isDryRun)
    }

    mutating func take(_ row: TableText.Row, in db: StoreConnection) throws {
        outcome.read += 1
        switch row {
        case .problem(let message, let line): outcome.problems.append(.init(line: line, message: message))
        case .cells(let cells, let line):
            do {
                try take(DecisionRow(cells, by: by, now: now), in: db)
            } catch let error as WorkspaceError {
                outcome.problems.append(.init(line: line, message: error.message))
            }
        }
    }

    private mutating func take(_ row: DecisionRow, in db: StoreConnection) throws {
        if row.isErased || tombstones.covers(row.decision) {
            outcome.erased += 1
            return
        }
        guard row.isNew ? desk.standing(like: row.decision) == nil : !known.contains(row.decision.id) else {
            outcome.known += 1
            return
        }
        let decision = row.isNew ? desk.take(row.decision) : row.decision
        if !row.isNew { desk.note(decision) }
        known.insert(decision.id)
        if !outcome.isDryRun { try DecisionTable.add(decision, in: db) }
        outcome.stored += 1
    }
}
