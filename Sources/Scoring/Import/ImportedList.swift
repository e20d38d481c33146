package import Feedback

/// Formats of word lists that users bring along.
package enum ImportFormat: String, Hashable, Sendable, CaseIterable {
    case auto, vader, tsv, liwc, quanteda, tohoku
}

/// One word of a user's list.
package struct ImportedWord: Hashable, Sendable {
    package let term: String
    /// −1,000…1,000.
    package let valence: Int
    /// Category, or what else the list said of it.
    package let note: String
    /// Where it stood, 1-based.
    package let line: Int

    package init(term: String, valence: Int, note: String = "", line: Int) {
        self.term = term
        self.valence = valence
        self.note = note
        self.line = line
    }

    /// Writings of faces are matched before words; everything else is a word or a run of words.
    package var kind: EntryKind {
        if term.contains(" ") { return .phrase }
        let hasLetter = term.unicodeScalars.contains { $0.properties.isAlphabetic }
        let signs = term.unicodeScalars.count { !$0.properties.isAlphabetic && !"'-".unicodeScalars.contains($0) }
        return !hasLetter || signs > 0 && term.unicodeScalars.count <= 4 ? .emoticon : .lemma
    }
}

/// A line of a user's list that was not taken.
package struct ImportProblem: Hashable, Sendable {
    /// 1-based.
    package let line: Int
    package let message: String

    package init(line: Int, message: String) {
        self.line = line
        self.message = message
    }
}

/// What a reader made of a user's list.
package struct ImportedList: Hashable, Sendable {
    package var words: [ImportedWord] = []
    package var problems: [ImportProblem] = []

    package init() {}

    /// Takes a word, unless it cannot be written as a term.
    package mutating func add(_ word: ImportedWord) {
        if word.term.isEmpty { return report(word.line, "a line without a word") }
        if word.term.contains("\t") { return report(word.line, "'\(word.term)' holds a tab") }
        if word.kind != .emoticon, word.term.unicodeScalars.contains(where: { "|<>?*=#".unicodeScalars.contains($0) }) {
            return report(word.line, "'\(word.term)' holds a sign that terms give a meaning of their own")
        }
        words.append(word)
    }

    package mutating func report(_ line: Int, _ message: String) {
        problems.append(ImportProblem(line: line, message: message))
    }

    /// The list in the one format of word lists, and for each row the line of the user's list it comes from.
    ///
    /// Of words that stand more than once the first is taken.
    package mutating func rows(source: String, language: Language) -> (text: String, lines: [Int]) {
        var seen: [String: Int] = [:]
        var rows: [String] = []
        var places: [Int] = []
        for word in words {
            if let first = seen[word.term] {
                report(word.line, "'\(word.term)' is already in line \(first)")
                continue
            }
            seen[word.term] = word.line
            places.append(word.line)
            rows.append(
                [word.term, word.kind.rawValue, "", String(word.valence), "", "", "", "", source, "", word.note]
                    .joined(separator: "\t")
            )
        }
        problems.sort { $0.line < $1.line }
        let head = "#name: \(source)\n#language: \(language.rawValue)\n#source: \(source)\n"
        let text = head + LexiconReader.columns.joined(separator: "\t") + "\n" + rows.joined(separator: "\n") + "\n"
        return (text, places)
    }

    /// Lines of the head of `rows`.
    package static let headLines = 4
}
