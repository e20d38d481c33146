import Feedback
import Reporting
import Reports
import Store
import Workspace

/// Gathers what the dashboard shows of one comment.
struct LiveCommentBuilder {
    /// Bytes of a text that are shown at most.
    private static let shownBytes = 20_000
    /// Comments of a voice that are linked to.
    private static let shownMembers = 100

    let zone: Zone
    let names: VoiceNames
    /// What is hidden beside names.
    let masking: Masking

    func comment(_ stored: StoredComment, in db: StoreConnection) throws -> LiveComment {
        let explanation = try CommentExplanation(stored, zone: zone, names: names, in: db)
        var comment = LiveComment(
            quote: try VerbatimBuilder(zone: zone, names: names, quotedBytes: Self.shownBytes).verbatim(
                of: stored,
                choice: .exemplar,
                voice: nil,
                in: db
            ),
            brand: explanation.brand,
            valence: explanation.valence,
            handlingValence: explanation.handlingValence
        )
        comment.parts = Self.parts(of: explanation)
        comment.mentions = Self.mentions(of: explanation)
        // What the link compared and the members of the voice are people's; the explanation knows how to hide them.
        let masked = explanation.masked(by: try explanation.masking(beside: masking, in: db), names)
        comment.link = masked.link.flatMap(LiveComment.Link.init)
        comment.voice = masked.voice.map { LiveComment.Voice($0, limit: Self.shownMembers) }
        comment.timeline = try explanation.link.flatMap {
            // Those that resemble it are listed on the page of the case.
            try CaseTimelineBuilder(zone: zone, names: names).timeline(of: $0.caseID, listsSimilar: false, in: db)
        }
        return comment
    }

    static func parts(of explanation: CommentExplanation) -> [LiveComment.Part] {
        explanation.parts.filter { $0.valence != 0 || $0.rule != "lexicon" }.map {
            LiveComment.Part(thousandths: $0.valence, words: $0.words, entry: $0.entry, rule: $0.rule)
        }
    }

    static func mentions(of explanation: CommentExplanation) -> [LiveComment.Mention] {
        let facets = explanation.facets.compactMap { mention in
            Facet(rawValue: mention.name).map { LiveComment.Mention(mention, kind: .facet($0)) }
        }
        let signals = explanation.signals.compactMap { mention in
            LoyaltySignal(rawValue: mention.name).map { LiveComment.Mention(mention, kind: .signal($0)) }
        }
        return facets + signals
    }
}

extension LiveComment.Mention {
    fileprivate init(_ mention: CommentExplanation.Mention, kind: Kind) {
        self.init(kind: kind, polarity: mention.polarity, words: mention.words, entry: mention.entry)
    }
}

extension LiveComment.Link {
    /// `nil` for a relation or decision that this version does not know.
    fileprivate init?(_ link: CommentExplanation.Link) {
        guard let relation = LinkRelation(rawValue: link.relation), let status = LinkStatus(rawValue: link.status)
        else { return nil }
        self.init(
            caseID: link.caseID,
            relation: relation,
            status: status,
            method: link.method,
            bits: link.bits,
            margin: link.margin,
            reasons: link.evidence.map {
                LiveComment.Reason(feature: $0.feature, left: $0.left, right: $0.right, bits: $0.bits)
            }
        )
    }
}

extension LiveComment.Voice {
    fileprivate init(_ voice: CommentExplanation.VoiceSummary, limit: Int) {
        self.init(
            month: voice.month,
            isCounted: voice.isCounted,
            support: voice.supportPolarity,
            supportBasis: SupportBasis(rawValue: voice.supportBasis) ?? .none,
            brand: voice.brandPolarity,
            brandBasis: BrandBasis(rawValue: voice.brandBasis) ?? .none,
            comments: Array(voice.comments.prefix(limit))
        )
    }
}
