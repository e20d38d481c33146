import Synchronization

@testable import Linkage

/// A store in memory that knows what was given to it.
final class HeldBytes: ByteStore {
    private let bytes = Mutex<[UInt8]>([])

    var held: [UInt8] { bytes.withLock { $0 } }

    func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }

    func bytes(in range: Range<Int>) -> [UInt8] { bytes.withLock { Array($0[range]) } }
}
