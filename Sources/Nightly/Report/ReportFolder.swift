import Foundation
import Reports

/// Puts a finished report in its place in one move.
enum ReportFolder {
    /// Writes files beside the folder, then exchanges both; a failure on the way leaves the old report as it was.
    static func replace(_ folder: URL, with files: [ReportFile]) throws {
        let parent = folder.deletingLastPathComponent()
        let fresh = parent.appending(path: ".\(folder.lastPathComponent).new")
        let old = parent.appending(path: ".\(folder.lastPathComponent).old")
        let manager = FileManager.default
        for leftover in [fresh, old] where manager.fileExists(atPath: leftover.path) {
            try manager.removeItem(at: leftover)
        }
        for file in files {
            let path = fresh.appending(path: file.path)
            try manager.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: path)
        }
        if manager.fileExists(atPath: folder.path) { try manager.moveItem(at: folder, to: old) }
        try manager.moveItem(at: fresh, to: folder)
        if manager.fileExists(atPath: old.path) { try manager.removeItem(at: old) }
    }
}
