import Foundation
import Store

/// What a flag or an early sign rests on.
package struct FlagExplanation: Encodable, Sendable {
    package let id: String
    /// `flag` or `early sign`.
    package let kind: String
    package let brand: String
    package let reason: String?
    package let flag: FlagDetail?
    /// The comments of an early sign's voice.
    package let comments: [CommentExplanation]

    /// - Throws: ``PipelineError`` `input` when no flag or early sign has the id.
    package init(id: String, in context: WorkspaceContext) throws {
        let (flags, signs) = try context.database.read { db in
            (try FindingTable.flags(in: db), try FindingTable.earlySigns(in: db))
        }
        self.id = id
        let details = try flags.map { try JSONDecoder().decode(FlagDetail.self, from: Data($0.detail.utf8)) }
        if let detail = details.first(where: { $0.id == id || $0.entry?.id == id }) {
            kind = "flag"
            brand = detail.brand
            reason = nil
            flag = detail
            comments = []
        } else if let sign = signs.first(where: { $0.voiceID == id }) {
            kind = "early sign"
            brand = sign.brand
            reason = sign.reason
            flag = nil
            comments = try sign.commentID.map { try CommentExplanation.explanations(of: String($0), in: context) } ?? []
        } else {
            let ids = flags.map(\.flagID) + signs.map(\.voiceID)
            throw PipelineError(
                .input,
                "no flag or early sign \"\(id)\"; there are: \(ids.isEmpty ? "none" : ids.joined(separator: ", "))"
            )
        }
    }
}
