import Answers
import Dispatch
import Feedback
import Learning
import Nightly
import Reports
import Synchronization
import Workspace

/// Tries words on a copy of the workspace beside the requests: one list at a time, on one thread of its own, and nothing
/// of it stays but what the page tells.
final class TrialBench: Sendable {
    private struct Job: Sendable {
        let number: Int
        let words: TriedWords
        /// Says when it is to end; a stream of its own, since one that is waited for ends with whoever waits.
        let stops: AsyncStream<Void>
        let stopper: AsyncStream<Void>.Continuation
    }

    private struct Work: Sendable {
        var job: Job?
        var state = LiveWordTrial.State.idle
        var jobs = 0
        var isStopped = false
    }

    private let context: WorkspaceContext
    private let onProblem: @Sendable (String) -> Void
    private let work = Mutex(Work())
    private let (jobs, starts) = AsyncStream.makeStream(of: Job.self)
    private let thread = OwnThread()

    /// `onProblem`: called with what no reader is told.
    init(context: WorkspaceContext, onProblem: @escaping @Sendable (String) -> Void) {
        self.context = context
        self.onProblem = onProblem
    }

    /// The words that were tried last, and what came of them.
    var page: LiveWordTrial {
        work.withLock { work in
            var page = LiveWordTrial(state: work.state)
            if let words = work.job?.words {
                page.language = words.language
                page.terms = words.terms.joined(separator: "\n")
                page.meaning = words.meaning.name
                page.valence = words.valence
            }
            return page
        }
    }

    /// The list of the words that were tried last; `nil` before the first.
    var list: [UInt8]? { work.withLock { $0.job.map { Array($0.words.list) } } }

    /// - Returns: False while others are tried.
    func start(_ words: TriedWords) -> Bool {
        work.withLock { work in
            if case .running = work.state { return false }
            work.jobs += 1
            let (stops, stopper) = AsyncStream.makeStream(of: Void.self)
            let job = Job(number: work.jobs, words: words, stops: stops, stopper: stopper)
            (work.job, work.state, work.isStopped) = (job, .running(stage: "", done: 0, total: nil), false)
            starts.yield(job)
            return true
        }
    }

    /// Ends what is being tried, if anything is.
    func stop() {
        work.withLock { work in
            guard case .running = work.state else { return }
            work.isStopped = true
            work.job?.stopper.yield()
        }
    }

    /// Tries what is asked for, until the task is cancelled.
    @concurrent
    func run() async {
        for await job in jobs { await run(job) }
    }

    private func run(_ job: Job) async {
        let state = await withTaskGroup(of: LiveWordTrial.State?.self) { group in
            group.addTask(executorPreference: thread) { await self.rehearse(job) }
            group.addTask {
                for await _ in job.stops { return LiveWordTrial.State.idle }
                return nil
            }
            // The first that has something to say ends the other; a stage that is at work ends at its next batch.
            var told = LiveWordTrial.State.idle
            if let first = await group.next() { told = first ?? .idle }
            group.cancelAll()
            return told
        }
        // What was done before anybody came round to stopping it is not what was asked for.
        work.withLock { $0.state = $0.isStopped ? .idle : state }
    }

    private func rehearse(_ job: Job) async -> LiveWordTrial.State {
        do {
            let rehearsal = try await AcceptanceRehearsal.run(
                job.words.list,
                name: TriedWords.fileName,
                context: context,
                workers: 1
            ) { report in
                self.work.withLock { work in
                    guard work.job?.number == job.number, case .running = work.state else { return }
                    work.state = .running(stage: report.stage, done: report.done, total: report.total)
                }
            }
            return rehearsal.map { .done(LiveWordTrial.Outcome($0)) } ?? .nothingToCompare
        } catch is CancellationError {
            return .idle
        } catch {
            onProblem("the trial of words failed: \(error)")
            return .failed
        }
    }
}

extension LiveWordTrial.Outcome {
    fileprivate init(_ rehearsal: AcceptanceRehearsal) {
        func flag(_ name: AcceptanceRehearsal.FlagName) -> LiveWordTrial.Flag {
            LiveWordTrial.Flag(brand: name.brand, measure: name.measure, period: name.month, kind: name.kind)
        }
        self.init(
            strengths: rehearsal.cells,
            moves: rehearsal.changes.map {
                LiveWordTrial.Move(
                    brand: $0.brand,
                    month: $0.month,
                    measure: $0.measure == "S" ? .support : .brand,
                    before: $0.before,
                    after: $0.after
                )
            },
            gone: rehearsal.flagsGone.map(flag),
            new: rehearsal.flagsNew.map(flag)
        )
    }
}

/// Runs tasks on one thread beside those that serve, which stay free whatever a stage does.
private final class OwnThread: TaskExecutor {
    private let queue = DispatchQueue(label: "koe.trial", qos: .utility)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
