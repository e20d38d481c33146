import Feedback
import Foundation
import Linkage
import Store
import Workspace

/// What every linking needs beside the comments and cases.
struct LinkTools: Sendable {
    let names: NameReadings
    let people: PersonNames
    private let nobodies: Remembered<Bool>
    /// What people have said about single links.
    var overrides: LinkOverrides
    let model: LinkModel
    /// What the files say, in a few words that change with them.
    private let fingerprints: [String]

    init(
        names bytes: [UInt8],
        people: PersonNames,
        model: LinkModel = .standard,
        overrides: LinkOverrides = LinkOverrides()
    ) throws {
        names = try NameReadings(tsv: bytes)
        self.model = model
        self.people = people
        nobodies = Remembered(limit: 4_096, people.isNobody)
        self.overrides = overrides
        fingerprints = [String(Digest.hex(bytes).prefix(16)), people.fingerprint]
    }

    init(lexicons: URL, model: LinkModel, overrides: LinkOverrides) throws {
        try self.init(
            names: Array(Data(contentsOf: lexicons.appending(path: "names.tsv"))),
            people: PersonNames(lexicons: lexicons),
            model: model,
            overrides: overrides
        )
    }

    /// With the weights that a workspace has accepted.
    init(lexicons: URL, workspace: WorkspaceFolder, overrides: LinkOverrides = LinkOverrides()) throws {
        let model = try AcceptedLinkModel(workspace: workspace).model()
        try self.init(lexicons: lexicons, model: model, overrides: overrides)
    }

    /// What decides every link beside the comments and cases that the journals name.
    func input(_ steps: CaseTableSteps) -> StageInput {
        StageInput(
            .link,
            [
                "model": model.version, "names": fingerprints[0], "people": fingerprints[1],
                "cases": "\(steps.cases)", "days": "\(steps.days)",
            ]
        )
    }

    /// What a cluster must link with as well, to link alike.
    var version: String { "model \(model.version), names \(fingerprints[0]), people \(fingerprints[1])" }

    /// What of the whole case table weighs in every pair.
    func steps(in db: StoreConnection) throws -> CaseTableSteps {
        let openings = try CaseTable.openings(in: db)
        return CaseTableSteps(
            cases: try ContentSums.count(of: "supportCase", in: db),
            first: openings.first,
            last: openings.last
        )
    }

    /// The comment as the linker sees it.
    ///
    /// `parentSource`: source of the comment it answers, when it is another one's.
    func linkComment(_ stored: StoredComment, parentSource: String?) -> LinkComment {
        var comment = LinkComment(stored.comment)
        comment.parentSource = parentSource
        return named(comment)
    }

    /// The comment with its author; a name for nobody is no name.
    func named(_ comment: LinkComment) -> LinkComment {
        guard let author = comment.author, nobodies.value(of: author) else { return comment }
        var nameless = comment
        nameless.author = nil
        return nameless
    }
}

/// The links of a thread, and what they hang on.
struct LinkedThread: Sendable {
    let links: [(commentID: Int64, link: CaseLink?)]
    /// Ids of the tokens, ascending and each once.
    let notes: [UInt64]
    /// How often a comment was weighed against a case.
    let pairs: Int

    init(_ comments: [(id: Int64, comment: LinkComment)], with run: LinkRun) {
        let notes = ReadNotes()
        let linked = run.link(thread: comments.map(\.comment), noting: notes)
        links = zip(comments, linked).map { ($0.id, $1.link) }
        self.notes = notes.all
        pairs = linked.reduce(0) { $0 + $1.decision.pairs }
    }

    /// The comment that keeps the notes of the thread.
    var keeper: Int64? { links.lazy.map(\.commentID).min() }
}
