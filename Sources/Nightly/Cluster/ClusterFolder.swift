package import Foundation
package import Workspace

/// The folder of a workspace in which `koe cluster` works unless told otherwise.
package enum ClusterFolder {
    package static func standard(of workspace: WorkspaceFolder) -> URL {
        workspace.directory.appending(path: "cluster")
    }

    /// Removes the folder where a job was written into it: its rows and results hold everybody's words.
    ///
    /// - Throws: an error of the file system.
    package static func remove(from workspace: WorkspaceFolder) throws {
        let folder = standard(of: workspace)
        let frozen = folder.appending(path: "frozen/\(FrozenWorkspace.fileName)")
        if FileManager.default.fileExists(atPath: frozen.path) { try FileManager.default.removeItem(at: folder) }
    }
}
