import Crypto
package import Foundation
import Sample

/// Makes the sample workspace from what is shipped under `Reports/sample`.
package struct SampleWorkspace {
    private let folder: URL

    package init(resources: Resources) {
        folder = resources.directory.appending(path: "Reports/sample")
    }

    /// Writes settings, stories, and the generated stream into a new folder.
    ///
    /// - Throws: ``WorkspaceError`` `usage` when the folder is a workspace already.
    package func create(at directory: URL) throws -> (comments: Int, cases: Int, stories: Int) {
        let workspace = WorkspaceFolder(directory: directory)
        guard !FileManager.default.fileExists(atPath: workspace.settingsFile.path) else {
            throw WorkspaceError(.usage, "\(directory.path) is a workspace already; name a new folder")
        }
        let settings = String(decoding: try Data(contentsOf: folder.appending(path: "koe.yaml")), as: UTF8.self)
        _ = try workspace.create(settings: settings)
        // Invented people need no secret, and the sample's report is the same everywhere.
        try WorkspaceKey.write(Array(SHA256.hash(data: Data("koe sample".utf8))), for: workspace)
        let stories = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "stories").path)
            .filter { !$0.hasPrefix(".") }
        for name in stories.sorted() {
            try FileManager.default.copyItem(
                at: folder.appending(path: "stories/\(name)"),
                to: workspace.inbox.appending(path: name)
            )
        }
        let text = String(decoding: try Data(contentsOf: folder.appending(path: "phrases.tsv")), as: UTF8.self)
        guard let phrases = SamplePhrases(tsv: text) else {
            throw WorkspaceError(.usage, "\(folder.path)/phrases.tsv: a row has other than four columns")
        }
        var stream = SampleStream(phrases: phrases)
        let (comments, cases) = stream.generate()
        try Data(comments.map(SampleLines.line(for:)).joined().utf8)
            .write(to: workspace.inbox.appending(path: "stream-comments.ndjson"))
        try Data(cases.map(SampleLines.line(for:)).joined().utf8)
            .write(to: workspace.inbox.appending(path: "stream-cases.ndjson"))
        return (comments.count, cases.count, stories.count)
    }
}
