package import Foundation

/// Sentences that people have found scored wrongly, with what they say is right.
///
/// They stand in `marked.tsv` of the workspace, in the form that ``LabelledFile`` reads: `koe evaluate` measures the
/// scorer on them, and `koe lexicon learn` learns from them. Personal data is hidden before a sentence comes here.
package struct MarkedSentences: Sendable {
    /// Bytes of a sentence that is kept.
    package static let longestText = 4_000
    private static let header = "id\ttext\tlabel\tlang\tdate\n"

    package let file: URL

    package init(of workspace: WorkspaceFolder) {
        file = workspace.markedFile
    }

    /// Whether anything was marked.
    package var isEmpty: Bool { !FileManager.default.fileExists(atPath: file.path) }

    /// Adds a sentence to the end of the list.
    ///
    /// - Parameters:
    ///   - text: The sentence; white space becomes single spaces.
    ///   - side: −1, 0 or 1, as it should be.
    ///   - comment: The comment that it stands in, as `source:id`.
    ///   - language: `ja`, `en`, or `nil` where it is not known.
    ///   - day: When it was marked, such as `2014-12-31`.
    /// - Throws: ``WorkspaceError`` `usage` for an empty or too long sentence, or another side.
    package func add(_ text: String, side: Int, comment: String, language: String?, day: String) throws {
        let words = Self.plain(text)
        guard !words.isEmpty, words.utf8.count <= Self.longestText else {
            throw WorkspaceError(.usage, "the sentence must have 1 to \(Self.longestText) bytes")
        }
        guard (-1...1).contains(side) else { throw WorkspaceError(.usage, "the side must be -1, 0 or 1") }
        let row = [Self.plain(comment), words, String(side), language ?? "", day].joined(separator: "\t") + "\n"
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        try FileProblem.check(descriptor, "write", file.path)
        defer { close(descriptor) }
        let bytes = Array(((lseek(descriptor, 0, SEEK_END) == 0 ? Self.header : "") + row).utf8)
        try FileProblem.check(Int32(write(descriptor, bytes, bytes.count)), "write", file.path)
    }

    /// Removes what was marked in some comments; `comments`: as `source:id`.
    package func remove(of comments: Set<String>) throws {
        guard !isEmpty else { return }
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
        let kept = lines.filter { line in !comments.contains(String(line.prefix { $0 != "\t" })) }
        guard kept.count < lines.count else { return }
        try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: file, options: .atomic)
        try FileProblem.check(chmod(file.path, 0o600), "write", file.path)
    }

    private static func plain(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 } }.joined(separator: " ")
    }
}
