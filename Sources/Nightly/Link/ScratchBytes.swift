import Foundation
import Linkage
import Synchronization
import Workspace

/// Bytes in a file of this process alone: it has no name, and is gone with the process however that ends.
final class ScratchBytes: ByteStore {
    private struct State {
        var count = 0
        var problem: FileProblem?
    }

    private let place: String
    private let file: Int32
    private let state = Mutex(State())

    /// - Throws: ``FileProblem`` where no file can be made.
    init(in folder: URL = FileManager.default.temporaryDirectory) throws {
        place = folder.path
        let path = folder.appending(path: "koe-link-" + UUID().uuidString).path
        file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        try FileProblem.check(file, "write", place)
        try FileProblem.check(unlink(path), "write", place)
    }

    deinit {
        close(file)
    }

    func append(_ bytes: [UInt8]) {
        state.withLock { state in
            var done = 0
            while done < bytes.count, state.problem == nil {
                let written = bytes.withUnsafeBytes {
                    pwrite(file, $0.baseAddress?.advanced(by: done), bytes.count - done, off_t(state.count + done))
                }
                if let code = Self.failure(written) { state.problem = FileProblem(writing: place, code: code) }
                done += max(0, written)
            }
            state.count += bytes.count
        }
    }

    func bytes(in range: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: range.count) { bytes, count in
            bytes.initialize(repeating: 0)
            count = range.count
            var done = 0
            while done < range.count {
                let start = bytes.baseAddress?.advanced(by: done)
                let found = pread(file, start, range.count - done, off_t(range.lowerBound + done))
                if let code = Self.failure(found) {
                    state.withLock { $0.problem = $0.problem ?? FileProblem(reading: place, code: code) }
                    return
                }
                done += max(0, found)
            }
        }
    }

    /// - Throws: ``FileProblem`` when anything could not be written or read until now.
    func check() throws {
        if let problem = state.withLock(\.problem) { throw problem }
    }

    /// Why a call moved nothing; `nil` when it moved something, or has to be tried again.
    private static func failure(_ moved: Int) -> Int32? {
        if moved > 0 { return nil }
        let code = moved < 0 ? errno : EIO
        return code == EINTR ? nil : code
    }
}
