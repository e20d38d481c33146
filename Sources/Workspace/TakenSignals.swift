import Foundation
import Synchronization

/// Signals that a thread of the process took itself.
///
/// A signal source hears what every thread blocks, as those of Dispatch do; the first thread of a program blocks nothing
/// until it has handed over to them.
enum TakenSignals {
    /// The ends of a pipe that a handler may write to; −1 where none could be made.
    private static let ends: (read: CInt, write: CInt) = {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return (-1, -1) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return (ends[0], ends[1])
    }()
    private static let source = Mutex<(any DispatchSourceRead)?>(nil)

    /// Keeps a signal for whoever watches; calls nothing that a handler must not call.
    static let handler: @convention(c) (CInt) -> Void = { signal in
        let before = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(TakenSignals.ends.write, &byte, 1)
        errno = before
    }

    /// Calls a body on a queue with each signal that is taken from now on, in the place of the one told before.
    static func forEach(on queue: DispatchQueue, _ body: @escaping @Sendable (Interruption.Signal) -> Void) {
        let end = ends.read
        guard end >= 0 else { return }
        source.withLock { source in
            source?.cancel()
            let reader = DispatchSource.makeReadSource(fileDescriptor: end, queue: queue)
            reader.setEventHandler {
                var byte: UInt8 = 0
                while read(end, &byte, 1) == 1 {
                    if let signal = Interruption.Signal(rawValue: CInt(byte)) { body(signal) }
                }
            }
            reader.resume()
            source = reader
        }
    }
}
