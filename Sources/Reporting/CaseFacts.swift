import Feedback
import Measures
import Store

/// What the timelines of all cases say, by brand.
struct CaseFacts {
    /// Cases whose comments are read at a time.
    private static let batchSize = 4_096

    /// Waits of every case with a known start.
    private(set) var times: [String: [Measures.HandlingTime]] = [:]
    /// Cases with a scored comment on both sides of the answer.
    private(set) var recoveries: [String: [Measures.Recovery]] = [:]

    private var answers: [String: Instant] = [:]

    /// Reads every case once, and the comments of those that were answered side by side.
    init(calendar: BusinessCalendar, of database: KoeDatabase, workers: Int) throws {
        try database.read { try readTimes(calendar: calendar, in: $0) }
        let answers = answers
        let answered = answers.keys.sorted()
        let parts = stride(from: 0, to: answered.count, by: Self.batchSize).map {
            answered[$0..<min($0 + Self.batchSize, answered.count)]
        }
        let found = try sideBySide(parts, workers: workers) { part in
            try database.read { try Self.recoveries(of: part, answers: answers, in: $0) }
        }
        for recovery in found.joined() { recoveries[recovery.brand, default: []].append(recovery) }
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

    /// In the order of the ids.
    private static func recoveries(
        of caseIDs: ArraySlice<String>,
        answers: [String: Instant],
        in db: StoreConnection
    ) throws -> [Measures.Recovery] {
        var members: [VoiceMember] = []
        try ReportCases.forEachComment(ofCases: caseIDs, in: db) { members.append(VoiceMember($0)) }
        return Measures.Recovery.list(of: members, answers: answers)
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
