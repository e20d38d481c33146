import Foundation
import Synchronization
import Workspace

/// Ends the process with a line on what becomes of its work when a signal asks for it.
///
/// At once: work can be cut off at any moment, and what it was about to store is undone, or done by the next command.
enum SignalEnd {
    private static let storesWork = Mutex(false)

    /// From here on the command keeps in the workspace what it has done so far.
    static func beginStoring() {
        storesWork.withLock { $0 = true }
    }

    /// Listens as long as the returned watch lives; `nil` where the command takes signals in its own way.
    static func watch(over command: any KoeCommand) -> SignalWatch? {
        if !command.isEndedBySignals { return nil }
        let messages = command.messages
        return SignalWatch { signal in
            let state =
                storesWork.withLock { $0 }
                ? "everything stored so far is kept; run the command again to go on"
                : "the work is not done; run the command again"
            messages.last("koe: \(Interruption(signal, state: state))")
            // Other threads still work with what ``exit`` would take down.
            _exit(ExitStatus(signal).rawValue)
        }
    }
}
