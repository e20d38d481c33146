import Feedback
import Flags
import Linkage
import Measures
import Store
package import Workspace

/// Takes what a cluster has scored, linked and measured into the workspace whose rows it worked on.
///
/// In one transaction, so that results which turn out not to be whole leave the workspace as it was. What is stored is
/// what the stages of one machine would have stored, so that the nights after it go on from there.
package struct ClusterIntake: Sendable {
    private let context: WorkspaceContext
    private let results: ClusterResults

    package init(context: WorkspaceContext, results: ClusterResults) {
        self.context = context
        self.results = results
    }

    package func run(progress: @escaping ProgressListener) throws -> MeasureStage.Outcome {
        let frozen = try results.frozen()
        let overrides = try context.database.read(LinkOverrides.init)
        let tools = try LinkTools(
            lexicons: context.resources.lexicons,
            workspace: context.workspace,
            overrides: overrides
        )
        try check(frozen, tools)
        try results.checkFiles()
        return try context.database.write { db in
            try checkRows(frozen, in: db)
            try takeScores(version: frozen.scorer, in: db, progress: progress)
            try ClusterLinks(results: results, tools: tools, workers: context.workers)
                .take(in: db, progress: progress)
            let measuring = MeasureStage(context: context)
            try takeMeasures(in: db, progress: progress)
            return try measuring.finishWhole(in: db)
        }
    }

    // MARK: - Whether the results are for this workspace

    private func check(_ frozen: FrozenWorkspace, _ tools: LinkTools) throws {
        let flagPeriods = FrozenWorkspace.flagPeriods(of: context.settings)
        let here = [
            ("koe", frozen.koe, KoeVersion.current),
            ("the scorer", frozen.scorer, try context.scorerVersion()),
            ("the linker", frozen.linker, tools.version),
            ("the definition of measures", frozen.definition, "\(MeasureDefinition.version)"),
            ("the time zone", frozen.timeZone, context.settings.zone.identifier),
            ("the setting flagPeriods", frozen.flagPeriods, flagPeriods),
        ]
        for (name, there, here) in here where there != here {
            throw WorkspaceError(
                .usage,
                "\(name) of these results is \"\(there)\" and that of this workspace \"\(here)\"; run koe cluster again"
            )
        }
    }

    private func checkRows(_ frozen: FrozenWorkspace, in db: StoreConnection) throws {
        guard try StageFingerprint.ofLinkedContent(in: db) == frozen.content,
            try CommentIdentity.digest(in: db) == frozen.identity
        else {
            throw WorkspaceError(
                .usage,
                """
                the comments, cases or decisions of this workspace are not those that the cluster has worked on: \
                something came or changed since; run koe cluster again
                """
            )
        }
        for rows in [ClusterResults.Rows.scores, .links] where results.count(of: rows) != frozen.comments {
            throw WorkspaceError(
                .input,
                "\(results.count(of: rows)) \(rows.rawValue) for \(frozen.comments) comments; run koe cluster again"
            )
        }
    }

    // MARK: - Scores and measures

    private func takeScores(version: String, in db: StoreConnection, progress: ProgressListener) throws {
        let id = try ScoreTable.scorerID(version: version, in: db)
        var rows = RowSet()
        try results.forEachBatch(of: .scores) { batch in
            let scores = try batch.map { row in
                (commentID: try rows.insert(row), score: try Score(line: try row.text("score")))
            }
            try ScoreTable.store(scores, scorerID: id, in: db)
            progress(
                ProgressReport(stage: "score", done: rows.count, total: results.count(of: .scores), unit: "comments")
            )
        }
        try ScoreTable.setComplete(version, in: db)
    }

    private func takeMeasures(in db: StoreConnection, progress: ProgressListener) throws {
        try WholeMeasuring.clear(in: db)
        var (days, tallies) = (SupportDays(), VoiceTallies())
        var (done, nextID) = (0, 1 as Int64)
        try results.forEachBatch(of: .voices) { batch in
            let voices = try batch.map { try VoiceRow(line: try $0.text("voice")) }
            try list(voices, from: nextID, in: db)
            try VoiceTable.insert(voices, from: nextID, in: db)
            nextID += Int64(voices.count)
            for voice in voices {
                days.add(try Voice(voice))
                try tallies.add(voice)
            }
            done += batch.count
            progress(ProgressReport(stage: "measure", done: done, total: results.count(of: .voices), unit: "voices"))
        }
        try listOthers(in: db)
        try SupportDayTable.add(days.all, in: db)
        try VoiceTallyTable.add(tallies.all, in: db)
        let kinds = CellKinds(context.settings)
        let stored = StoredCells(kinds: kinds)
        try results.forEachBatch(of: .cells) { batch in
            let cells = try batch.map { object in
                guard let keyed = KeyedCell(try CellRow(object)), kinds.contains(keyed.key) else {
                    throw StreamObject.fault("measure", "a measure of this version of koe")
                }
                return (keyed.key, keyed.cell)
            }
            // A batch may hold one measure of a period and another batch the next.
            try stored.add(Dictionary(cells, uniquingKeysWith: { first, _ in first }), in: db)
        }
        try stored.addSealed(in: db)
        try WholeMeasuring.index(in: db)
    }

    /// Lists the comments that belong to no voice.
    private func listOthers(in db: StoreConnection) throws {
        var others = ListedRuns()
        try MeasuredComments.forEachWithoutVoice(in: db) { comment in
            others.add([ListedComment(comment)])
            try CommentListing.insert(others.full(), in: db)
        }
        try CommentListing.insert(others.rest(), in: db)
    }

    /// Lists the comments of voices, the first of which will have a row id.
    ///
    /// - Throws: ``WorkspaceError`` `input` when one of them is not there.
    private func list(_ voices: [VoiceRow], from id: Int64, in db: StoreConnection) throws {
        var comments: [Int64: ListedComment] = [:]
        try MeasuredComments.forEach(ids: voices.flatMap(\.memberIDs), in: db, person: { $0 }) {
            comments[$0.id] = ListedComment($0)
        }
        if let missing = voices.lazy.flatMap(\.memberIDs).first(where: { comments[$0] == nil }) {
            throw WorkspaceError(
                .input,
                "a voice in the results has row \(missing), which is none; run koe cluster again"
            )
        }
        let listed = try zip(id..., voices).flatMap {
            try ListedComment.comments(of: $1, id: $0, among: comments)
        }
        try CommentListing.insert(listed, in: db)
    }
}

/// Row ids that were met, each once.
struct RowSet {
    private var rows: Set<Int64> = []

    var count: Int { rows.count }

    /// The row id of a row of results.
    ///
    /// - Throws: ``WorkspaceError`` `input` when it was met before.
    mutating func insert(_ object: StreamObject) throws -> Int64 {
        let row = Int64(try object.integer("row"))
        guard rows.insert(row).inserted else {
            throw WorkspaceError(.input, "row \(row) stands twice in the results; run koe cluster again")
        }
        return row
    }
}
