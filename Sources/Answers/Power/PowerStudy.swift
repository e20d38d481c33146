import Feedback
import Flags
import Measures
import Store
package import Workspace

/// Replays the histories of a workspace with planted falls: what would have been seen, when, and how often wolf would
/// have been cried.
package struct PowerStudy: Sendable {
    /// What is planted.
    package struct Plan: Sendable {
        /// Points of support strength, ascending.
        package let sizes: [Double]
        /// Falls of each size and kind in each brand, and histories without any.
        package let trials: Int
        package let seed: UInt64
        /// `nil` for every brand.
        package let brand: String?

        package static let sizes: [Double] = [2, 4, 6, 8, 10, 15]

        /// - Throws: ``WorkspaceError`` `usage` when a number is out of its range.
        package init(sizes: [Double] = sizes, trials: Int = 24, seed: UInt64 = 1, brand: String? = nil) throws {
            guard !sizes.isEmpty, sizes.allSatisfy({ (0.1...100).contains($0) }) else {
                throw WorkspaceError(.usage, "sizes of falls must be points from 0.1 to 100, such as 2,4,6")
            }
            guard (1...10_000).contains(trials) else {
                throw WorkspaceError(.usage, "trials is \(trials); it must be a number from 1 to 10000")
            }
            self.sizes = Set(sizes).sorted()
            self.trials = trials
            self.seed = seed
            self.brand = brand
        }
    }

    private let context: WorkspaceContext
    private let plan: Plan

    package init(context: WorkspaceContext, plan: Plan) {
        self.context = context
        self.plan = plan
    }

    /// Replays brand by brand on all cores.
    ///
    /// - Throws: ``WorkspaceError`` `input` when no brand, or not the one asked for, has a history that is long enough.
    @concurrent
    package func run(progress: ProgressListener) async throws -> PowerFindings {
        let (histories, tested) = try context.database.read { db in
            (try self.histories(in: db), try TrendNotes.load(in: db).seriesTested ?? 1)
        }
        let replays = histories.map { PowerReplay(of: $0.trend, seriesTested: tested, rate: context.settings.flagRate) }
        let jobs = replays.indices.flatMap { place in
            replays[place].map { self.jobs(history: place, $0, histories[place]) } ?? []
        }
        guard !jobs.isEmpty else { throw tooShort(histories) }
        let results = try await results(of: jobs, progress: progress)
        let brands = histories.indices.filter { replays[$0] != nil }.map { place in
            PowerFindings.BrandFinding(
                histories[place],
                results: zip(jobs, results).filter { $0.0.history == place }.map(\.1)
            )
        }
        let skipped = histories.indices.filter { replays[$0] == nil }.map { Self.reason(histories[$0]) }
        return PowerFindings(plan: plan, seriesTested: tested, brands: brands, skipped: skipped)
    }

    private func histories(in db: StoreConnection) throws -> [TestedSeries] {
        try (plan.brand.map { [$0] } ?? VoiceTable.brands(in: db)).compactMap { brand in
            let cells = try CellTable.cells(of: brand, in: db).compactMap(KeyedCell.init)
            return TestedSeries(cells: BrandCells(brand: brand, cells: cells), measure: .support)
        }
    }

    /// Nothing can fall further than to 0.
    private func jobs(history: Int, _ replay: PowerReplay, _ series: TestedSeries) -> [PowerJob] {
        let strength = series.strength ?? 100
        let seed = series.brand.utf8.reduce(plan.seed) { hash, byte in
            var mixed = hash ^ UInt64(byte)
            return SeededGenerator.splitMix(&mixed)
        }
        let falls = PlantedFall.Kind.allCases.flatMap { kind in
            plan.sizes.filter { $0 <= strength }.map { PowerJob.Task.falls(kind, points: $0) }
        }
        return ([.unchanged] + falls).enumerated().map { place, task in
            PowerJob(history: history, replay: replay, task: task, trials: plan.trials, seed: seed &+ UInt64(place))
        }
    }

    private func results(of jobs: [PowerJob], progress: ProgressListener) async throws -> [PowerJob.Result] {
        try await withThrowingTaskGroup(of: (place: Int, result: PowerJob.Result).self) { group in
            var waiting = jobs.indices.makeIterator()
            func start() {
                guard let place = waiting.next() else { return }
                let job = jobs[place]
                group.addTask { (place, job.result()) }
            }
            for _ in 0..<context.workers { start() }
            var done: [Int: PowerJob.Result] = [:]
            for try await (place, result) in group {
                try Task.checkCancellation()
                done[place] = result
                progress(
                    ProgressReport(
                        stage: "power",
                        done: done.count * plan.trials,
                        total: jobs.count * plan.trials,
                        unit: "replays"
                    )
                )
                start()
            }
            return jobs.indices.compactMap { done[$0] }
        }
    }

    private func tooShort(_ histories: [TestedSeries]) -> WorkspaceError {
        let reasons = histories.map { "\($0.brand): \(Self.reason($0).reason)" }
        return WorkspaceError(
            .input,
            "too little history to replay: \(reasons.isEmpty ? "no dated voice" : reasons.joined(separator: "; "))"
        )
    }

    private static func reason(_ series: TestedSeries) -> PowerFindings.Skipped {
        let least = PowerReplay.leastPeriods()
        let months = series.trend.periods
        return PowerFindings.Skipped(
            brand: series.brand,
            reason: months < least
                ? "\(months) months of voices, and a replay needs \(least)"
                : "too few voices that speak of support, or all of them alike"
        )
    }
}

/// One size and kind of fall in one history, or the history without any.
private struct PowerJob: Sendable {
    enum Task: Sendable {
        case unchanged
        case falls(PlantedFall.Kind, points: Double)
    }

    typealias Result = PowerFindings.Result

    /// Place of the history.
    let history: Int
    let replay: PowerReplay
    let task: Task
    let trials: Int
    let seed: UInt64

    func result() -> Result {
        switch task {
        case .unchanged:
            .unchanged(replay.falseAlarms(trials: trials, seed: seed))
        case .falls(let kind, let points):
            .falls(replay.outcome(kind, size: points * FlagDetail.basisPointsPerPoint, trials: trials, seed: seed))
        }
    }
}
