import Feedback
import GRDB

/// What an import is told of single rows, beside their counts.
package struct RowRemarks: Hashable, Sendable {
    /// Ids that stand on several rows of one input: how many rows were merged into others, and the first three ids.
    package var repeated = 0
    package var repeatedIDs: [String] = []
    /// Comments that carry the id of another comment: how many, and the first three ids.
    package var restarted = 0
    package var restartedIDs: [String] = []
    /// Comments stored before that rows of the input take back.
    package var takenBack = 0

    package init() {}

    package static func += (left: inout RowRemarks, right: RowRemarks) {
        left.repeated += right.repeated
        left.restarted += right.restarted
        left.takenBack += right.takenBack
        left.repeatedIDs = Array((left.repeatedIDs + right.repeatedIDs).prefix(3))
        left.restartedIDs = Array((left.restartedIDs + right.restartedIDs).prefix(3))
    }

    mutating func noteRepeated(_ id: String) {
        repeated += 1
        if repeatedIDs.count < 3 { repeatedIDs.append(id) }
    }

    mutating func noteRestarted(_ id: String) {
        restarted += 1
        if restartedIDs.count < 3 { restartedIDs.append(id) }
    }
}

/// Stores the comments of one input.
struct CommentStoring {
    private struct Stored {
        let id: Int64
        let digest: Int64?
        let author: String?
        let text: String
        /// Where the zones of its times come from.
        let zones: [String?]
        var state: VersionState

        init(_ row: Row) {
            id = row["id"]
            digest = row["rowDigest"]
            author = row["person"]
            text = row["text"]
            zones = ["postedAtZone", "updatedAtZone", "repliedAtZone"].map { row[$0] }
            state = VersionState(row)
        }
    }

    /// Number of the import; 0 for comments without an origin.
    let input: Int64
    /// Whether the input was read before, so that what is met is taken down.
    let isReread: Bool
    let db: Database
    var counts = StoreCounts()
    private let insert: RowBinding
    private let hasNameless: Bool
    private let hasWithdrawn: Bool
    private let hasEarlierStates: Bool
    private var inserted = InsertedComments()
    private var triggersFire = false

    init(input: Int64, isReread: Bool, db: Database) throws {
        self.input = input
        self.isReread = isReread
        self.db = db
        insert = try RowBinding(Self.insertSQL, in: db)
        hasNameless =
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM comment WHERE rowDigest IS NULL)") ?? false
        hasWithdrawn = try !WithdrawalTable.isEmpty(in: db)
        hasEarlierStates = try isReread && NewReading.areThereStates(in: db)
    }

    /// Stores a comment in a transaction that counts by hand; ``finish()`` ends it.
    mutating func store(_ row: CommentRow) throws {
        if hasNameless {
            fireTriggers()
            try adopt(row)
        }
        if hasWithdrawn, try WithdrawalTable.covers(row, input: input, in: db) {
            counts.withdrawn += 1
            return
        }
        try insert.run(row, input: input, byte: Int64(row.origin.byte))
        if db.changesCount > 0 {
            try inserted.add(db.lastInsertedRowID, row, in: db)
            try count(row, isNew: true)
        } else if let stored = try stored(row) {
            try inserted.settle(before: stored.id, in: db)
            try meet(row, stored)
        }
    }

    /// Counts a row that became a comment, or its state; what a new reading removed to make it again is neither new nor
    /// changed.
    private mutating func count(_ row: CommentRow, isNew: Bool) throws {
        if try hasEarlierStates && NewReading.hasState(row, in: db) {
            counts.duplicate += 1
        } else if try isNew && !(hasEarlierStates && NewReading.hasComment(row, in: db)) {
            counts.stored += 1
        } else {
            counts.updated += 1
        }
    }

    /// Lets the triggers count what changes; rows that are only inserted are counted by hand, and go in faster without
    /// them.
    private mutating func fireTriggers() {
        if triggersFire { return }
        triggersFire = true
        HandCount.fireTriggers(of: db)
    }

    /// Counts what was inserted.
    mutating func finish() throws {
        try inserted.settle(in: db)
    }

    /// The comment has a state in the table already.
    private mutating func meet(_ row: CommentRow, _ stored: Stored) throws {
        let origin = row.origin
        if stored.digest == origin.digest || stored.digest == nil && stored.state.contentHash == row.contentHash {
            return try reread(row, stored)
        }
        fireTriggers()
        if try isAnother(row, than: stored) { return try keepBeside(row, stored) }
        var state = VersionState(row, input: input)
        let known = try knownVersion(origin.digest, of: stored.id)
        if let known { (state.input, state.byte) = (known.input, known.byte) }
        noteRepeated(row, stored.state, known)
        guard state > stored.state else {
            counts.duplicate += 1
            return try putAside(row, state, of: stored.id)
        }
        try CommentVersions.putAside(stored.id, in: db)
        try forget(origin.digest, of: stored.id)
        try replace(stored.id, by: row, state)
        try count(row, isNew: false)
    }

    /// The same row as written: its newest reading counts.
    private mutating func reread(_ row: CommentRow, _ stored: Stored) throws {
        noteRepeated(row, stored.state, nil)
        let isChanged = stored.state.contentHash != row.contentHash
        // Another reading may find the same moment by another zone.
        let isOfOtherZone = try isReread && !isChanged && zones(of: row) != stored.zones
        guard isChanged || isOfOtherZone || stored.digest == nil else {
            counts.duplicate += 1
            return
        }
        fireTriggers()
        let hasOrigin = stored.digest != nil && stored.state.input != 0
        var state = stored.state
        if !hasOrigin { (state.input, state.byte) = (input, Int64(row.origin.byte)) }
        try replace(stored.id, by: row, state, isChanged: isChanged)
        try CommentVersions.settle(stored.id, in: db)
        if isChanged { counts.updated += 1 } else { counts.duplicate += 1 }
    }

    private func zones(of row: CommentRow) throws -> [String?] {
        let comment = try row.comment
        return [comment.postedAt, comment.updatedAt, comment.repliedAt].map { $0?.zoneOrigin.rawValue }
    }

    private mutating func noteRepeated(_ row: CommentRow, _ stored: VersionState, _ known: VersionState?) {
        guard input != 0, stored.input == input, stored.byte != Int64(row.origin.byte), known == nil else { return }
        counts.remarks.noteRepeated(row.names.externalID)
    }

    // MARK: - Ids that start anew

    /// Whether a row with the id of another is no edit of it: a running number, another person, text and time, and no
    /// word of the source that it was updated.
    private func isAnother(_ row: CommentRow, than stored: Stored) throws -> Bool {
        guard row.updatedAt == nil, stored.state.updatedAt == .min, let posted = row.postedAt,
            stored.state.postedAt != .min, posted != stored.state.postedAt, Self.isRunningNumber(row.names.externalID)
        else { return false }
        let comment = try row.comment
        let author = comment.authorID ?? comment.author
        return comment.text != stored.text && (author == nil || author != stored.author)
    }

    private static func isRunningNumber(_ id: String) -> Bool {
        id.utf8.count <= 7 && id.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Keeps both: the one posted first under the plain id, the other under the id with its time.
    private mutating func keepBeside(_ row: CommentRow, _ stored: Stored) throws {
        let id = row.names.externalID
        counts.remarks.noteRestarted(id)
        let posted = row.postedAt ?? 0
        guard posted < stored.state.postedAt else {
            return try store(row.renamed(Self.name(id, posted: posted)))
        }
        try CommentVersions.rename(stored.id, in: row.source, to: Self.name(id, posted: stored.state.postedAt), in: db)
        try store(row)
    }

    private static func name(_ id: String, posted: Int64) -> String { "\(id)@\(posted)" }

    // MARK: - Statements

    /// A comment of an older program, which named rows in another way, takes the name that the row has now.
    private func adopt(_ row: CommentRow) throws {
        let (source, externalID) = row.names
        guard externalID.hasPrefix("h") else { return }
        try db.cachedStatement(
            sql: """
                UPDATE OR IGNORE comment SET externalID = ?, rowDigest = ?, inputID = ?, byte = ? WHERE id =
                    (SELECT id FROM comment WHERE source = ? AND contentHash = ? AND rowDigest IS NULL
                    AND externalID GLOB 'h????????????????????????????????' LIMIT 1)
                """
        ).execute(arguments: [
            externalID, row.origin.digest, input, row.origin.byte, source, row.contentHash,
        ])
    }

    private func stored(_ row: CommentRow) throws -> Stored? {
        let select = try db.cachedStatement(
            sql: """
                SELECT id, rowDigest, coalesce(authorID, author) AS person, text, postedAtZone, updatedAtZone, repliedAtZone,
                    \(VersionState.selection)
                FROM comment WHERE source = ? AND externalID = ?
                """
        )
        let (source, externalID) = row.names
        return try Row.fetchOne(select, arguments: [source, externalID]).map(Stored.init)
    }

    private func knownVersion(_ digest: Int64, of commentID: Int64) throws -> VersionState? {
        let select = try db.cachedStatement(
            sql: "SELECT \(VersionState.selection) FROM earlierVersion WHERE commentID = ? AND rowDigest = ?"
        )
        return try Row.fetchOne(select, arguments: [commentID, digest]).map(VersionState.init)
    }

    private func forget(_ digest: Int64, of commentID: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM earlierVersion WHERE commentID = ? AND rowDigest = ?")
            .execute(arguments: [commentID, digest])
    }

    private func putAside(_ row: CommentRow, _ state: VersionState, of commentID: Int64) throws {
        try execute(Self.versionSQL, row, state, of: commentID)
    }

    private func replace(
        _ commentID: Int64,
        by row: CommentRow,
        _ state: VersionState,
        isChanged: Bool = true
    ) throws {
        if isChanged { try CommentVersions.forgetDerived(commentID, in: db) }
        try execute(Self.updateSQL, row, state, of: commentID)
    }

    private func execute(_ sql: String, _ row: CommentRow, _ state: VersionState, of commentID: Int64) throws {
        try RowBinding(sql, in: db).run(row, input: state.input, byte: state.byte, commentID)
    }

    private static let columns = CommentColumns.names + ["contentHash", "inputID", "byte", "rowDigest"]

    private static let insertSQL = """
        INSERT INTO comment (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (source, externalID) DO NOTHING
        """

    private static let versionSQL = """
        INSERT OR REPLACE INTO earlierVersion (\((columns + ["commentID"]).joined(separator: ", ")))
        VALUES (\((columns + ["commentID"]).map { _ in "?" }.joined(separator: ", ")))
        """

    private static let updateSQL = """
        UPDATE comment SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?
        """
}
