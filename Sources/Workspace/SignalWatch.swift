package import Foundation
import Synchronization

/// Notices that somebody ends this process, so that what it has begun can be cleared away first.
///
/// As long as it lives, signals do not end the process by themselves. What whoever started it ignores stays ignored.
package final class SignalWatch: Sendable {
    private struct State {
        var signal: Interruption.Signal?
        /// The group of processes that signals go on to.
        var group: pid_t?
    }

    /// How long processes have to end before they are killed.
    private static let secondsToEnd = 10
    private static let microsecondsPerLook: UInt32 = 50_000

    private let state = Mutex(State())
    private let sources = Mutex<[any DispatchSourceSignal]>([])
    /// Of its own, so that a signal is heard while every shared thread computes or waits.
    private let queue = DispatchQueue(label: "koe.signals")
    private let onFirst: @Sendable (Interruption.Signal) -> Void

    /// `onFirst`: called with the first signal, on a thread that does nothing else.
    package init(onFirst: @escaping @Sendable (Interruption.Signal) -> Void = { _ in }) {
        self.onFirst = onFirst
        let heard = DispatchGroup()
        TakenSignals.forEach(on: queue) { [weak self] in self?.take($0) }
        for signal in Interruption.Signal.allCases where !Self.isIgnored(signal) {
            heard.enter()
            sources.withLock { sources in
                let source = DispatchSource.makeSignalSource(signal: signal.rawValue, queue: queue)
                source.setEventHandler { [weak self] in self?.take(signal) }
                source.setRegistrationHandler {
                    // Before it is heard here a signal ends the process by itself; it must not be lost. A handler, which
                    // programs that are started do not inherit as they would inherit to ignore the signal.
                    _ = Foundation.signal(signal.rawValue, TakenSignals.handler)
                    heard.leave()
                }
                source.resume()
                sources.append(source)
            }
        }
        heard.wait()
    }

    deinit {
        sources.withLock { sources in
            for source in sources {
                source.cancel()
                _ = Foundation.signal(Int32(source.handle), SIG_DFL)
            }
        }
    }

    /// - Throws: ``Interruption`` once a signal has come.
    package func check() throws {
        if let signal = state.withLock({ $0.signal }) { throw Interruption(signal) }
    }

    /// Waits for a group of processes, to which signals go on; those that do not end in time are killed.
    ///
    /// - Throws: ``Interruption`` when a signal has come.
    package func forward(to group: pid_t, while wait: () -> Void) throws {
        let early = state.withLock { state in
            state.group = group
            return state.signal
        }
        if let early { send(early.rawValue, to: group) }
        wait()
        let signal = state.withLock { state in
            state.group = nil
            return state.signal
        }
        guard let signal else { return }
        end(group)
        throw Interruption(signal)
    }

    private func take(_ signal: Interruption.Signal) {
        let (isFirst, group) = state.withLock { state in
            defer { state.signal = state.signal ?? signal }
            return (state.signal == nil, state.group)
        }
        // Whoever asks twice does not want to wait.
        if isFirst { onFirst(signal) }
        if let group { send(isFirst ? signal.rawValue : SIGKILL, to: group) }
    }

    private func send(_ signal: Int32, to group: pid_t) {
        kill(-group, signal)
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.secondsToEnd)) { [weak self] in
            guard let self, state.withLock({ $0.group == group }) else { return }
            kill(-group, SIGKILL)
        }
    }

    /// Waits for what is left of a group when its first process has ended.
    private func end(_ group: pid_t) {
        for _ in 0..<(Self.secondsToEnd * 1_000_000 / Int(Self.microsecondsPerLook)) {
            if kill(-group, 0) != 0 { return }
            usleep(Self.microsecondsPerLook)
        }
        kill(-group, SIGKILL)
    }

    private static func isIgnored(_ signal: Interruption.Signal) -> Bool {
        var action = sigaction()
        sigaction(signal.rawValue, nil, &action)
        return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
