import Feedback

/// A case with its timeline.
struct CaseView {
    let phrases: any Phrases
    let casePaths: [String: String]

    init(context: PageContext, casePaths: [String: String]) {
        self.init(phrases: context.phrases, casePaths: casePaths)
    }

    init(phrases: any Phrases, casePaths: [String: String]) {
        self.phrases = phrases
        self.casePaths = casePaths
    }

    func view(_ timeline: CaseTimeline) -> View {
        [
            "caseAnchor": .text(PageAnchor.timeline(timeline.caseID)),
            "caseID": .text(timeline.caseID),
            "subject": .text(timeline.subject),
            "customer": .text(timeline.customer),
            "customerLabel": .text(phrases.actor(.customer) + phrases.colon),
            "isFromStory": .flag(timeline.isFromStory),
            "steps": .list(timeline.steps.map(step)),
            "tags": .list(tags(timeline)),
            "similar": .markup(similar(timeline)),
            "similarLabel": .text(phrases(.similarCases) + phrases.colon),
            "hasSimilar": .flag(!timeline.similarCaseIDs.isEmpty),
        ]
    }

    private func similar(_ timeline: CaseTimeline) -> Markup {
        timeline.similarCaseIDs.map { Markup.element("span", [("class", "similar")], link(to: $0)) }
            .joined(separator: phrases.listSeparator)
    }

    private func link(to id: String) -> Markup {
        casePaths[id].map { .element("a", [("href", $0)], Markup(id)) } ?? Markup(id)
    }

    private func step(_ step: CaseStep) -> View {
        [
            "when": .text(step.at.map(phrases.period) ?? phrases(.undated)),
            "isDated": .flag(step.at != nil),
            "stepKind": .text(phrases.stepKind(step.kind)),
            "actorKind": .text(step.actor?.rawValue ?? "unknown"),
            "actor": .text(step.actor.map(phrases.actor)),
            "channel": .text(step.channel.map(phrases.channel)),
            "note": .text(step.note),
            "amount": .text(step.amount),
        ]
    }

    private func tags(_ timeline: CaseTimeline) -> [View] {
        let facets = timeline.facets.map { facet in
            let tone = Tone(polarity: facet.polarity)
            return (text: "\(phrases.facet(named: facet.facet)) \(tone.sign)", tone: tone)
        }
        let signals = timeline.signals.map { (text: phrases.signal(named: $0), tone: Tone(signal: $0)) }
        return (facets + signals).map { ["tag": .text($0.text), "tone": .text($0.tone.rawValue)] }
    }
}
