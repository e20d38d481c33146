package import Feedback
package import Reports
package import Store
package import Workspace

/// Quotes comments in a report.
package struct VerbatimBuilder: Sendable {
    package let zone: Zone
    let names: VoiceNames
    /// Bytes of a text that are quoted at most.
    package var quotedBytes: Int

    /// `names`: how ids are shown.
    package init(zone: Zone, names: VoiceNames, quotedBytes: Int = 1_200) {
        self.zone = zone
        self.names = names
        self.quotedBytes = quotedBytes
    }

    /// Quotes one comment with what is stored of it.
    ///
    /// `voice`: the comment's voice, for its polarities.
    package func verbatim(
        of stored: StoredComment,
        choice: VerbatimChoice,
        voice: VoiceRow?,
        in db: StoreConnection
    ) throws -> Verbatim {
        verbatim(
            of: stored.comment,
            try ScoreTable.score(of: stored.id, in: db)?.score,
            choice: choice,
            voice: voice.map(ReportVoices.QuotedVoice.init)
        )
    }

    /// Quotes one comment.
    ///
    /// `mention`: what the comment is quoted for; a long text is quoted from the sentence with it on.
    func verbatim(
        of comment: Comment,
        _ score: Score?,
        choice: VerbatimChoice,
        voice: ReportVoices.QuotedVoice?,
        around mention: ByteRange? = nil
    ) -> Verbatim {
        let plain = Score(language: .unknown, valence: nil)
        let start = mention.map { QuoteStart.place(in: comment.text, of: $0, limit: quotedBytes) } ?? 0
        let segments = TextHighlights.segments(
            of: comment.text,
            score: score ?? plain,
            from: start,
            limit: quotedBytes
        )
        let key = names.shown(key: comment.key)
        return Verbatim(
            commentID: key,
            source: names.shown(comment.source),
            author: comment.author,
            date: comment.postedAt.map { zone.local($0.instant).day.description },
            dateIsUpperBound: comment.postedAt?.certainty == .notAfter,
            language: (score?.language ?? .unknown).rawValue,
            title: comment.title,
            segments: (start > 0 ? [TextSegment(text: "… ")] : [])
                + (segments.isEmpty ? [TextSegment(text: comment.text)] : segments.map(Self.segment)),
            isShortened: comment.text.utf8.count - start > quotedBytes,
            rating: comment.rating.map {
                QuotedRating(thousandths: $0.thousandths, low: $0.scale.low, high: $0.scale.high)
            },
            choice: choice,
            support: voice?.supportPolarity.map { Double($0) / 10_000 },
            brand: voice?.brandPolarity.map { Double($0) / 10_000 },
            caseID: voice?.caseID.map(names.shown(caseID:)),
            command: "koe why comment \(ShellWord.quoted(key))"
        )
    }

    /// Quotes the comments with the given row ids, in their order.
    package func verbatims(ids: [Int64], choice: VerbatimChoice, in db: StoreConnection) throws -> [Verbatim] {
        try CommentTable.comments(ids: ids, in: db).map { stored in
            try verbatim(
                of: stored,
                choice: choice,
                voice: VoiceTable.voice(ofComment: stored.id, in: db),
                in: db
            )
        }
    }

    /// A stretch of a text with what was matched there.
    package static func segment(_ segment: TextHighlights.Segment) -> TextSegment {
        TextSegment(text: segment.text, highlight: segment.match.map(highlight))
    }

    private static func highlight(_ match: TextHighlights.Match) -> Highlight {
        switch match {
        case .valence(let thousandths, let entry):
            Highlight(kind: .valence, polarity: thousandths.signum(), weight: thousandths, name: entry)
        case .facet(let facet, let polarity):
            Highlight(kind: .facet, polarity: polarity.rawValue, name: facet.rawValue)
        case .signal(let signal):
            Highlight(kind: .signal, polarity: signal.direction, name: signal.rawValue)
        }
    }
}
