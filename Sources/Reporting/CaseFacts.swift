import Feedback
import Measures
import Store

/// What the timelines of all cases say, by brand.
struct CaseFacts {
    /// Waits of every case with a known start.
    private(set) var times: [String: [Measures.HandlingTime]] = [:]
    /// Cases with a scored comment on both sides of the answer.
    private(set) var recoveries: [String: [Measures.Recovery]] = [:]

    /// Reads every case once.
    init(calendar: BusinessCalendar, in db: StoreConnection) throws {
        var answers: [String: Instant] = [:]
        let roots = try CaseAliasTable.roots(in: db)
        let homes = Set(roots.values)
        try CaseTable.forEach(withEvents: true, in: db) { told in
            guard roots[told.caseID] == nil else { return }
            let supportCase = homes.contains(told.caseID) ? try CaseAliasTable.whole(told, in: db) : told
            guard let brand = supportCase.brand else { return }
            if let time = Measures.HandlingTime(of: supportCase, calendar: calendar) {
                times[brand, default: []].append(time)
            }
            if let answer = Measures.HandlingTime.firstResponse(in: supportCase) {
                answers[supportCase.caseID] = answer
            }
        }
        var group: [VoiceMember] = []
        func flush() {
            for recovery in Measures.Recovery.list(of: group, answers: answers) {
                recoveries[recovery.brand, default: []].append(recovery)
            }
            group.removeAll(keepingCapacity: true)
        }
        try ReportCases.forEachComment(in: db) { comment in
            if group.last?.caseID != comment.caseID { flush() }
            group.append(VoiceMember(comment))
        }
        flush()
    }
}

extension VoiceMember {
    /// As much of a comment as recovery asks for.
    init(_ comment: ReportCases.CaseComment) {
        let nowhere = ByteRange(start: 0, length: 0)
        self.init(
            commentKey: "\(comment.source):\(comment.externalID)",
            brand: comment.brand,
            caseID: comment.caseID,
            relation: comment.relation,
            role: comment.authorRole,
            postedAt: comment.postedAt,
            valence: comment.valence,
            signals: comment.saysRecovered ? [SignalMention(signal: .recovered, range: nowhere, entry: "")] : []
        )
    }
}
