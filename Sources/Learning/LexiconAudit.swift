import Feedback
import Measures
import Nightly
import Store
package import Workspace

/// Holds the entries of the word lists against the ratings of a workspace's own comments; changes nothing.
package struct LexiconAudit: Encodable, Sendable {
    /// Low and high ratings, with an entry and without it, below which it is not tested, unless told otherwise.
    package static let usualLeast = EntryAudit.leastComments
    /// What is listed, exactly.
    package static let definition = EntryAudit.definition

    /// Rated comments with a score.
    package let comments: Int
    /// Entries with enough of them, by source, language and whether they praise or blame.
    package let tested: Int
    package let least: Int
    /// The surest first.
    package let findings: [Finding]

    /// - Parameters:
    ///   - context: the workspace.
    ///   - source: one source; `nil` for all.
    ///   - language: `ja` or `en`; `nil` for both.
    ///   - least: low and high ratings below which an entry is not tested.
    /// - Throws: ``WorkspaceError`` `input` when there is no such comment or some are not scored by the lists in use.
    package init(of context: WorkspaceContext, source: String?, language: String?, least: Int) throws {
        let stage = ScoreStage(
            database: context.database,
            scorer: try context.loadScorer(),
            workers: context.workers
        )
        let pending = try stage.pending()
        guard pending == 0 else {
            throw WorkspaceError(.input, "\(pending) comments are not scored by the lists in use; run koe score first")
        }
        var tally = EntryTally()
        try context.database.read { db in
            try LearningQueries.forEachScoredRating(in: db) { comment in
                let code = comment.score.language.rawValue
                guard source == nil || source == comment.source, language == nil || language == code,
                    comment.score.language != .unknown
                else { return }
                let group = EntryClaim.Group(source: comment.source, language: code)
                tally.add(
                    comment: comment.key,
                    group: group,
                    side: RatedTexts.label(of: comment.rating),
                    claims: Self.claims(of: comment.score, in: group)
                )
            }
        }
        comments = tally.comments
        if comments == 0 {
            throw WorkspaceError(.input, "no rated comment to hold the lists against; import comments with a rating")
        }
        let audit = EntryAudit(tally, least: least)
        self.least = least
        tested = audit.tested
        let names = try context.voiceNames()
        findings = audit.findings.map { Finding($0, names: names) }
    }

    /// Every entry that speaks in a comment, with the kinds of what it claims.
    static func claims(of score: Score, in group: EntryClaim.Group) -> [EntryClaim: Set<String>] {
        var claims: [EntryClaim: Set<String>] = [:]
        func add(_ entry: String, _ sign: Int, _ kind: String) {
            if sign == 0 { return }
            claims[EntryClaim(group: group, entry: entry, isPraise: sign > 0), default: []].insert(kind)
        }
        for mention in score.facets {
            add(mention.entry, mention.polarity.rawValue, "facet \(mention.facet.rawValue)")
        }
        for mention in score.signals {
            add(mention.entry, mention.signal.direction, "signal \(mention.signal.rawValue)")
        }
        // Text without a place is the zero point that lists have moved, which no entry says.
        for part in score.evidence where part.range.length > 0 { add(part.entry, part.valence.signum(), "valence") }
        return claims
    }
}
