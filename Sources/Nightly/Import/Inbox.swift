package import Foundation
package import Workspace

/// The files a nightly run reads.
package enum Inbox {
    /// Files of the inbox and its folders in the order of their names; hidden ones and pipes are left out.
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
            .filter(isFile)
    }

    /// Whether there is a file with bytes of its own: reading a pipe would wait for a writer that never comes.
    private static func isFile(_ url: URL) -> Bool {
        let path = url.resolvingSymlinksInPath().path
        // What has vanished since the folder was read is no file any more.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }
}
