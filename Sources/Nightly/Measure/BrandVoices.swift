import Feedback
import Measures
import Store

/// The voices of one brand, made while its comments stream by.
///
/// Comments come grouped by own case and author, so that only one group is held at a time.
struct BrandVoices {
    let brand: String
    private let zone: Zone
    private var builder = CellBuilder()
    private var days = SupportDays()
    private var tallies = VoiceTallies()
    private var group: [(member: VoiceMember, comment: CountedComment)] = []
    private var groupName: GroupName?

    init(brand: String, zone: Zone) {
        self.brand = brand
        self.zone = zone
    }

    mutating func add(_ comment: MeasuredComment, in db: StoreConnection) throws {
        let member = VoiceMember(comment, zone: zone)
        let ownCase = comment.relation?.joinsCase == true ? comment.caseID : nil
        let name = GroupName(caseID: ownCase, author: ownCase == nil ? comment.person : nil)
        if name != groupName || name.author == nil && name.caseID == nil {
            try flush(in: db)
            groupName = name
        }
        group.append((member, CountedComment(comment)))
    }

    /// Writes the voices of the group at hand.
    mutating func flush(in db: StoreConnection) throws {
        if group.isEmpty { return }
        let members = Dictionary(
            group.map { ($0.member.commentKey, $0.comment) },
            uniquingKeysWith: { first, _ in first }
        )
        let made = VoiceBuilder.voices(of: group.map(\.member))
        let rows = made.map { VoiceRow($0, members: members) }
        try VoiceTable.insert(rows, in: db)
        for row in rows { try tallies.add(row) }
        for voice in made {
            builder.add(voice)
            days.add(voice)
        }
        group.removeAll(keepingCapacity: true)
    }

    /// Writes what the voices add up to.
    func writeSums(_ kinds: CellKinds, in db: StoreConnection) throws {
        try SupportDayTable.add(days.all, in: db)
        try VoiceTallyTable.add(tallies.all, in: db)
        let cells = builder.cells(lengths: kinds.lengths).filter { kinds.contains($0.key) }
        try CellTable.insert(cells.map { CellRow($0, minimumVoices: kinds.minimumVoices) }, in: db)
    }

    private struct GroupName: Hashable {
        let caseID: String?
        let author: String?
    }
}
