import Foundation
import Reports
import Workspace

/// The names of the files of a report, kept among them, so that the next report removes these and nothing else.
struct ReportManifest {
    static let name = ".koe-report"
    private static let title = "# Files of a report of Koe, which the next report replaces."

    private static let pathsAtTop: Set<String> = [
        "index.html", "flags.html", "coverage.html", "report.json", "summary.txt", "summary.md",
    ]

    /// Paths inside the folder, the manifest's own among them.
    let paths: Set<String>

    init(paths: [String]) {
        self.paths = Set(paths + [Self.name])
    }

    /// Reads the manifest of a folder; `nil` when it holds no report of Koe.
    ///
    /// A report made before there were manifests is known by its `report.json`.
    init?(readingFrom folder: URL) throws {
        if let data = FileManager.default.contents(atPath: folder.appending(path: Self.name).path) {
            let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
            guard lines.first == Self.title else { return nil }
            paths = Set(lines.dropFirst() + [Self.name])
            return
        }
        guard let report = FileManager.default.contents(atPath: folder.appending(path: "report.json").path),
            Data(report.prefix(64)).range(of: Data("\"koe-report/".utf8)) != nil
        else { return nil }
        let walk = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        paths = Set(walk.filter(Self.isNameOfReport))
    }

    /// Language of the report in a folder; `nil` when it holds none of Koe's.
    static func language(ofReportIn folder: URL) -> String? {
        guard let index = FileManager.default.contents(atPath: folder.appending(path: "index.html").path),
            FileManager.default.fileExists(atPath: folder.appending(path: name).path)
        else { return nil }
        let head = String(decoding: index.prefix(512), as: UTF8.self)
        return ReportLanguage.allCases.map(\.rawValue).first { head.contains(" lang=\"\($0)\"") }
    }

    /// Folders that hold nothing but files of a report; `paths`: of its files.
    static func folders(of paths: Set<String>) -> Set<String> {
        Set(paths.compactMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } })
    }

    /// The content of the manifest's own file: a line a path.
    var bytes: [UInt8] {
        let lines = [Self.title] + paths.subtracting([Self.name]).sorted()
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// Whether a report without a manifest can have a file of this name.
    private static func isNameOfReport(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        switch (parts.count, parts.first) {
        case (1, _):
            return pathsAtTop.contains(path)
        case (2, "brands"): return path.hasSuffix(".html")
        case (2, "csv"): return path.hasSuffix(".csv")
        default: return false
        }
    }
}
