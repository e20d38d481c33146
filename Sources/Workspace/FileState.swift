import Foundation

/// Which file stands at a path, and since when it is as it is.
package struct FileState: Hashable, Sendable {
    private let node: UInt
    private let seconds: Int
    private let nanoseconds: Int

    /// `nil` when nothing is there.
    package init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        node = UInt(status.st_ino)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}
