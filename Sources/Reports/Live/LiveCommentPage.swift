import Feedback

/// The fields of one comment on its page.
struct LiveCommentPage {
    private static let longestSentence = 1_500

    let comment: LiveComment
    let frame: LiveFrame

    private var phrases: any Phrases { frame.phrases }
    private var quote: Verbatim { comment.quote }

    var fields: [String: View] {
        [
            "commentID": .text(quote.commentID),
            "quoteLanguage": .text(quote.language == "und" ? "" : quote.language),
            "quoteTitle": .text(quote.title),
            "quote": .markup(VerbatimView(phrases: phrases).text(quote)),
            "meta": .list(meta.map { ["item": .text($0)] }),
            "quoteCommand": .text(quote.command),
            "sum": .markup(sum),
            "mentions": .optional(comment.mentions.isEmpty ? nil : .markup(mentions)),
            "link": .optional(comment.link.map(link)),
            "voice": .optional(comment.voice.map(voice)),
            "linkWork": .optional(frame.formToken == nil ? nil : .markup(linkWork)),
            "work": .optional(frame.formToken == nil ? nil : .markup(work)),
            "timeline": .optional(
                comment.timeline.map { CaseView(phrases: phrases, casePaths: [:]).view($0) }
            ),
        ]
    }

    /// The form that says what is wrong with the score.
    private var work: Markup {
        let text = String(quote.segments.map(\.text).joined().unicodeScalars.prefix(Self.longestSentence))
        return LiveForm(
            path: "/score-work/" + PathSegment.encoded(quote.commentID),
            fields: [
                .lines(name: "text", label: phrases(.scoredWrongText), value: text),
                .choice(
                    name: "side",
                    label: phrases(.rightSide),
                    options: [("-1", phrases(.negative)), ("0", phrases(.neutral)), ("1", phrases(.positive))]
                ),
            ],
            button: phrases(.scoredWrongButton)
        ).markup(id: "score-" + Slug.make(quote.commentID), in: frame)
    }

    /// The forms that link the comment to another case, or to none.
    private var linkWork: Markup {
        func form(_ action: String, _ fields: [LiveForm.Field], _ button: Word) -> Markup {
            let hidden = [("do", action), ("comment", quote.commentID)].map {
                LiveForm.Field.hidden(name: $0.0, value: $0.1)
            }
            var form = LiveForm(path: "/review-work", fields: hidden + fields, button: phrases(button))
            form.isLight = action == "unlink"
            return form.markup(id: "\(action)-" + Slug.make(quote.commentID), in: frame)
        }
        let link = form("link", [.line(name: "case", label: phrases(.relinkCase), value: "")], .relinkButton)
        return comment.link == nil ? link : link + form("unlink", [], .unlinkButton)
    }

    private var meta: [String] {
        let date = quote.date.map { day in
            let text = phrases.period(day)
            return quote.dateIsUpperBound ? phrases.notAfter(text) : text
        }
        let rating = quote.rating.map { "\(phrases(.ratingWord))\(phrases.colon)\(phrases.quotedRating($0))" }
        let (day, author) = (date ?? phrases(.undated), quote.author ?? phrases(.anonymous))
        return [comment.brand.map(frame.name(ofBrand:)), day, author, quote.source, rating].compactMap { $0 }
    }

    private var sum: Markup {
        guard let valence = comment.valence else { return paragraph(.notScored) }
        var rows = comment.parts.map { part in
            [weight(part.thousandths), Markup(part.words), code(part.entry), Markup(phrases.rules(part.rule))]
        }
        if rows.isEmpty { return paragraph(.noEntry) }
        rows.append(total(comment.parts.reduce(0) { $0 + $1.thousandths }, .total))
        rows.append(total(valence, .sumOfText))
        if let handling = comment.handlingValence { rows.append(total(handling, .sumOfHandling)) }
        return DataTable(
            caption: phrases(.sumHeading),
            columns: [
                .number(phrases(.adds)), .text(phrases(.words)), .text(phrases(.entry)), .short(phrases(.rule)),
            ],
            rows: rows
        ).markup
    }

    private func total(_ value: Int, _ word: Word) -> [Markup] {
        [weight(value), .element("strong", [], Markup(phrases(word))), .empty, .empty]
    }

    private var mentions: Markup {
        DataTable(
            caption: phrases(.mentionsHeading),
            columns: [
                .text(phrases(.kind)), .short(phrases(.direction)), .text(phrases(.words)), .text(phrases(.entry)),
            ],
            rows: comment.mentions.map { mention in
                let tone = Tone(polarity: mention.polarity)
                return [
                    Markup(name(of: mention.kind)),
                    .element("span", [("class", "tone \(tone.rawValue)")], Markup(tone.sign)),
                    Markup(mention.words), code(mention.entry),
                ]
            }
        ).markup
    }

    private func name(of kind: LiveComment.Mention.Kind) -> String {
        switch kind {
        case .facet(let facet): phrases.facet(facet)
        case .signal(let signal): phrases.signal(signal)
        }
    }

    private func link(_ link: LiveComment.Link) -> View {
        let table = DataTable(
            caption: phrases(.linkEvidence),
            columns: [
                .text(phrases(.feature)), .text(phrases(.inComment)), .text(phrases(.inCase)),
                .number(phrases(.linkBits)),
            ],
            rows: link.reasons.map { reason in
                let sides = [reason.left, reason.right].map { side(of: reason.feature, $0) }
                return [Markup(phrases.comparison(reason.feature))] + sides + [bits(reason.bits)]
            }
        )
        return [
            "facts": .list([
                fact(.caseWord, LiveTables(frame: frame).link(link.caseID, to: .supportCase(link.caseID))),
                fact(.relation, Markup(phrases.relation(link.relation))),
                fact(.linkStatus, Markup(phrases.status(link.status))),
                fact(.method, Markup(phrases.reason(link.method))),
                fact(.linkBits, bits(link.bits)),
                fact(.linkMargin, link.margin.map(bits) ?? Markup("–")),
            ]),
            "evidence": .optional(link.reasons.isEmpty ? nil : .markup(table.markup)),
        ]
    }

    /// One of the two sides that were compared, as pages write it.
    private func side(of feature: String, _ text: String) -> Markup {
        switch feature.prefix(while: { $0 != ":" }) {
        case "time": Markup(phrases.period(text))
        case "brand": Markup(frame.name(ofBrand: text))
        // How many cases it could have been.
        case "prior": Markup(Int(text).map { NumberText.count($0) } ?? text)
        default: Markup(text)
        }
    }

    private func voice(_ voice: LiveComment.Voice) -> View {
        let month = phrases.period(voice.month)
        return [
            "facts": .list([
                fact(.voiceMonth, Markup(voice.isCounted ? month : "\(month) (\(phrases(.notCounted)))")),
                fact(.supportStrength, polarity(voice.support), Markup(phrases(voice.supportBasis.word))),
                fact(.brandStrength, polarity(voice.brand), Markup(phrases(voice.brandBasis.word))),
            ]),
            "comments": .list(
                voice.comments.map { ["path": .text(frame.path(to: .comment($0))), "id": .text($0)] }
            ),
        ]
    }

    private func fact(_ word: Word, _ detail: Markup, _ note: Markup? = nil) -> View {
        ["term": .text(phrases(word)), "detail": .markup(detail), "note": .optional(note.map(View.markup))]
    }

    private func paragraph(_ word: Word) -> Markup { .element("p", [], Markup(phrases(word))) }

    private func code(_ text: String) -> Markup {
        text.isEmpty ? .empty : .element("code", [], Markup(text))
    }

    /// Thousandths as the report prints weights: `+0.45`.
    private func weight(_ thousandths: Int) -> Markup {
        Markup(NumberText.signed(Double(thousandths) / 1_000, decimals: 2))
    }

    private func bits(_ value: Double) -> Markup { Markup(NumberText.signed(value, decimals: 2)) }

    private func polarity(_ value: Double?) -> Markup {
        Markup(value.map { NumberText.signed($0, decimals: 2) } ?? phrases(.freshnessUnknown))
    }
}

extension LiveComment.Voice.SupportBasis {
    fileprivate var word: Word {
        switch self {
        case .facets: .basisSupportFacets
        case .handling: .basisSupportClauses
        case .none: .basisSupportUnknown
        }
    }
}

extension LiveComment.Voice.BrandBasis {
    fileprivate var word: Word {
        switch self {
        case .signals: .basisBrandSignals
        case .rating: .basisBrandRatings
        case .valence: .basisBrandValence
        case .none: .basisBrandUnknown
        }
    }
}
