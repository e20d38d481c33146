package import Foundation
package import Workspace

/// The files a nightly run reads.
package enum Inbox {
    /// Files of the inbox and its folders in the order of their names; hidden ones are left out.
    package static func files(of workspace: WorkspaceFolder) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: workspace.inbox.path) else { return [] }
        return try files(under: workspace.inbox)
    }

    /// Files under a folder in the order of their names.
    package static func files(under folder: URL) throws -> [URL] {
        guard let walk = FileManager.default.enumerator(atPath: folder.path) else {
            throw WorkspaceError(.input, "cannot read the folder \(folder.path)")
        }
        return walk.compactMap { $0 as? String }
            .filter { name in !name.split(separator: "/").contains { $0.hasPrefix(".") } }
            .sorted()
            .map { folder.appending(path: $0) }
            .filter { url in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && !isFolder.boolValue
            }
    }
}
