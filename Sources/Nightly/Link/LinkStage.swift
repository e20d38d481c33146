import Feedback
import Foundation
import Linkage
package import Store
package import Workspace

/// Links comments to support cases, thread by thread.
package struct LinkStage: Sendable {
    package struct Outcome: Encodable, Sendable {
        package let comments: Int
        package let cases: Int
        /// Comments that belong to a case, or speak of one.
        package let linked: Int
        package let counts: LinkCounts
        /// Nothing had changed since the last linking.
        package let wasCurrent: Bool
    }

    /// Comments that are read, linked and written at a time.
    private static let batchSize = 8_192

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// `writes`: whether to store the links; without it the outcome says what would be stored.
    @concurrent
    package func run(writes: Bool, progress: ProgressListener) async throws -> Outcome {
        let names = try nameTable()
        let people = try PersonNames(lexicons: context.resources.lexicons)
        let input = try input(names, people)
        if try context.database.read(input.isUnchanged) { return try current() }
        let cases = try cases()
        let overrides = try overrides(Set(cases.map(\.caseID)))
        let linkRun = LinkRun(cases: cases, names: names.table, overrides: overrides)
        let threads = try CommentThreads(database: context.database)
        var tally = LinkTally()
        var done = 0
        for batch in threads.batches(size: Self.batchSize) {
            try Task.checkCancellation()
            let links = try await link(batch, of: threads, with: linkRun, people)
            if writes { try context.database.write { try LinkTable.store(links, in: $0) } }
            tally.add(links)
            done += links.count
            progress(ProgressReport(stage: "link", done: done, total: threads.count, unit: "comments"))
        }
        if writes {
            try context.database.write { db in
                try CaseAliasTable.store(overrides.roots, in: db)
                try input.remember(in: db)
            }
        }
        return Outcome(
            comments: threads.count,
            cases: linkRun.linker.index.cases.count,
            linked: tally.counts.linked,
            counts: tally.counts,
            wasCurrent: false
        )
    }

    private func input(_ names: (table: NameReadings, hash: String), _ people: PersonNames) throws -> StageInput {
        StageInput(
            .link,
            [
                "model": "\(LinkModel.standard.version)", "names": names.hash,
                "people": people.fingerprint,
                "input": try context.database.read { try StageFingerprint.ofInput(in: $0) },
                "decisions": try context.database.read { try StageFingerprint.ofDecisions(in: $0) },
            ]
        )
    }

    private func nameTable() throws -> (table: NameReadings, hash: String) {
        let url = context.resources.lexicons.appending(path: "names.tsv")
        let bytes = Array(try Data(contentsOf: url))
        return (try NameReadings(tsv: bytes), String(Digest.hex(bytes).prefix(16)))
    }

    private func cases() throws -> [LinkCase] {
        var cases: [LinkCase] = []
        try context.database.read { db in
            try CaseTable.forEach(withEvents: false, in: db) { cases.append(LinkCase($0)) }
        }
        return cases
    }

    /// What people have decided, before anything else.
    private func overrides(_ cases: Set<String>) throws -> LinkOverrides {
        let decisions = try context.database.read { try DecisionTable.all(in: $0) }
        return SettledDecisions(decisions, hasCase: cases.contains).overrides
    }

    /// Links the threads of a batch on all cores.
    @concurrent
    private func link(
        _ batch: [[Int64]],
        of threads: CommentThreads,
        with linkRun: LinkRun,
        _ people: PersonNames
    ) async throws -> [(commentID: Int64, link: CaseLink?)] {
        let database = context.database
        return try await inShares(batch, workers: context.workers) { share in
            let stored = try database.read { db in
                try share.map { try CommentTable.comments(ids: $0, in: db) }
            }
            return stored.flatMap { Self.link($0, of: threads, with: linkRun, people) }
        }
    }

    private static func link(
        _ thread: [StoredComment],
        of threads: CommentThreads,
        with linkRun: LinkRun,
        _ people: PersonNames
    ) -> [(commentID: Int64, link: CaseLink?)] {
        let linked = linkRun.link(thread: thread.map { threads.linkComment($0, people: people) })
        return zip(thread, linked).map { ($0.id, $1.link) }
    }

    private func current() throws -> Outcome {
        try context.database.read { db in
            let counts = try LinkTable.counts(in: db)
            return Outcome(
                comments: try CommentTable.count(in: db),
                cases: try CaseTable.count(in: db),
                linked: counts.linked,
                counts: counts,
                wasCurrent: true
            )
        }
    }
}

/// Counts comments while they are linked.
private struct LinkTally {
    private(set) var counts = LinkCounts()

    mutating func add(_ links: [(commentID: Int64, link: CaseLink?)]) {
        for (_, link) in links { counts.add(link) }
    }
}
