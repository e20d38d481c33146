package import Feedback

/// The links that wait for a person, and what people decided lately.
package struct LiveQueue: Sendable {
    /// A link that is proposed.
    package struct Link: Sendable {
        /// `source:id`.
        package var comment: String
        /// As it is shown.
        package var caseID: String
        package var relation: LinkRelation?
        package var bits: Double
        /// Points by which reported strengths would move.
        package var move: Double
        package var brand: String?
        /// Masked already, as the subject.
        package var author: String?
        package var date: String?
        package var excerpt: String
        package var subject: String?

        package init(comment: String, caseID: String, bits: Double, move: Double, excerpt: String) {
            self.comment = comment
            self.caseID = caseID
            self.bits = bits
            self.move = move
            self.excerpt = excerpt
        }
    }

    /// What somebody decided.
    package struct Decision: Sendable {
        package var id: String
        package var kind: String
        package var subject: String
        package var by: String
        package var at: String
        package var state: String

        package init(id: String, kind: String, subject: String, by: String, at: String, state: String) {
            self.id = id
            self.kind = kind
            self.subject = subject
            self.by = by
            self.at = at
            self.state = state
        }
    }

    package var links: [Link]
    /// Links that wait, those not shown among them.
    package var waiting: Int
    /// Links that are decided, and wait for the next run.
    package var decided: Int
    /// Newest first.
    package var decisions: [Decision]

    package init(links: [Link], waiting: Int, decided: Int, decisions: [Decision]) {
        self.links = links
        self.waiting = waiting
        self.decided = decided
        self.decisions = decisions
    }

    func body(in frame: LiveFrame) -> LiveBody {
        let phrases = frame.phrases
        let list = links.map { item($0, in: frame) }.joined(separator: "\n")
        return LiveBody(
            heading: phrases(.queueHeading),
            facts: [
                (phrases(.queueWaiting), Markup(NumberText.count(waiting))),
                (phrases(.queueDecided), Markup(NumberText.count(decided))),
            ],
            sections: [
                .init(
                    heading: phrases(.queueLinks),
                    content: links.isEmpty
                        ? .element("p", [], Markup(phrases(.queueEmpty)))
                        : .element("ol", [("class", "hits")], list)
                ),
                .init(heading: phrases(.queueDecisions), content: decisionList(in: frame)),
            ]
        )
    }

    private func item(_ link: Link, in frame: LiveFrame) -> Markup {
        let (tables, phrases) = (LiveTables(frame: frame), frame.phrases)
        let meta = [
            link.date.map { phrases.period(String($0.prefix(10))) }, link.author, link.brand.map(frame.name(ofBrand:)),
            link.relation.map(phrases.relation), "\(phrases(.linkBits)) \(NumberText.signed(link.bits, decimals: 2))",
            "\(phrases(.queueMove)) \(NumberText.fixed(link.move, decimals: 3))",
        ]
        let items = [tables.link(link.comment, to: .comment(link.comment))] + meta.compactMap { $0 }.map { Markup($0) }
        let text = Markup.element("p", [("dir", "auto")], Markup(link.excerpt))
        let other = "\(phrases(.caseWord)) \(link.caseID)" + (link.subject.map { "\(phrases.colon)\($0)" } ?? "")
        return .element(
            "li",
            [],
            text + .element("p", [("class", "quiet")], Markup(other))
                + .element("ul", [("class", "meta")], items.map { Markup.element("li", [], $0) }.joined())
                + form("confirm", .queueConfirm, ("comment", link.comment), about: link.comment, in: frame)
                + form("reject", .queueReject, ("comment", link.comment), about: link.comment, in: frame)
        )
    }

    private func decisionList(in frame: LiveFrame) -> Markup {
        let phrases = frame.phrases
        if decisions.isEmpty { return .element("p", [], Markup(phrases(.queueNoDecisions))) }
        return decisions.map { decision in
            let words = [
                phrases.decision(decision.kind), decision.subject, decision.by, phrases.instant(decision.at),
                phrases.decisionState(decision.state),
            ]
            let undo =
                decision.state == "undone" || decision.kind == "undo"
                ? Markup.empty : form("undo", .queueUndo, ("decision", decision.id), about: decision.subject, in: frame)
            return .element("li", [], Markup(words.joined(separator: " · ")) + undo)
        }
        .joined(separator: "\n").inElement("ul")
    }

    private func form(
        _ action: String,
        _ button: Word,
        _ field: (name: String, value: String),
        about subject: String,
        in frame: LiveFrame
    ) -> Markup {
        LiveForm(
            path: "/review-work",
            fields: [.hidden(name: "do", value: action), .hidden(name: field.name, value: field.value)],
            button: frame.phrases(button),
            subject: subject,
            isLight: action != "confirm"
        ).markup(id: action, in: frame)
    }
}

extension Markup {
    fileprivate func inElement(_ name: String) -> Markup { .element(name, [], self) }
}
