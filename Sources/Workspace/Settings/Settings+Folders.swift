import Foundation

extension Settings {
    /// Folders outside of a workspace into which a run writes: those of the metrics and of files that are told what is
    /// new; in order, each once.
    package func foldersOutside(_ workspace: WorkspaceFolder) -> [String] {
        let told = notify.compactMap { target in
            if case .file(let path) = target { path } else { nil }
        }
        let home = workspace.directory.absoluteURL.standardizedFileURL.path
        let folders = ([metricsFile] + told).map { path in
            workspace.file(path).absoluteURL.standardizedFileURL.deletingLastPathComponent().path
        }
        return Set(folders.filter { $0 != home && !$0.hasPrefix(home + "/") }).sorted()
    }
}
