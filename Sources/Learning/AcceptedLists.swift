package import Foundation
import Scoring
package import Workspace

/// The word lists a workspace has accepted, which come before the shipped ones.
package struct AcceptedLists: Sendable {
    /// What was put where.
    package struct Outcome: Encodable, Sendable {
        package let file: String
        package let rows: Int
        /// Whether a list of the same name was there.
        package let replaced: Bool
    }

    private let folder: URL
    private let dictionary: String?

    package init(workspace: WorkspaceFolder, dictionary: String?) {
        folder = workspace.directory.appending(path: "lexicon")
        self.dictionary = dictionary
    }

    /// Checks a list and puts it into the workspace under its own name.
    ///
    /// - Throws: ``WorkspaceError`` `input` with the first bad row; the workspace is then as it was.
    package func accept(_ file: URL) throws -> Outcome {
        let outcome = try check(file)
        _ = try write(Data(contentsOf: file), Self.name(of: file))
        return outcome
    }

    /// What accepting a list would do.
    ///
    /// - Throws: ``WorkspaceError`` `input` with the first bad row.
    package func check(_ file: URL) throws -> Outcome {
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw WorkspaceError(.input, "cannot read \(file.path)")
        }
        let list = LexiconFile(name: Self.name(of: file), bytes: Array(data))
        let problems = try problems(of: list)
        if let first = problems.first {
            let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
            throw WorkspaceError(.input, "\(first)\(more); nothing was accepted")
        }
        let rows = LexiconReader().parse(list).entries.count
        if rows == 0, ScoreAdjustment(list) == nil {
            throw WorkspaceError(.input, "\(file.path) holds no row; nothing was accepted")
        }
        let target = folder.appending(path: list.name).path
        let isThere = FileManager.default.fileExists(atPath: target)
        return Outcome(file: "lexicon/\(list.name)", rows: rows, replaced: isThere)
    }

    /// The lists a workspace has accepted, by name; none when it has no folder of them.
    static func files(of workspace: WorkspaceFolder) throws -> [LexiconFile] {
        let folder = workspace.directory.appending(path: "lexicon")
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".tsv") }.sorted().map { name in
            LexiconFile(name: "workspace/\(name)", bytes: Array(try Data(contentsOf: folder.appending(path: name))))
        }
    }

    private static func name(of file: URL) -> String { file.deletingPathExtension().lastPathComponent + ".tsv" }

    /// Writes a list into the workspace.
    ///
    /// - Returns: whether a list of that name was there.
    func write(_ data: Data, _ name: String) throws -> Bool {
        let target = folder.appending(path: name)
        let wasThere = FileManager.default.fileExists(atPath: target.path)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try data.write(to: target, options: .atomic)
        return wasThere
    }

    func problems(of file: LexiconFile) throws -> [LexiconProblem] {
        try Self.problems(of: file, dictionary: dictionary)
    }

    /// Rows that no scorer could be made with; `dictionary`: the setting of this name.
    static func problems(of file: LexiconFile, dictionary: String?) throws -> [LexiconProblem] {
        let japanese = try ScorerLoader.japaneseDictionary(at: dictionary)
        let (entries, problems) = LexiconReader().parse(file)
        let checked = try LexiconChecker(dictionary: japanese).check(entries)
        return (problems + checked).filter { $0.severity == .error && !$0.message.hasPrefix("unknown class") }
            .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}
