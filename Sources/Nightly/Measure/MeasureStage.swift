import Feedback
import Flags
import Linkage
import Measures
import Store
package import Workspace

/// Makes voices of comments and cells of voices, and looks for changes and early signs.
///
/// What changed since the last measuring is made anew, or everything where most of it changed or what decides all
/// voices did; both end with the same voices and cells. All in one transaction, so that a killed run leaves the former
/// measures whole; the first time there are none, and the search has a transaction of its own, since reading becomes slow
/// while all that was measured waits in the log.
package struct MeasureStage: Sendable {
    package struct Outcome: Encodable, Sendable {
        package var voices = 0
        package var cells = 0
        package var earlySigns = 0
        package var flags = 0
        /// Nothing had changed since the last measuring.
        package var wasCurrent = false
    }

    private typealias Inputs = (voices: StageInput, search: StageInput)

    /// Names whose persons are remembered: most people write more than once.
    private static let rememberedNames = 65_536
    /// Share of the comments that changed from which on making everything anew is faster.
    private static let mostChanged = 0.2

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    package func run(progress: ProgressListener) throws -> Outcome {
        let (database, inputs) = (context.database, try inputs())
        if try isCurrent() { return try database.read { try outcome(in: $0, wasCurrent: true) } }
        let isFirst = try !database.read(inputs.search.isRemembered)
        if isFirst { try database.write { try makeAll(inputs, beside: database, in: $0, progress: progress) } }
        return try database.write {
            try update(in: $0, beside: database, hasNewCells: isFirst, progress: progress)
        }
    }

    /// Makes all voices and cells anew, and nothing of what is found in them.
    private func makeAll(
        _ inputs: Inputs,
        beside database: KoeDatabase?,
        in db: StoreConnection,
        progress: ProgressListener
    ) throws {
        let measuring = WholeMeasuring(
            zone: context.settings.zone,
            kinds: CellKinds(context.settings),
            person: try person(),
            workers: context.workers
        )
        let all = try ContentSums.count(of: "comment", in: db)
        try measuring.run(comments: all, beside: database, in: db, progress: progress)
        try TouchedTables.clear(in: db)
        try inputs.voices.remember(in: db)
    }

    /// Brings everything up to date within a transaction.
    ///
    /// `beside`: the database, where it holds what the transaction does and can be read while voices are written.
    /// `hasNewCells`: whether all were made with these settings just now.
    /// `seal`: called when voices and cells are made anew, and before changes are looked for in them.
    func update(
        in db: StoreConnection,
        beside database: KoeDatabase? = nil,
        hasNewCells: Bool = false,
        progress: ProgressListener,
        seal: () throws -> Void = {}
    ) throws -> Outcome {
        let inputs = try inputs()
        let changes = try TouchedTables.count(in: db)
        let all = try ContentSums.count(of: "comment", in: db)
        var changed: [String]?
        if try inputs.voices.isUnchanged(in: db), Double(changes) <= Self.mostChanged * Double(all) {
            let brands = try changeVoices(inputs, beside: database, hasNewCells: hasNewCells, in: db)
            changed = try inputs.search.isRemembered(in: db) ? brands : nil
        } else {
            try makeAll(inputs, beside: database, in: db, progress: progress)
        }
        try seal()
        try search(changed ?? VoiceTable.brands(in: db), inputs.search, in: db)
        progress(ProgressReport(stage: "measure", done: all, total: all, unit: "comments"))
        return try finish(inputs, in: db)
    }

    /// - Returns: the brands one of whose voices changed, sorted.
    private func changeVoices(
        _ inputs: Inputs,
        beside database: KoeDatabase?,
        hasNewCells: Bool,
        in db: StoreConnection
    ) throws -> [String] {
        let kinds = CellKinds(context.settings)
        let isSearchedAlike = try hasNewCells || inputs.search.isUnchanged(in: db)
        if !isSearchedAlike { try CellTable.setSufficiency(minimumVoices: kinds.minimumVoices, in: db) }
        let update = ChangedVoices(
            zone: context.settings.zone,
            kinds: kinds,
            person: try person(),
            // Otherwise the cells are no longer as readers see them.
            database: isSearchedAlike ? database : nil,
            workers: context.workers
        )
        return try update.update(in: db)
    }

    /// Who a name stands for.
    private func person() throws -> @Sendable (String?) -> String? {
        let people = try PersonNames(lexicons: context.resources.lexicons)
        let known = Remembered(limit: Self.rememberedNames) { people.person($0) }
        return { $0.flatMap(known.value) }
    }

    /// Looks for early signs and changes once all voices and cells have been made anew.
    func finishWhole(in db: StoreConnection) throws -> Outcome {
        let inputs = try inputs()
        try search(VoiceTable.brands(in: db), inputs.search, in: db)
        return try finish(inputs, in: db)
    }

    private func finish(_ inputs: Inputs, in db: StoreConnection) throws -> Outcome {
        try TouchedTables.clear(in: db)
        try inputs.voices.remember(in: db)
        try inputs.search.remember(in: db)
        return try outcome(in: db, wasCurrent: false)
    }

    /// Whether nothing has changed since the last measuring.
    package func isCurrent() throws -> Bool {
        let inputs = try inputs()
        return try context.database.read { db in
            try inputs.voices.isUnchanged(in: db) && inputs.search.isUnchanged(in: db)
                && TouchedTables.areEmpty(in: db)
        }
    }

    /// Looks for early signs in brands whose voices changed, and for changes in all; `input`: what is looked for.
    private func search(_ brands: [String], _ input: StageInput, in db: StoreConnection) throws {
        for brand in brands {
            try EarlySignSearch(zone: context.settings.zone).run(on: brand, in: db)
            try VersionTable.update(brand, in: db)
        }
        if try !input.isUnchanged(in: db) { try FlagFinder.forget(in: db) }
        let flags = try FlagFinder(context: context).flags(changed: Set(brands), in: db)
        try FindingTable.replaceFlags(flags, in: db)
    }

    /// What the voices and cells depend on beside the comments, and what the search for changes does.
    private func inputs() throws -> Inputs {
        let settings = context.settings
        let people = try PersonNames(lexicons: context.resources.lexicons)
        let voices = StageInput(
            .measure,
            [
                "definition": "\(MeasureDefinition.version)", "zone": settings.zone.identifier,
                "people": people.fingerprint, "weeks": "\(CellKinds(settings).hasWeeks)",
                "form": "\(VoiceRow.form)",
            ]
        )
        let search = StageInput(
            .search,
            [
                "definition": "\(MeasureDefinition.version)", "minimum voices": "\(settings.minimumVoices)",
                "flag periods": settings.flagPeriods.map(\.rawValue).joined(separator: " "),
                "flag voices": "\(settings.flagVoices)", "flag rate": "\(settings.flagRate)",
                "as of": settings.asOf ?? "the newest comment",
            ]
        )
        return (voices, search)
    }

    private func outcome(in db: StoreConnection, wasCurrent: Bool) throws -> Outcome {
        Outcome(
            voices: try VoiceTable.count(in: db),
            cells: try CellTable.count(in: db),
            earlySigns: try FindingTable.earlySigns(in: db).count,
            flags: try FindingTable.flags(in: db).count,
            wasCurrent: wasCurrent
        )
    }
}
