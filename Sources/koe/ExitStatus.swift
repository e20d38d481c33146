import Ingestion
import Linkage
import Reports
import Scoring
import Store
import Workspace

/// How a command ended, as the shell sees it.
package enum ExitStatus: Int32, Error, Hashable, Sendable {
    case good = 0
    /// Finished, but something failed or too much was quarantined.
    case incomplete = 1
    case usage = 2
    case gate = 3
    /// Nothing matched, or the input is unreadable.
    case input = 4
    case locked = 5
    case database = 6
    case hungUp = 129
    case interrupted = 130
    case terminated = 143

    /// The status for an error of any part of Koe; `nil` for others.
    package init?(_ error: any Error) {
        switch error {
        case let error as WorkspaceError: self = ExitStatus(error.code)
        case let error as StoreError: self = error.code == .missing ? .usage : .database
        case let error as IngestionError: self = error.code == .badMapping ? .usage : .input
        case is ScoringError, is LinkageError, is ReportError: self = .usage
        case is CancellationError: self = .interrupted
        case let error as Interruption: self = ExitStatus(error.signal)
        default:
            if let problem = FileProblem(error) {
                self = problem.isReading ? .input : .incomplete
            } else if let problem = StoreError(error) {
                self = problem.code == .noRoom ? .incomplete : .database
            } else {
                return nil
            }
        }
    }

    /// As a shell shows the end of a program by this signal.
    init(_ signal: Interruption.Signal) {
        self =
            switch signal {
            case .hangUp: .hungUp
            case .interrupt: .interrupted
            case .terminate: .terminated
            }
    }

    private init(_ code: WorkspaceError.Code) {
        self =
            switch code {
            case .usage, .missing: .usage
            case .input, .unknownName: .input
            case .locked: .locked
            case .incomplete: .incomplete
            }
    }
}
