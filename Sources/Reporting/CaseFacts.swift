import Feedback
import Measures
import Store

/// What the timelines of the cases of a brand say.
struct CaseFacts {
    /// Cases whose comments are read at a time.
    private static let batchSize = 4_096

    /// Waits of every case with a known start, in no order that is told.
    private(set) var times: [Measures.HandlingTime] = []
    /// Cases with a scored comment on both sides of the answer, in the order of their ids.
    private(set) var recoveries: [Measures.Recovery] = []

    /// Reads every case of the brand once, and the comments of those that were answered.
    ///
    /// - Parameters:
    ///   - brand: whose cases are read.
    ///   - office: when it is open.
    ///   - merged: the cases that people have put together.
    ///   - db: read by brand and by case.
    /// - Throws: an error of the database.
    init(of brand: String, office: OfficeCalendar, merged: MergedCases, in db: StoreConnection) throws {
        var answers: [String: Instant] = [:]
        try ReportCases.forEachTimed(of: brand, in: db) { told in
            guard let supportCase = try merged.whole(told, in: db) else { return }
            if let time = office.handlingTime(of: supportCase) { times.append(time) }
            if let answer = Measures.HandlingTime.firstResponse(in: supportCase) {
                answers[supportCase.caseID] = answer
            }
        }
        let answered = answers.keys.sorted()
        for start in stride(from: 0, to: answered.count, by: Self.batchSize) {
            let part = answered[start..<min(start + Self.batchSize, answered.count)]
            recoveries += try Self.recoveries(of: part, answers: answers, in: db)
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

/// The cases that people have put together.
struct MergedCases {
    private let roots: [String: String]
    private let homes: Set<String>

    init(in db: StoreConnection) throws {
        roots = try CaseAliasTable.roots(in: db)
        homes = Set(roots.values)
    }

    /// A case with what the cases tell that go under its name; `nil` for one that goes under the name of another.
    func whole(_ told: SupportCase, in db: StoreConnection) throws -> SupportCase? {
        guard roots[told.caseID] == nil else { return nil }
        return homes.contains(told.caseID) ? try CaseAliasTable.whole(told, in: db) : told
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
