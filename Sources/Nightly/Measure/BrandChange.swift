import Measures
import Store

/// What the voices of a brand that changed change of its sums: to be reckoned beside other brands, and then stored.
struct BrandChange: Sendable {
    /// The voices of a brand that go, and those that come.
    struct Voices: Sendable {
        let brand: String
        let gone: [(id: Int64, voice: VoiceRow)]
        let come: [VoiceRow]
    }

    private let days: SupportDays
    private let tallies: VoiceTallies
    private let cells: [CellTable.Change]

    /// `db`: with the voices and cells of before.
    init(_ voices: Voices, kinds: CellKinds, in db: StoreConnection) throws {
        var (days, tallies) = (SupportDays(), VoiceTallies())
        for (_, voice) in voices.gone {
            days.remove(try Voice(voice))
            try tallies.remove(voice)
        }
        for voice in voices.come {
            days.add(try Voice(voice))
            try tallies.add(voice)
        }
        (self.days, self.tallies) = (days, tallies)
        cells = try StoredCells(kinds: kinds).sums(Self.changes(voices, kinds, in: db), in: db)
    }

    /// Puts the sums of some brands in the place of those of before.
    static func store(_ changes: [BrandChange], in db: StoreConnection) throws {
        try SupportDayTable.add(changes.flatMap(\.days.all), in: db)
        try VoiceTallyTable.add(changes.flatMap(\.tallies.all), in: db)
        try CellTable.replace(changes.flatMap(\.cells), in: db)
    }

    /// What is added to each cell: a customer counts in it with all voices together.
    private static func changes(
        _ voices: Voices,
        _ kinds: CellKinds,
        in db: StoreConnection
    ) throws -> [PeriodCells] {
        let goneIDs = Set(voices.gone.map(\.id))
        let goneByCustomer = Dictionary(grouping: voices.gone.lazy.map(\.voice), by: \.customerCode)
        let comeByCustomer = Dictionary(grouping: voices.come, by: \.customerCode)
        var changes = CellAccumulator(lengths: kinds.lengths)
        for customer in Set(goneByCustomer.keys).union(comeByCustomer.keys).sorted() {
            let stored = try VoiceTable.voices(ofCustomer: customer, brand: voices.brand, in: db)
            changes.change(
                kept: try stored.filter { !goneIDs.contains($0.id) }.map { try Voice($0.voice) },
                gone: try (goneByCustomer[customer] ?? []).map { try Voice($0) },
                come: try (comeByCustomer[customer] ?? []).map { try Voice($0) }
            )
        }
        return changes.byPeriod()
    }
}
