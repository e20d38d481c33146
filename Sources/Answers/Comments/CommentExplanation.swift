import Feedback
package import Reporting
import Scoring
import Store
package import Workspace

/// Everything Koe thinks of one comment, and why.
package struct CommentExplanation: Encodable, Sendable {
    /// The comments that an id stands for, as JSON shows them.
    package struct List: Encodable, Sendable {
        package let comments: [CommentExplanation]

        package init(comments: [CommentExplanation]) {
            self.comments = comments
        }
    }

    package struct Part: Encodable, Sendable {
        package let words: String
        package let start: Int
        package let length: Int
        package let entry: String
        package let valence: Int
        package let rule: String
        /// `title` where the words and their place are those of the title.
        package let `in`: String?
    }

    package struct Mention: Encodable, Sendable {
        package let name: String
        /// −1, 0, 1 for facets; the direction of a loyalty signal.
        package let polarity: Int
        package let words: String
        package let entry: String
    }

    package struct Link: Encodable, Sendable {
        package struct Reason: Encodable, Sendable {
            package let feature: String
            package let left: String
            package let right: String
            package let bits: Double
        }

        package let caseID: String
        package let relation: String
        package let status: String
        package let method: String
        package let bits: Double
        package let margin: Double?
        package let evidence: [Reason]
    }

    package struct VoiceSummary: Encodable, Sendable {
        package internal(set) var id: String
        package let month: String
        package let isCounted: Bool
        /// −1…1; `nil` when unknown.
        package let supportPolarity: Double?
        package let supportBasis: String
        package let brandPolarity: Double?
        package let brandBasis: String
        package internal(set) var comments: [String]
    }

    package internal(set) var comment: String
    package let brand: String?
    package internal(set) var author: String?
    package let postedAt: String?
    /// `exact` or `notAfter`.
    package let certainty: String?
    package let rating: String?
    /// What the writer put above the text and is scored with it.
    package internal(set) var title: String?
    package internal(set) var text: String
    package let language: String?
    package let scorer: String?
    package let valence: Int?
    package let handlingValence: Int?
    package internal(set) var parts: [Part]
    package internal(set) var facets: [Mention]
    package internal(set) var signals: [Mention]
    package internal(set) var link: Link?
    package internal(set) var voice: VoiceSummary?
    /// The text cut into what the scorer matched and what it did not.
    package internal(set) var highlights: [TextHighlights.Segment]

    private enum CodingKeys: String, CodingKey {
        case comment, brand, author, postedAt, certainty, rating, title, text, language, scorer, valence,
            handlingValence
        case parts, facets, signals, link, voice
    }

    /// Explains the comments whose id is given: row id, the source's id, or `source:id`.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is none.
    package static func explanations(of name: String, in context: WorkspaceContext) throws -> [CommentExplanation] {
        let names = try context.voiceNames()
        let found = try context.database.read { db in
            try CommentTable.find(names.stored(name, in: db), in: db).map {
                try CommentExplanation($0, zone: context.settings.zone, names: names, in: db)
            }
        }
        if found.isEmpty {
            throw WorkspaceError(.input, "no comment has the id \"\(name)\"; koe search WORD finds ids")
        }
        return found
    }

    init(_ stored: StoredComment, zone: Zone, names: VoiceNames, in db: StoreConnection) throws {
        let comment = stored.comment
        let scored = try ScoreTable.score(of: stored.id, in: db)
        self.comment = comment.key
        brand = comment.brand
        author = comment.author
        postedAt = comment.postedAt.map { zone.format($0.instant) }
        certainty = comment.postedAt?.certainty.rawValue
        rating = comment.rating.map { RatingText.text($0) }
        title = comment.ownTitle
        text = comment.text
        highlights = Self.highlights(of: comment.text, scored?.score)
        language = scored?.score.language.rawValue
        scorer = scored?.scorer
        valence = scored?.score.valence
        handlingValence = scored?.score.handlingValence
        let parts = scored.map { ScoreParts($0.score, text: comment.text, title: comment.ownTitle) }
        self.parts = parts?.parts ?? []
        facets = parts?.facets ?? []
        signals = parts?.signals ?? []
        link = try LinkTable.link(of: stored.id, in: db).map(Link.init)
        voice = try VoiceTable.voice(ofComment: stored.id, in: db).map { row in
            let members = try CommentTable.comments(ids: row.memberIDs, in: db).map(\.comment.key)
            return VoiceSummary(row, comments: members, names: names)
        }
    }

    /// Explains a text that stands in no workspace.
    package init(text: String, scorer: LoadedScorer) throws {
        let score = try scorer.scorer.makeWorker().score(text, declaredLanguage: nil)
        let parts = ScoreParts(score, text: text, title: nil)
        comment = ""
        brand = nil
        author = nil
        postedAt = nil
        certainty = nil
        rating = nil
        title = nil
        self.text = text
        highlights = Self.highlights(of: text, score)
        language = score.language.rawValue
        self.scorer = scorer.version
        valence = score.valence
        handlingValence = score.handlingValence
        self.parts = parts.parts
        facets = parts.facets
        signals = parts.signals
        link = nil
        voice = nil
    }

    private static func highlights(of text: String, _ score: Score?) -> [TextHighlights.Segment] {
        guard let score else { return [TextHighlights.Segment(text: text, match: nil)] }
        return TextHighlights.segments(of: text, score: score)
    }
}

/// The parts of a score with the words they stand on.
private struct ScoreParts {
    let parts: [CommentExplanation.Part]
    let facets: [CommentExplanation.Mention]
    let signals: [CommentExplanation.Mention]

    init(_ score: Score, text: String, title: String?) {
        parts = score.evidence.map {
            CommentExplanation.Part(
                words: $0.range.words(in: text, title: title),
                start: $0.range.start,
                length: $0.range.length,
                entry: $0.entry,
                valence: $0.valence,
                rule: $0.rule,
                in: $0.range.isInTitle ? "title" : nil
            )
        }
        facets = score.facets.map {
            CommentExplanation.Mention(
                name: $0.facet.rawValue,
                polarity: $0.polarity.rawValue,
                words: $0.range.words(in: text, title: title),
                entry: $0.entry
            )
        }
        signals = score.signals.map {
            CommentExplanation.Mention(
                name: $0.signal.rawValue,
                polarity: $0.signal.direction,
                words: $0.range.words(in: text, title: title),
                entry: $0.entry
            )
        }
    }
}

extension CommentExplanation.Link {
    fileprivate init(_ link: CaseLink) {
        caseID = link.caseID
        relation = link.relation.rawValue
        status = link.status.rawValue
        method = link.method
        bits = Double(link.milliBits) / 1_000
        margin = link.marginMilliBits.map { Double($0) / 1_000 }
        evidence = link.evidence.map {
            Reason(feature: $0.feature, left: $0.left, right: $0.right, bits: Double($0.milliBits) / 1_000)
        }
    }
}

extension CommentExplanation.VoiceSummary {
    fileprivate init(_ row: VoiceRow, comments: [String], names: VoiceNames) {
        id = names.shown(row.voiceID, brand: row.brand)
        month = row.month
        isCounted = row.isCounted
        supportPolarity = row.supportPolarity.map { Double($0) / 10_000 }
        supportBasis = row.supportBasis
        brandPolarity = row.brandPolarity.map { Double($0) / 10_000 }
        brandBasis = row.brandBasis
        self.comments = comments
    }
}
