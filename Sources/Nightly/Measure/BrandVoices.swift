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
    private var group: [(member: VoiceMember, id: Int64)] = []
    private var groupName: GroupName?
    /// Counted, dated voices, for early signs.
    private var voices: [Voice] = []
    private var memberIDs: [String: Int64] = [:]
    private(set) var count = 0

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
        group.append((member, comment.id))
    }

    /// Writes the voices of the group at hand.
    mutating func flush(in db: StoreConnection) throws {
        if group.isEmpty { return }
        let ids = Dictionary(group.map { ($0.member.commentKey, $0.id) }, uniquingKeysWith: { first, _ in first })
        let made = VoiceBuilder.voices(of: group.map(\.member))
        try VoiceTable.insert(made.map { VoiceRow($0, ids: ids) }, in: db)
        for voice in made {
            builder.add(voice)
            count += 1
            guard voice.isCounted, voice.day != nil, voice.supportPolarity != nil else { continue }
            voices.append(voice)
            if let first = voice.members.first { memberIDs[voice.id] = ids[first] }
        }
        group.removeAll(keepingCapacity: true)
    }

    /// `others`: lengths of period beside those that are stored.
    func cells(and others: [PeriodLength] = []) -> [KeyedCell] {
        builder.cells(lengths: CellAccumulator.defaultLengths + others)
    }

    func earlySigns() -> [EarlySignRow] {
        EarlySign.signs(among: voices).map { sign in
            EarlySignRow(
                brand: brand,
                voiceID: sign.voiceID,
                commentID: memberIDs[sign.voiceID],
                postedAt: sign.day.map { zone.instant(day: $0, secondOfDay: 0) },
                reason: sign.reason.rawValue
            )
        }
    }

    private struct GroupName: Hashable {
        let caseID: String?
        let author: String?
    }
}

extension VoiceMember {
    init(_ comment: MeasuredComment, zone: Zone) {
        self.init(
            commentKey: "\(comment.source):\(comment.externalID)",
            brand: comment.brand,
            author: comment.person,
            caseID: comment.caseID,
            relation: comment.relation,
            role: comment.authorRole,
            postedAt: comment.postedAt,
            day: comment.postedAt.map { zone.local($0).day },
            channel: comment.channel,
            rating: comment.rating,
            answers: comment.answers,
            valence: comment.score?.valence,
            handlingValence: comment.score?.handlingValence,
            facets: comment.score?.facets ?? [],
            signals: comment.score?.signals ?? []
        )
    }
}

extension VoiceRow {
    /// `ids`: row ids of the members by their keys.
    init(_ voice: Voice, ids: [String: Int64]) {
        self.init(
            voiceID: voice.id,
            brand: voice.brand,
            month: voice.month.description,
            supportBasis: voice.supportBasis.rawValue,
            brandBasis: voice.brandBasis.rawValue
        )
        caseID = voice.caseID
        author = voice.author
        channel = voice.channel
        relation = voice.relation
        isCounted = voice.isCounted
        supportPolarity = voice.supportPolarity
        brandPolarity = voice.brandPolarity
        facets = Self.object(voice.facetPolarity.map { ($0.facet.rawValue, $0.basisPoints) })
        signals = Self.array(voice.signals.map(\.rawValue))
        memberIDs = voice.members.compactMap { ids[$0] }
    }

    /// Names of facets and signals need no escaping.
    private static func object(_ members: [(String, Int)]) -> String {
        "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func array(_ names: [String]) -> String {
        "[" + names.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
}
