import Feedback
import Flags
import Measures
import Reporting
package import Reports
package import Store
package import Workspace

/// What a flag or an early sign rests on.
package struct FlagExplanation: Encodable, Sendable {
    package internal(set) var id: String
    /// `flag` or `early sign`.
    package let kind: String
    package let brand: String
    package let reason: String?
    package internal(set) var flag: FlagDetail?
    /// Versions of apps or devices that came as the flag set in, against those before; empty for an early sign.
    package let releases: [Release]
    /// `new`, `ongoing`, `recovered` or `acknowledged`; `nil` for an early sign.
    package let state: String?
    /// The comments of an early sign's voice.
    package internal(set) var comments: [CommentExplanation]

    /// - Throws: ``WorkspaceError`` `input` when no flag or early sign has the id.
    package init(id: String, in context: WorkspaceContext) throws {
        let (details, signs, ledger, explained, run) = try context.database.read { db in
            let ledger = try StoredFlags.load(in: db)
            let details = ledger.details(of: try FindingTable.flags(in: db))
            return (
                details, try FindingTable.earlySigns(in: db), ledger, try SearchNoteTables.explained(in: db),
                try RunTable.latest(in: db) ?? 0
            )
        }
        let names = try context.voiceNames()
        func shown(_ sign: EarlySignRow) -> String { names.shown(sign.voiceID, brand: sign.brand) }
        if let detail = details.first(where: { $0.isNamed(id, by: names) }) {
            self.id = id
            kind = "flag"
            brand = detail.brand
            reason = nil
            flag = detail
            let versions = VersionBuilder(minimumVoices: context.settings.minimumVoices, names: names)
            releases = try context.database.read { try versions.releases(beside: detail, in: $0) }
            state = detail.entry?.state(latestRun: Int(run)).rawValue
            comments = []
        } else if let sign = signs.first(where: { shown($0) == id || $0.voiceID == id }) {
            self.id = shown(sign)
            kind = "early sign"
            brand = sign.brand
            reason = sign.reason
            flag = nil
            releases = []
            state = nil
            comments = try sign.commentID.map { try CommentExplanation.explanations(of: String($0), in: context) } ?? []
        } else {
            let departed = ledger.departed(shown: details, explained: explained)
            if let flag = departed.first(where: { [$0.record.id, names.shown(flag: $0.record.id)].contains(id) }) {
                let words = flag.words(names).map { ": \($0)" } ?? ""
                throw WorkspaceError(.input, "flag \"\(id)\" is \(flag.state)\(words); see koe flags")
            }
            let ids = details.map { names.shown(flag: $0.entry?.id ?? $0.id) } + signs.map(shown)
            throw WorkspaceError(
                .input,
                "no flag or early sign \"\(id)\"; there are: \(ids.isEmpty ? "none" : ids.joined(separator: ", "))"
            )
        }
    }
}
