import Feedback
import Foundation
import GRDB
import Review
import Store
import Testing
import Workspace

@testable import Nightly

/// Whatever comes, goes and is decided: every night ends where a rebuild does, and every decision is kept.
struct DecisionSequenceTests {
    /// How many sequences are tried; `KOE_SEQUENCES` asks for more.
    private static let sequences = ProcessInfo.processInfo.environment["KOE_SEQUENCES"].flatMap { Int($0) } ?? 6

    private func night(_ context: WorkspaceContext) async throws -> String {
        _ = try await LinkStage(context: context).run(writes: true, progress: { _ in })
        return try context.database.read { db in
            #expect(try ContentSums.differences(in: db) == [])
            return try ContentSums.text(in: db)
        }
    }

    /// A new workspace with the same comments and cases, read in another order, and the decisions from a file.
    private func rebuilt(_ context: WorkspaceContext, _ sequence: DecisionSequence, _ name: String) async throws
        -> String
    {
        let other = try sequence.context(name)
        let (comments, cases) = try context.database.read { db in
            let ids = try Int64.fetchAll(db, sql: "SELECT id FROM comment ORDER BY externalID DESC, source")
            var cases: [SupportCase] = []
            try CaseTable.forEach(withEvents: true, in: db) { cases.insert($0, at: 0) }
            return (try CommentTable.comments(ids: ids, in: db).map(\.comment), cases)
        }
        let file = try DecisionFile.text(isMasked: false, in: context)
        let outcome = try DecisionFile.read(file, name: "d.csv", by: nil, isDryRun: false, into: other)
        #expect(outcome.problems.isEmpty)
        try other.database.write { db in
            _ = try CommentTable.store(comments, in: db)
            _ = try CaseTable.store(cases, in: db)
        }
        return try await night(other)
    }

    @Test func everyNightEndsWhereARebuildDoes() async throws {
        var (confirmed, rejected, merged, answered) = (0, 0, 0, 0)
        for seed in 1...Self.sequences {
            var sequence = try DecisionSequence(seed: UInt64(seed))
            for day in 1...5 {
                try sequence.pass()
                let context = try sequence.context()
                #expect(try await night(context) == rebuilt(context, sequence, "again\(day)"), "sequence \(seed)")
                let decisions = try context.database.read { try DecisionTable.all(in: $0) }
                #expect(Set(decisions.map(\.id)) == sequence.taken, "sequence \(seed)")
                let oracle = try context.database.read { try DecisionOracle(decisions, in: $0) }
                let found = try context.database.read { try oracle.picture(in: $0) }
                #expect(found == oracle.expected, "sequence \(seed), day \(day)")
                confirmed += found.values.count { $0.hasPrefix("confirmed") }
                rejected += found.values.count { $0 == "rejected" }
                merged += try context.database.read { try CaseAliasTable.roots(in: $0).count }
                answered += decisions.count { $0.kind == .undo }
            }
        }
        #expect(confirmed > 0 && rejected > 0 && merged > 0 && answered > 0, "the sequences decide nothing")
    }
}

/// What decisions come to, told once more and as plainly as can be: a list is walked for every question.
private struct DecisionOracle {
    /// For each comment that is there and decided about: `confirmed CASE`, or `rejected` where it may not be linked to
    /// what was refused.
    private(set) var expected: [String: String] = [:]
    private var refused: [String: Set<String>] = [:]
    private var nowhere: Set<String> = []
    private let decisions: [ReviewDecision]
    private let cases: Set<String>

    init(_ decisions: [ReviewDecision], in db: Database) throws {
        self.decisions = decisions
        cases = Set(try String.fetchAll(db, sql: "SELECT caseID FROM supportCase"))
        let keys = try String.fetchAll(db, sql: "SELECT source || ':' || externalID FROM comment")
        for key in keys { settle(key) }
    }

    private func isUndone(_ place: Int) -> Bool {
        decisions.indices.contains { other in
            other > place && decisions[other].kind == .undo && decisions[other].undoes == decisions[place].id
                && !isUndone(other)
        }
    }

    private func root(_ caseID: String) -> String {
        var homes: [String: String] = [:]
        for (place, decision) in decisions.enumerated() where !isUndone(place) {
            guard let own = decision.caseID else { continue }
            if decision.kind == .split { homes[own] = nil }
            guard decision.kind == .merge, let home = decision.into, home != own else { continue }
            homes[own] = nil
            var way = [home]
            while let next = way.last.flatMap({ homes[$0] }), next != own { way.append(next) }
            if let last = way.last, homes[last] == own { homes[last] = nil }
            homes[own] = home
        }
        var way = [caseID]
        while let next = way.last.flatMap({ homes[$0] }) { way.append(next) }
        return way.dropFirst().last(where: cases.contains) ?? caseID
    }

    private mutating func settle(_ key: String) {
        var named: String?
        var (refused, nowhere): (Set<String>, Bool) = ([], false)
        for (place, decision) in decisions.enumerated() where !isUndone(place) {
            guard let comment = decision.comment, "\(comment.source):\(comment.externalID)" == key else { continue }
            let home = decision.caseID.map(root)
            switch decision.kind {
            case .confirm, .link:
                named = home
                nowhere = false
                if let home { refused.remove(home) }
            case .reject:
                if named == home { named = nil }
                if let home { refused.insert(home) }
            case .unlink:
                named = nil
                nowhere = true
            case .merge, .split, .undo: continue
            }
        }
        self.refused[key] = refused
        if nowhere { self.nowhere.insert(key) }
        if let named, cases.contains(named) {
            expected[key] = "confirmed \(named)"
        } else if nowhere || !refused.isEmpty {
            expected[key] = "rejected"
        }
    }

    /// The links that there are, in the same words; those of comments about which nobody decided are left out.
    func picture(in db: Database) throws -> [String: String] {
        let sql = """
            SELECT source || ':' || externalID AS key, caseID, status
            FROM comment LEFT JOIN link ON link.commentID = comment.id
            """
        var found: [String: String] = [:]
        for row in try Row.fetchAll(db, sql: sql) {
            let (key, caseID, status): (String, String?, String?) = (row["key"], row["caseID"], row["status"])
            if let caseID, status == "confirmed" {
                found[key] = "confirmed \(caseID)"
            } else if expected[key] == "rejected" {
                let isAway =
                    status == nil || status == "rejected"
                    || !nowhere.contains(key)
                        && caseID.map { refused[key]?.contains(root($0)) == true } == false
                found[key] = isAway ? "rejected" : "\(status ?? "") \(caseID ?? "")"
            } else if status == "rejected" {
                found[key] = "rejected without a decision"
            }
        }
        return found
    }
}
