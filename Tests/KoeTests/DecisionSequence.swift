import Feedback
import Foundation
import GRDB
import Measures
import Review
import Store
import Testing
import Workspace

@testable import Nightly

/// Random days of a workspace in which people decide: comments and cases come, change and go, decisions are taken,
/// taken back and brought by files, other weights are accepted, and some nights are cut short.
struct DecisionSequence {
    private static let people = ["Kaworu Nagisa", "Rei Ayanami", "Shinji Ikari"]
    static let caseIDs = ["K1", "K2", "K3", "K4"]
    private static let brands = ["Acme", "Inn"]

    let folder: TemporaryFolder
    private var generator: SeededGenerator
    private var day: Int64 = 1
    /// What was decided, by this record alone.
    private(set) var taken: Set<String> = []
    /// Weights for linking that were accepted, as a file.
    private var weights: String?

    init(seed: UInt64) throws {
        folder = try TemporaryFolder()
        generator = SeededGenerator(seed: seed)
    }

    func context(_ name: String = "ws") throws -> WorkspaceContext {
        let workspace = WorkspaceFolder(directory: folder.url.appending(path: name))
        _ = try workspace.create(settings: "timeZone: UTC\n")
        if let weights {
            let file = folder.url.appending(path: "weights.tsv")
            try Data(weights.utf8).write(to: file)
            _ = try AcceptedLinkModel(workspace: workspace).accept(file)
        }
        return try WorkspaceContext(
            workspace: workspace,
            for: .writing,
            resources: Resources(flag: KoeProcess.checkout.path, environment: [:], executable: nil),
            flags: [:],
            environment: [:],
            now: Instant(seconds: 1_700_000_000 + day * 86_400)
        )
    }

    /// What happens until the next night.
    mutating func pass() throws {
        day += 1
        if generator.index(below: 3) == 0 { weights = "nameSame\t\(choose([-9_000, -3_000, -600, 0]))\n" }
        let context = try context()
        for _ in 0..<6 {
            switch generator.index(below: 10) {
            case 0, 1: try storeComment(in: context)
            case 2: try withdraw(in: context)
            case 3: try changeCase(in: context)
            case 4: try bringFile(into: context)
            case 5: try takeBack(in: context)
            default: try decide(in: context)
            }
        }
        if generator.index(below: 3) == 0 { try cutNightShort(in: context) }
    }

    // MARK: - Inputs

    private mutating func storeComment(in context: WorkspaceContext) throws {
        let id = choose(["1", "2", "3", "4", "5", "6"])
        let text = choose([
            "Nobody answers me.", "Case 9876000\(1 + generator.index(below: 4)): any news?", "Fine shop.",
        ])
        var comment = Feedback.Comment(source: choose(["blog", "shop"]), externalID: id, text: text)
        comment.author = choose(Self.people)
        comment.brand = choose(Self.brands)
        comment.postedAt = time(18_400 + generator.index(below: 60))
        comment.updatedAt = time(19_700 + Int(day))
        if generator.index(below: 3) == 0 { comment.inReplyTo = choose(["1", "2", "3"]) }
        try context.database.write { _ = try CommentTable.store([comment], in: $0) }
    }

    private mutating func withdraw(in context: WorkspaceContext) throws {
        let id = choose(["1", "2", "3", "4"])
        try context.database.write {
            try $0.execute(sql: "DELETE FROM comment WHERE externalID = ?", arguments: [id])
        }
    }

    private mutating func changeCase(in context: WorkspaceContext) throws {
        let place = generator.index(below: Self.caseIDs.count)
        var supportCase = SupportCase(caseID: Self.caseIDs[place], origin: .imported, events: [])
        supportCase.number = "9876000\(place + 1)"
        supportCase.brand = choose(Self.brands)
        supportCase.customer = choose(Self.people)
        supportCase.openedAt = time(18_400 + generator.index(below: 30))
        let isGone = generator.index(below: 3) == 0
        try context.database.write { db in
            try CaseTable.delete(caseID: supportCase.caseID, in: db)
            if !isGone { _ = try CaseTable.store([supportCase], in: db) }
        }
    }

    // MARK: - Decisions

    private mutating func decide(in context: WorkspaceContext) throws {
        let desk = try Deciding(context: context, by: choose(["Misato", "Ritsuko"]), note: nil)
        let keys = try context.database.read {
            try String.fetchAll($0, sql: "SELECT source || ':' || externalID FROM comment ORDER BY 1")
        }
        let cases = try context.database.read {
            try String.fetchAll($0, sql: "SELECT caseID FROM supportCase ORDER BY caseID")
        }
        guard !keys.isEmpty, !cases.isEmpty else { return }
        let (comment, caseID, other) = (choose(keys), choose(cases), choose(cases))
        let kind = generator.index(below: 6)
        // What cannot be decided now is refused, and changes nothing.
        let outcome: Deciding.Outcome? =
            switch kind {
            case 0: try? desk.confirm([comment], caseID: caseID)
            case 1: try? desk.reject([comment], caseID: nil)
            case 2: try? desk.unlink([comment])
            case 3: try? desk.merge(caseID, into: other)
            case 4: try? desk.split(caseID)
            default: try? desk.link(comment, caseID: caseID, relation: nil)
            }
        taken.formUnion(outcome?.decisions.map(\.id) ?? [])
    }

    private mutating func takeBack(in context: WorkspaceContext) throws {
        guard !taken.isEmpty else { return }
        let outcome = try? Deciding(context: context, by: "Misato", note: nil).undo([choose(taken.sorted())])
        taken.formUnion(outcome?.decisions.map(\.id) ?? [])
    }

    /// Decisions by hand and from elsewhere, some about what is not here.
    private mutating func bringFile(into context: WorkspaceContext) throws {
        let rows = (0..<3).map { _ in
            "\(choose(["link", "reject", "confirm"])),\(choose(["blog", "shop"])),\(choose(["1", "2", "9"])),"
                + "\(choose(Self.caseIDs + ["K9"])),,,Kaji,2023-11-\(10 + generator.index(below: 7))T00:00:00Z"
        }
        let text = "kind,source,comment,case,into,undoes,by,at\n" + rows.joined(separator: "\n") + "\n"
        let outcome = try DecisionFile.read(
            Array(text.utf8),
            name: "d.csv",
            by: nil,
            isDryRun: false,
            into: context
        )
        #expect(outcome.problems.isEmpty && outcome.stored + outcome.known == 3)
        taken.formUnion(try context.database.read { try DecisionTable.all(in: $0) }.map(\.id))
    }

    /// Some links are as the cut night left them, or as another model made them, and the night is not remembered.
    private mutating func cutNightShort(in context: WorkspaceContext) throws {
        let ids = try context.database.read { try Int64.fetchAll($0, sql: "SELECT id FROM comment ORDER BY id") }
        for id in ids where generator.index(below: 2) == 0 {
            let link = CaseLink(
                relation: .sameCase,
                caseID: choose(Self.caseIDs),
                status: .auto,
                milliBits: 1,
                marginMilliBits: nil,
                method: "another",
                evidence: []
            )
            let kept = generator.index(below: 2) == 0 ? link : nil
            try context.database.write { try LinkTable.store([(id, kept)], in: $0) }
        }
        try context.database.write { try $0.execute(sql: "DELETE FROM fact WHERE name = 'link worked on'") }
    }

    // MARK: - Values

    private mutating func choose<Value>(_ values: [Value]) -> Value { values[generator.index(below: values.count)] }

    private func time(_ day: Int) -> Timestamp {
        Timestamp(instant: Instant(seconds: Int64(day) * 86_400), original: "\(day)", zoneOrigin: .text)
    }
}
