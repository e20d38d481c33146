import Foundation
import JSON
package import Store
import Synchronization
import Workspace

/// The cases that are shown beside others, as the report before found them: found once more where a case has come, changed
/// or gone since.
package final class KeptSimilarCases: Sendable {
    private struct Record: Codable {
        let input: String
        /// Ids of the likest cases, by case.
        let cases: [String: [String]]
    }

    private let input: String?
    private let before: [String: [String]]
    /// Whether no case has come, changed or gone since the report before.
    let holds: Bool
    private let asked = Mutex<[String: [String]]>([:])

    /// What the last report kept; nothing where that does not hold any more, or cannot be read.
    package init(in db: StoreConnection) throws {
        let input = try Self.input(in: db)
        let kept = try LikestCaseFact.value(in: db).flatMap {
            try? JSONDecoder().decode(Record.self, from: Data($0.utf8))
        }
        before = kept.flatMap { $0.input == input ? $0.cases : nil } ?? [:]
        holds = input != nil && kept?.input == input
        self.input = input
    }

    /// The likest cases of one, by their ids: those that are kept, or else what `find` finds.
    func ids(alike caseID: String, find: () throws -> [String]) rethrows -> [String] {
        let ids = try before[caseID] ?? find()
        asked.withLock { $0[caseID] = ids }
        return ids
    }

    /// Keeps what is known of some cases though nothing is asked of them.
    func takeOver(_ caseIDs: some Sequence<String>) {
        asked.withLock { asked in
            for id in caseIDs { asked[id] = before[id] }
        }
    }

    /// Keeps what was asked for since, where it still holds.
    package func remember(in db: StoreConnection) throws {
        guard let input, try Self.input(in: db) == input else { return }
        let record = Record(input: input, cases: asked.withLock(\.self))
        try LikestCaseFact.set(JSONTreeEncoder.record(record), in: db)
    }

    private static func input(in db: StoreConnection) throws -> String? {
        try LikestCaseFact.input(in: db).map { "koe \(KoeVersion.current); \($0)" }
    }
}
