import Feedback
import Flags
import Measures
import Store
package import Workspace

/// Makes voices of comments and cells of voices, and looks for changes and early signs.
///
/// Everything is made anew in one transaction, so that a killed run leaves the former measures whole.
package struct MeasureStage: Sendable {
    package struct Outcome: Encodable, Sendable {
        package var voices = 0
        package var cells = 0
        package var earlySigns = 0
        package var flags = 0
        /// Nothing had changed since the last measuring.
        package var wasCurrent = false
    }

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    package func run(progress: ProgressListener) throws -> Outcome {
        if try isCurrent() { return try current() }
        let input = try input()
        let people = try PersonNames(lexicons: context.resources.lexicons)
        let total = try context.database.read { try CommentTable.count(in: $0) }
        return try context.database.write { db in
            try VoiceTable.clear(in: db)
            try CellTable.clear(in: db)
            var outcome = Outcome()
            var signs: [EarlySignRow] = []
            var tested: [TestedBrand] = []
            var done = 0
            var brand: BrandVoices?
            func finish() throws {
                guard var finished = brand else { return }
                try finished.flush(in: db)
                let isByWeek = context.settings.flagPeriods.contains(.week)
                let cells = finished.cells(and: isByWeek ? [.week] : [])
                let stored = cells.filter { $0.key.period.length != .week }
                try CellTable.insert(stored.map { CellRow($0, minimumVoices: context.settings.minimumVoices) }, in: db)
                signs += finished.earlySigns()
                // Weeks serve the search for changes alone.
                let weeks = cells.filter { $0.key.period.length == .week && $0.key.measure == .support }
                let searched = stored.filter { FlagFinder.reads($0.key, of: context.settings) }
                tested.append(TestedBrand(brand: finished.brand, cells: searched + weeks))
                outcome.voices += finished.count
                outcome.cells += stored.count
            }
            try VoiceTable.forEachMeasuredComment(in: db, person: people.person) { comment in
                if brand?.brand != comment.brand {
                    try finish()
                    brand = BrandVoices(brand: comment.brand, zone: context.settings.zone)
                }
                try brand?.add(comment, in: db)
                done += 1
                if done.isMultiple(of: 5_000) {
                    progress(ProgressReport(stage: "measure", done: done, total: total, unit: "comments"))
                }
            }
            try finish()
            try VoiceTable.indexMembers(in: db)
            progress(ProgressReport(stage: "measure", done: total, total: total, unit: "comments"))
            try FindingTable.replaceEarlySigns(signs, in: db)
            let flags = try FlagFinder(context: context).flags(of: tested, in: db)
            try FindingTable.replaceFlags(flags, in: db)
            outcome.earlySigns = signs.count
            outcome.flags = flags.count
            try input.remember(in: db)
            return outcome
        }
    }

    /// Whether nothing has changed since the last measuring.
    package func isCurrent() throws -> Bool {
        try context.database.read(input().isUnchanged)
    }

    /// Everything the measures depend on.
    private func input() throws -> StageInput {
        let settings = context.settings
        let people = try PersonNames(lexicons: context.resources.lexicons)
        let periods = settings.flagPeriods.map(\.rawValue).joined(separator: " ")
        return StageInput(
            .measure,
            [
                "definition": "\(MeasureDefinition.version)", "zone": settings.zone.identifier,
                "people": people.fingerprint,
                "minimum voices": "\(settings.minimumVoices)", "flag periods": periods,
                "flag voices": "\(settings.flagVoices)", "flag rate": "\(settings.flagRate)",
                "as of": settings.asOf ?? "the newest comment",
                "input": try context.database.read { try StageFingerprint.ofScored(in: $0) },
            ]
        )
    }

    private func current() throws -> Outcome {
        try context.database.read { db in
            Outcome(
                voices: try VoiceTable.count(in: db),
                cells: try CellTable.count(in: db),
                earlySigns: try FindingTable.earlySigns(in: db).count,
                flags: try FindingTable.flags(in: db).count,
                wasCurrent: true
            )
        }
    }
}

extension CellRow {
    init(_ keyed: KeyedCell, minimumVoices: Int) {
        self.init(
            brand: keyed.key.brand,
            period: keyed.key.period,
            channel: keyed.key.channel ?? "*",
            measure: keyed.key.measure.rawValue,
            n: keyed.cell.n,
            sum: keyed.cell.sum,
            sumOfSquares: keyed.cell.sumOfSquares,
            isSufficient: keyed.cell.n >= minimumVoices
        )
        customers = keyed.cell.customers
        customerSumSquares = keyed.cell.customerSumSquares
        customerSumCounts = keyed.cell.customerSumCounts
        customerCountSquares = keyed.cell.customerCountSquares
        guard keyed.key.measure.scale == .polarity, let strength = Strength(cell: keyed.cell) else { return }
        self.strength = strength.value
        low = strength.low
        high = strength.high
    }
}
