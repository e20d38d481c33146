/// Somebody ends the process from outside.
package struct Interruption: Error, Hashable, Sendable, CustomStringConvertible {
    /// A signal that asks for the end.
    package enum Signal: Int32, CaseIterable, Sendable {
        case hangUp = 1
        case interrupt = 2
        case terminate = 15

        fileprivate var name: String {
            switch self {
            case .hangUp: "SIGHUP"
            case .interrupt: "SIGINT"
            case .terminate: "SIGTERM"
            }
        }
    }

    package let signal: Signal
    private let state: String

    /// `state`: what has become of the work, to stand behind a semicolon.
    package init(_ signal: Signal, state: String = "the work is not done") {
        self.signal = signal
        self.state = state
    }

    package var description: String { "interrupted (\(signal.name)); \(state)" }
}
