import Feedback
import Foundation

/// What the file system says of a file, by which a file that was changed since is told without reading it.
///
/// Nobody can set the time of the last change: tools that restore or edit a file can give it the time of writing that
/// it had.
struct FileStamp: Codable, Hashable {
    /// Time after which a change gets another time, on every file system: some count in steps of two seconds.
    private static let settledMilliseconds: Int64 = 3_000

    private let node: UInt64
    private let byteCount: Int64
    /// Nanoseconds since 1970.
    private let writtenAt: Int64
    private let changedAt: Int64

    /// `nil` for what is no file.
    ///
    /// `path`: links are followed.
    init?(ofFileAt path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
        (node, byteCount) = (UInt64(status.st_ino), Int64(status.st_size))
        (writtenAt, changedAt) = (nanoseconds(status.st_mtim), nanoseconds(status.st_ctim))
    }

    /// Whether a file that changes from a moment on gets another stamp.
    func isSettled(at moment: Instant) -> Bool {
        changedAt / 1_000_000 + Self.settledMilliseconds < moment.milliseconds
    }
}
