import Foundation
import Store

/// Size and time of the last change of the files of a report, by which a file that was changed since is told.
///
/// The time that nobody sets: tools that restore or edit a file can give it the time of writing that it had.
enum FileStamps {
    /// Those of the files at some paths in a folder.
    ///
    /// - Returns: in the order of the paths; `nil` where one is no file.
    static func all(of paths: [String], in folder: URL) -> [KeptReportTable.File]? {
        let files = paths.compactMap { stamp(of: $0, in: folder) }
        return files.count == paths.count ? files : nil
    }

    /// Whether all files are as they were written; false where none are known.
    static func hold(_ files: [KeptReportTable.File], in folder: URL) -> Bool {
        !files.isEmpty && files.allSatisfy { stamp(of: $0.path, in: folder) == $0 }
    }

    private static func stamp(of path: String, in folder: URL) -> KeptReportTable.File? {
        var status = stat()
        guard lstat("\(folder.path)/\(path)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return KeptReportTable.File(
            path: path,
            byteCount: Int64(status.st_size),
            changedAt: Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
        )
    }
}
