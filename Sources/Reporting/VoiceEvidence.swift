import Feedback
import Reports
package import Store

/// The comment of a voice that says what the voice is quoted for.
package struct VoiceEvidence {
    /// Comments of a voice that are looked at.
    private static let looked = 20

    /// A quoted comment and the case of its voice.
    struct Quote {
        let verbatim: Verbatim
        let caseID: String?

        /// What was said, to tell repeated words by.
        var text: String { verbatim.segments.map(\.text).joined() }
    }

    /// Raw value of a facet; `nil` for support as a whole.
    let facet: String?
    /// −1 for blame, 1 for praise.
    let direction: Int

    package init(facet: String?, direction: Int) {
        self.facet = facet
        self.direction = direction
    }

    /// Row id of the earliest comment with a mention that goes this way, or else of the earliest of all; `nil` for an
    /// empty voice.
    package func comment(ofVoice id: Int64, in db: StoreConnection) throws -> Int64? {
        let ids = try ReportVoices.comments(ofVoice: id, limit: Self.looked, in: db)
        let telling = ids.count > 1 ? try ids.first { try mention(in: ScoreTable.facets(of: $0, in: db)) != nil } : nil
        return telling ?? ids.first
    }

    /// The comment that is quoted; `nil` for an empty voice.
    func quote(ofVoice id: Int64, with builder: VerbatimBuilder, in db: StoreConnection) throws -> Quote? {
        guard let chosen = try comment(ofVoice: id, in: db),
            let stored = try CommentTable.comments(ids: [chosen], in: db).first
        else { return nil }
        let voice = try ReportVoices.quoted(id, in: db)
        let score = try ScoreTable.score(of: chosen, in: db)?.score
        let verbatim = builder.verbatim(
            of: stored.comment,
            score,
            choice: .exemplar,
            voice: voice,
            around: score.flatMap { mention(in: $0.facets) }
        )
        return Quote(verbatim: verbatim, caseID: voice?.caseID)
    }

    /// The first mention that goes this way; `nil` where there is none.
    private func mention(in facets: [FacetMention]) -> ByteRange? {
        facets.first { mention in
            (facet == nil || mention.facet.rawValue == facet) && mention.polarity.rawValue == direction
        }?.range
    }
}
