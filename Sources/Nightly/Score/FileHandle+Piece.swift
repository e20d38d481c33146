import Foundation
import Workspace

extension FileHandle {
    /// What has come by now, and at least a byte of it: `read(upToCount:)` of a pipe waits until it has all that it was
    /// asked for, and whoever waits for the answer to a line would wait for ever.
    ///
    /// - Returns: no bytes at the end of the input.
    /// - Throws: ``FileProblem``.
    func readPiece(upToCount count: Int) throws -> Data {
        var piece = Data(count: count)
        while true {
            let read = piece.withUnsafeMutableBytes { unsafe Foundation.read(fileDescriptor, $0.baseAddress, $0.count) }
            if read < 0, errno == EINTR { continue }
            try FileProblem.check(Int32(truncatingIfNeeded: read), "read", "the input")
            return piece.prefix(read)
        }
    }
}
