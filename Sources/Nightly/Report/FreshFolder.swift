import Dispatch
import Foundation
import Synchronization
import Workspace

/// A folder that is filled beside the one that it shall replace: its files go to the disk while others are still made.
final class FreshFolder: Sendable {
    let url: URL
    private let disk = DispatchQueue(label: "koe files to the disk")
    private let failure = Mutex<(any Error)?>(nil)

    init(at url: URL) throws {
        self.url = url
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// Writes a file with its folders; from any thread.
    ///
    /// `path`: inside the folder.
    func write(_ pieces: [[UInt8]], to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FilePieces.write(pieces, to: file)
        disk.async { [self] in bringToDisk(file) }
    }

    /// Waits until everything that was written is on the disk.
    func settle() throws {
        wait()
        if let failure = failure.withLock(\.self) { throw failure }
        try FolderSwap.synchronize(url)
    }

    /// Waits until nothing goes to the disk any more.
    func wait() { disk.sync {} }

    private func bringToDisk(_ file: URL) {
        do {
            try FolderSwap.synchronize(file)
        } catch {
            failure.withLock { $0 = $0 ?? error }
        }
    }
}
