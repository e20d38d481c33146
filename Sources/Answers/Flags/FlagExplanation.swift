import Feedback
import Flags
import Measures
package import Store
package import Workspace

/// What a flag or an early sign rests on.
package struct FlagExplanation: Encodable, Sendable {
    package let id: String
    /// `flag` or `early sign`.
    package let kind: String
    package let brand: String
    package let reason: String?
    package internal(set) var flag: FlagDetail?
    /// `new`, `ongoing`, `recovered` or `acknowledged`; `nil` for an early sign.
    package let state: String?
    /// The comments of an early sign's voice.
    package internal(set) var comments: [CommentExplanation]

    /// - Throws: ``WorkspaceError`` `input` when no flag or early sign has the id.
    package init(id: String, in context: WorkspaceContext) throws {
        let (details, signs, ledger, run) = try context.database.read { db in
            let ledger = try StoredFlags.load(in: db)
            let details = ledger.details(of: try FindingTable.flags(in: db))
            return (details, try FindingTable.earlySigns(in: db), ledger, try RunTable.latest(in: db) ?? 0)
        }
        let names = try context.voiceNames()
        func shown(_ sign: EarlySignRow) -> String { names.shown(sign.voiceID, brand: sign.brand) }
        if let detail = details.first(where: { $0.id == id || $0.entry?.id == id }) {
            self.id = id
            kind = "flag"
            brand = detail.brand
            reason = nil
            flag = detail
            state = detail.entry?.state(latestRun: Int(run)).rawValue
            comments = []
        } else if let sign = signs.first(where: { shown($0) == id || $0.voiceID == id }) {
            self.id = shown(sign)
            kind = "early sign"
            brand = sign.brand
            reason = sign.reason
            flag = nil
            state = nil
            comments = try sign.commentID.map { try CommentExplanation.explanations(of: String($0), in: context) } ?? []
        } else {
            if ledger.superseded.contains(where: { $0.id == id }) {
                throw WorkspaceError(
                    .input,
                    "flag \"\(id)\" is superseded: with what is known now there is no such change; see koe flags"
                )
            }
            let ids = details.map { $0.entry?.id ?? $0.id } + signs.map(shown)
            throw WorkspaceError(
                .input,
                "no flag or early sign \"\(id)\"; there are: \(ids.isEmpty ? "none" : ids.joined(separator: ", "))"
            )
        }
    }
}
