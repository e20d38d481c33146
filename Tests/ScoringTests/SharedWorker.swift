import Feedback
import Synchronization

@testable import Scoring

/// A worker that tests on several threads take turns with.
///
/// A worker remembers the words it has met, on which no score may depend: `ScoringWorkerTests` and `MatcherStatesTests`
/// compare it with cold ones.
final class SharedWorker: Sendable {
    private let worker: Mutex<ScoringWorker>

    init(_ worker: sending ScoringWorker) {
        self.worker = Mutex(worker)
    }

    func score(_ text: String, declaredLanguage: Language?) -> Score {
        worker.withLock { $0.score(text, declaredLanguage: declaredLanguage) }
    }

    func score(_ text: String, title: String, declaredLanguage: Language?) -> Score {
        worker.withLock { $0.score(text, title: title, declaredLanguage: declaredLanguage) }
    }

    func score(_ text: [UInt8], declaredLanguage: Language?) -> Score {
        worker.withLock { $0.score(text, declaredLanguage: declaredLanguage) }
    }

    /// −1, 0 or 1 at the threshold of 50 thousandths.
    func sign(_ text: String, _ language: Language) -> Int { score(text, declaredLanguage: language).label }

    func valence(_ text: String, _ language: Language) -> Int { score(text, declaredLanguage: language).valence ?? 0 }
}
