import Foundation
import Store
import Workspace

/// Size and time of the last change of the files of a report, by which a file that was changed since is told.
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
        FileState(fileAt: "\(folder.path)/\(path)", followingLinks: false).map {
            KeptReportTable.File(path: path, byteCount: $0.byteCount, changedAt: $0.changedAt)
        }
    }
}
