package import Feedback
package import Reports
package import Store
import Synchronization
package import Workspace

/// Tells a case in a report: its steps, what was said of it, and other customers' cases that resemble it.
package struct CaseTimelineBuilder {
    package let zone: Zone
    private let names: VoiceNames
    private let holders: IncidentHolders
    private let kept: KeptSimilarCases?
    /// Takes down what stands beside each case that is told; `nil` where nobody asks.
    var told: ToldCases?

    /// - Parameters:
    ///   - zone: of the times.
    ///   - names: how ids are shown.
    ///   - holders: of a report, which tells many cases.
    ///   - kept: what the report before found of cases that are alike.
    package init(
        zone: Zone,
        names: VoiceNames,
        holders: IncidentHolders = IncidentHolders(),
        kept: KeptSimilarCases? = nil
    ) {
        self.zone = zone
        self.names = names
        self.holders = holders
        self.kept = kept
    }

    /// What is told of a case; `nil` when there is none.
    ///
    /// `listsSimilar`: whether cases that resemble it are looked for, which takes longer than all else.
    package func timeline(
        of caseID: String,
        listsSimilar: Bool = true,
        in db: StoreConnection
    ) throws -> CaseTimeline? {
        guard let supportCase = try CaseTable.supportCase(caseID, in: db).map({ try CaseAliasTable.whole($0, in: db) })
        else { return nil }
        var facets: [CaseFacet] = []
        var signals: [String] = []
        for id in try ReportQueries.commentIDs(ofCase: caseID, in: db) {
            guard let link = try LinkTable.link(of: id, in: db), link.relation.joinsCase, link.status.counts,
                let score = try ScoreTable.score(of: id, in: db)?.score
            else { continue }
            for mention in score.facets where mention.polarity != .bare {
                let facet = CaseFacet(facet: mention.facet, polarity: mention.polarity.rawValue)
                if !facets.contains(facet) { facets.append(facet) }
            }
            for mention in score.signals where !signals.contains(mention.signal.rawValue) {
                signals.append(mention.signal.rawValue)
            }
        }
        return CaseTimeline(
            caseID: names.shown(caseID: caseID),
            isFromStory: supportCase.origin == .story,
            subject: supportCase.subject,
            customer: supportCase.customer,
            steps: supportCase.events.map(step),
            facets: facets,
            signals: signals,
            similarCaseIDs: listsSimilar ? try similarCases(to: supportCase, in: db).map(names.shown(caseID:)) : []
        )
    }

    /// Ids of the cases that stand beside a case; `nil` where there is no such case.
    func similarCases(to caseID: String, in db: StoreConnection) throws -> [String]? {
        try CaseTable.supportCase(caseID, in: db).map { told in
            try similarCases(to: CaseAliasTable.whole(told, in: db), in: db)
        }
    }

    private func similarCases(to supportCase: SupportCase, in db: StoreConnection) throws -> [String] {
        let ids = try SimilarCases.ids(to: supportCase, holders: holders, kept: kept, in: db)
        told?.note(ids, beside: supportCase.caseID)
        return ids
    }

    private func step(_ event: CaseEvent) -> CaseStep {
        CaseStep(
            at: event.at.map { zone.local($0.instant).day.description },
            kind: event.kind,
            actor: event.actor,
            channel: event.channel.map { names.shown($0) },
            note: event.note,
            amount: event.amount.map(Self.text)
        )
    }

    private static func text(_ amount: Money) -> String {
        let hundredths = amount.thousandths.roundedRatio(times: 1, over: 10)
        let cents = abs(hundredths) % 100
        let whole = (hundredths < 0 ? "-" : "") + String(abs(hundredths) / 100)
        let value = cents == 0 ? whole : "\(whole).\(cents.padded(to: 2))"
        return amount.currency.map { "\($0) \(value)" } ?? value
    }
}

/// The cases that a brand's report tells, with those that stand beside each.
final class ToldCases: Sendable {
    private let similar = Mutex<[String: [String]]>([:])

    /// Ids by id.
    var all: [String: [String]] { similar.withLock(\.self) }

    func note(_ ids: [String], beside caseID: String) { similar.withLock { $0[caseID] = ids } }
}
