package import Feedback
import Foundation

/// What the file system says of what stands at a path, by which a change is told without reading it.
///
/// Nobody can set the time of the last change: tools that restore or edit a file can give it the time of writing that
/// it had.
package struct FileState: Codable, Hashable, Sendable {
    /// Time after which a change gets another time, on every file system: some count in steps of two seconds.
    private static let settledMilliseconds: Int64 = 3_000

    private let node: UInt64
    package let byteCount: Int64
    /// Nanoseconds since 1970.
    private let writtenAt: Int64
    /// Nanoseconds since 1970.
    package let changedAt: Int64

    /// `nil` when nothing is there; links are followed.
    package init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// `nil` for what is no file.
    package init?(fileAt path: String, followingLinks: Bool = true) {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
        (node, byteCount) = (UInt64(status.st_ino), Int64(status.st_size))
        (writtenAt, changedAt) = (nanoseconds(status.st_mtim), nanoseconds(status.st_ctim))
    }

    /// Whether what changes from a moment on gets another state.
    package func isSettled(at moment: Instant) -> Bool {
        changedAt / 1_000_000 + Self.settledMilliseconds < moment.milliseconds
    }
}
