import Feedback
import Flags
import Measures
import Store

/// The voices of one brand, made while its comments stream by.
///
/// Comments come grouped by own case and author, so that only one group is held at a time, and the voices of some groups.
struct BrandVoices {
    /// Voices that have been made, and their comments as they are listed, in no order.
    struct Made {
        var voices: [VoiceRow] = []
        var listed: [ListedComment] = []
    }

    /// Voices that are stored at a time.
    private static let batchSize = 1_024

    let brand: String
    private let zone: Zone
    private var builder = CellBuilder()
    private var days = SupportDays()
    private var tallies = VoiceTallies()
    private var group: [(member: VoiceMember, comment: CountedComment, listed: ListedComment)] = []
    private var groupName: GroupName?
    private var waiting = Made()
    /// Row id of the next voice.
    private var nextID: Int64

    /// `firstID`: row id of the first voice; the others follow it.
    init(brand: String, zone: Zone, firstID: Int64) {
        self.brand = brand
        self.zone = zone
        nextID = firstID
    }

    /// `member`: what the measures see of the comment.
    ///
    /// - Returns: what to store, now and then.
    mutating func add(_ comment: MeasuredComment, _ member: VoiceMember) throws -> Made {
        let ownCase = comment.relation?.joinsCase == true ? comment.caseID : nil
        let name = GroupName(caseID: ownCase, author: ownCase == nil ? comment.person : nil)
        var ready = Made()
        if name != groupName || name.author == nil && name.caseID == nil {
            try closeGroup()
            groupName = name
            if waiting.voices.count >= Self.batchSize { swap(&ready, &waiting) }
        }
        group.append((member, CountedComment(comment), ListedComment(comment)))
        return ready
    }

    /// The voices that are left, and what all voices add up to.
    mutating func finish(_ kinds: CellKinds) throws -> (made: Made, sums: VoiceSums) {
        try closeGroup()
        return (
            waiting,
            VoiceSums(
                days: days.all,
                tallies: tallies.all,
                cells: builder.byPeriod(lengths: kinds.lengths).map { CellGroup($0, kinds) }
            )
        )
    }

    private mutating func closeGroup() throws {
        if group.isEmpty { return }
        let members = Dictionary(
            group.map { ($0.member.commentKey, $0.comment) },
            uniquingKeysWith: { first, _ in first }
        )
        let listed = Dictionary(uniqueKeysWithValues: group.lazy.map { ($0.comment.id, $0.listed) })
        for voice in VoiceBuilder.voices(of: group.map(\.member)) {
            let row = VoiceRow(voice, members: members)
            try tallies.add(row)
            builder.add(voice)
            days.add(voice)
            waiting.voices.append(row)
            waiting.listed += try ListedComment.comments(of: row, id: nextID, among: listed)
            nextID += 1
        }
        group.removeAll(keepingCapacity: true)
    }

    private struct GroupName: Hashable {
        let caseID: String?
        let author: String?
    }
}

/// What the voices of a brand add up to.
struct VoiceSums: Sendable {
    let days: [SupportDayTable.Day]
    let tallies: [VoiceTally]
    let cells: [CellGroup]

    func store(in db: StoreConnection) throws {
        try SupportDayTable.add(days, in: db)
        try VoiceTallyTable.add(tallies, in: db)
        try CellTable.insert(cells, in: db)
    }
}

extension CellGroup {
    fileprivate init(_ group: PeriodCells, _ kinds: CellKinds) {
        self.init(
            brand: group.brand,
            period: group.period,
            channel: group.channel ?? Self.allChannels,
            sums: kinds.kept(group).map { CellSums($0.measure, $0.cell, minimumVoices: kinds.minimumVoices) }
        )
    }
}
