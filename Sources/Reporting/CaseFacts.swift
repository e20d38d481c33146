import Feedback
import Measures
import Store

/// What the timelines of all cases say, by brand.
struct CaseFacts {
    /// Waits of every case with a known start.
    private(set) var times: [String: [Measures.HandlingTime]] = [:]
    /// Cases with a scored comment on both sides of the answer.
    private(set) var recoveries: [String: [Measures.Recovery]] = [:]

    private var answers: [String: Instant] = [:]

    /// Reads every case once, and the comments of several cases side by side.
    init(calendar: BusinessCalendar, of database: KoeDatabase, workers: Int) throws {
        try database.read { try readTimes(calendar: calendar, in: $0) }
        let answers = answers
        let cuts = try database.read { try ReportCases.cuts(into: workers, in: $0) }
        let bounds: [String?] = [nil] + cuts.map(Optional.some) + [nil]
        let parts = try sideBySide(Array(bounds.indices.dropLast()), workers: workers) { place in
            try database.read {
                try Self.recoveries(from: bounds[place], to: bounds[place + 1], answers: answers, in: $0)
            }
        }
        for recovery in parts.joined() { recoveries[recovery.brand, default: []].append(recovery) }
    }

    private mutating func readTimes(calendar: BusinessCalendar, in db: StoreConnection) throws {
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
    }

    /// Of the cases from one id to before another, in the order of the ids.
    private static func recoveries(
        from first: String?,
        to end: String?,
        answers: [String: Instant],
        in db: StoreConnection
    ) throws -> [Measures.Recovery] {
        var (found, group): ([Measures.Recovery], [VoiceMember]) = ([], [])
        func flush() {
            found += Measures.Recovery.list(of: group, answers: answers)
            group.removeAll(keepingCapacity: true)
        }
        try ReportCases.forEachComment(from: first, to: end, in: db) { comment in
            if group.last?.caseID != comment.caseID { flush() }
            group.append(VoiceMember(comment))
        }
        flush()
        return found
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
