import Feedback
import Flags
import Measures
import Nightly
import Store

/// By how many points reported numbers would move if proposed links were confirmed, one at a time.
///
/// Σ over the brands it touches of |ΔS| + |ΔB|, where S and B are the support and brand strength over all time and Δ is
/// the value with the comment in its case less the present one; a strength that is unknown on either side adds nothing.
/// The voices of the comment and of the case are made anew, as a measuring would make them.
struct DecisionMove {
    /// Row ids of the comments that each link touches: its own, those of its voice, and those of the case.
    private var touched: [Int64: [Int64]] = [:]
    private var members: [Int64: VoiceMember] = [:]

    /// Reads what the links touch, in one pass however many they are.
    init(
        of links: [(commentID: Int64, link: CaseLink)],
        zone: Zone,
        person: @escaping @Sendable (String?) -> String?,
        in db: StoreConnection
    ) throws {
        for (id, link) in links {
            var ids = try Set(ReportQueries.memberIDs(ofCase: link.caseID, in: db))
            ids.formUnion(try VoiceTable.memberIDs(besideComment: id, in: db))
            ids.insert(id)
            touched[id] = ids.sorted()
        }
        let all = Set(touched.values.joined()).sorted()
        try MeasuredComments.forEach(ids: all, in: db, person: person) { comment in
            members[comment.id] = VoiceMember(comment, zone: zone)
        }
    }

    /// In thousandths of a point; the link is one of those that were read.
    func thousandths(of commentID: Int64, _ link: CaseLink, in db: StoreConnection) throws -> Int {
        // Comments that name no brand belong to no voice.
        let ids = touched[commentID, default: []].filter { members[$0] != nil }
        guard let place = ids.firstIndex(of: commentID) else { return 0 }
        let before = ids.compactMap { members[$0] }
        let after = try confirmed(before, at: place, link, in: db)
        return try move(from: before, to: after, in: db)
    }

    /// The comments with one of them in its case; a case without a brand of its own has the first that is told.
    private func confirmed(
        _ members: [VoiceMember],
        at place: Int,
        _ link: CaseLink,
        in db: StoreConnection
    ) throws -> [VoiceMember] {
        var after = members
        after[place].caseID = link.caseID
        after[place].relation = link.relation
        guard link.relation.joinsCase else { return after }
        let own = after.indices.filter { after[$0].caseID == link.caseID && after[$0].relation?.joinsCase == true }
        let told = own.map { after[$0].brand }.min()
        guard let brand = try CaseTable.keyed(link.caseID, in: db)?.supportCase.brand ?? told else { return after }
        for index in own { after[index].brand = brand }
        return after
    }

    private func move(from before: [VoiceMember], to after: [VoiceMember], in db: StoreConnection) throws -> Int {
        var change: [CellKey: Cell] = [:]
        for keyed in cells(of: after) { change[keyed.key, default: Cell()].merge(keyed.cell) }
        for keyed in cells(of: before) { change[keyed.key, default: Cell()].remove(keyed.cell) }
        var sum = 0.0
        for key in change.keys.sorted() {
            guard let change = change[key], let old = try CellTable.cell(at: key, in: db)
            else { continue }
            var new = old
            new.merge(change)
            guard let (left, right) = old.mean.flatMap({ left in new.mean.map { (left, $0) } }) else { continue }
            // Strength is 50 + mean / 200.
            sum += abs(right - left) / 200
        }
        return Int((sum * 1_000).rounded())
    }

    private func cells(of members: [VoiceMember]) -> [KeyedCell] {
        var builder = CellBuilder()
        for voice in VoiceBuilder.voices(of: members) { builder.add(voice) }
        return builder.cells(lengths: [.all]).filter {
            $0.key.channel == nil && ($0.key.measure == .support || $0.key.measure == .brand)
        }
    }
}
