import Feedback
import Flags
import Measures
import Reporting
import Reports
package import Store
package import Workspace

/// The flags of a workspace with where each stands, those included that are no change any more.
package struct FlagList: Encodable, Sendable {
    package struct Item: Encodable, Sendable {
        /// Stays the same for life.
        package fileprivate(set) var id: String
        /// `new`, `ongoing`, `recovered`, `acknowledged`, `superseded` or `withdrawn`.
        package let state: String
        /// What became of a flag that the last measuring did not find; `nil` for others.
        package let became: String?
        package let brand: String
        /// `support`, or a facet's measure such as `facet.speed`.
        package let measure: String
        /// `nil` for all channels together.
        package fileprivate(set) var channel: String?
        /// `nil` for all products together.
        package fileprivate(set) var product: String?
        /// `step`, `decline` or `dip`.
        package let kind: String
        /// `fall` or `rise`.
        package let direction: String
        /// The first bad month, with the ends of its interval.
        package let since: String
        package let sinceLow: String
        package let sinceHigh: String
        /// Points; freed from mix and season.
        package let difference: Double
        /// The level on both sides with its voices and months; `nil` for a flag that the last measuring did not find.
        package let before: FlagDetail.Level?
        package let after: FlagDetail.Level?
        /// Points: the level after less the level before.
        package let rawDifference: Double?
        package let firstReported: String
        package let acknowledged: String?
        package fileprivate(set) var note: String?
        /// Who looks after it; `nil` when nobody was named.
        package let assignee: String?
    }

    /// A brand whose latest months lean to one side: a hint between reports, never a flag.
    package struct Watch: Encodable, Sendable {
        package let brand: String
        /// The latest month.
        package let month: String
        /// `fall` or `rise`.
        package let direction: String
        /// Standard deviations by which the weighted latest months lie off.
        package let z: Double
    }

    /// What to list; everything where nothing is said.
    package struct Choice: Sendable {
        package var brand: String?
        package var states: Set<String> = []
        /// First month, such as `2014-03`.
        package var since: String?
        /// Whether personal data is hidden in notes, channels and products.
        package var isMasked = true

        package init() {}
    }

    /// All names a state can have.
    package static let states = Flag.State.allCases.map(\.rawValue) + [DepartedFlag.withdrawn]

    /// Flags that are in the report by brand and month, then all others that were ever told, latest first.
    package let flags: [Item]
    /// By brand; empty where only some states or months are asked for.
    package let watches: [Watch]

    package init(_ choice: Choice = Choice(), in context: WorkspaceContext) throws {
        let names = try context.voiceNames()
        let (items, notes) = try context.database.read { db in
            let ledger = try StoredFlags.load(in: db)
            let items =
                choice.isMasked
                ? try Self.masked(of: ledger, names, beside: context.settings.masking, in: db)
                : try Self.items(of: ledger, in: db)
            return (items, try TrendNotes.load(in: db))
        }
        let isWhole = choice.states.isEmpty && choice.since == nil
        watches = (isWhole ? notes.watches : []).filter { choice.brand == nil || $0.brand == choice.brand }.map {
            Watch(brand: $0.brand, month: $0.month, direction: $0.direction < 0 ? "fall" : "rise", z: $0.z)
        }
        flags = items.filter { item in
            (choice.brand == nil || item.brand == choice.brand)
                && (choice.states.isEmpty || choice.states.contains(item.state))
                && choice.since.map { item.since >= $0 } ?? true
        }
    }

    /// Everything that the ledger has told, in the order of ``items(of:named:in:)``, with personal data hidden.
    static func masked(
        of ledger: StoredFlags,
        _ names: VoiceNames,
        beside base: Masking,
        in db: StoreConnection
    ) throws -> [Item] {
        let items = try items(of: ledger, named: names, in: db)
        let masking = try KnownNames.masking(of: [], notes: items.compactMap(\.note), beside: base, in: db)
        return items.map { item in
            var item = item
            item.id = names.shown(flag: item.id)
            item.channel = item.channel.map { names.shown($0) }
            item.product = item.product.map { names.shown($0) }
            item.note = item.note.map(masking.maskedNote)
            return item
        }
    }

    /// Everything that the ledger has told.
    ///
    /// `names`: how other flags are shown that an item speaks of; `nil` as they are stored.
    static func items(of ledger: StoredFlags, named names: VoiceNames? = nil, in db: StoreConnection) throws -> [Item] {
        let run = Int(try RunTable.latest(in: db) ?? 0)
        let details = ledger.details(of: try FindingTable.flags(in: db))
        let departed = ledger.departed(shown: details, explained: try SearchNoteTables.explained(in: db))
        return details.compactMap { detail in
            detail.entry.map { Item($0, detail: detail, state: $0.state(latestRun: run).rawValue, became: nil) }
        } + departed.map { Item($0.record, detail: nil, state: $0.state, became: $0.words(names)) }
    }
}

extension FlagList.Item {
    /// `detail`: what the last measuring said; `nil` for a flag it did not find.
    init(_ entry: FlagRecord, detail: FlagDetail?, state: String, became: String?) {
        id = entry.id
        self.state = state
        self.became = became
        brand = entry.brand
        measure = entry.measure
        channel = detail?.channel
        product = detail?.product
        kind = detail?.kind ?? FlagDetail.kind(entry.kind)
        direction = entry.direction < 0 ? "fall" : "rise"
        since = detail?.firstPeriod ?? entry.name(of: entry.month)
        sinceLow = detail?.firstPeriodLow ?? entry.name(of: entry.low)
        sinceHigh = detail?.firstPeriodHigh ?? entry.name(of: entry.high)
        difference = FlagDetail.onTheScale(
            detail?.difference ?? entry.difference / FlagDetail.basisPointsPerPoint
        )
        before = detail?.before
        after = detail?.after
        rawDifference = detail?.rawDifference
        firstReported = entry.firstReportedAt
        acknowledged = entry.acknowledgedAt
        note = entry.note
        assignee = entry.assignee
    }
}
