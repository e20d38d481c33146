import Feedback

/// Finds rows that repeat, contradict or hide one another, rows that can never match, and wrong columns.
package struct LexiconChecker {
    private let dictionary: JapaneseDictionary

    package init(dictionary: JapaneseDictionary) {
        self.dictionary = dictionary
    }

    /// Checks rows that `LexiconReader` has accepted.
    ///
    /// - Returns: problems by file and line; terms that cannot be read are errors, hidden rows warnings.
    /// - Throws: `ScoringError` with `outOfMemory`.
    package func check(_ entries: [LexiconEntry]) throws(ScoringError) -> [LexiconProblem] {
        var compiler = try LexiconCompiler(entries: entries, dictionary: dictionary)
        _ = compiler.compile()
        var problems = compiler.problems + compiler.warnings
        problems += repeatedMembers(entries)
        problems += entries.compactMap(wrongWordClass) + entries.compactMap(uselessRow)
        return problems.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    }

    private struct Key: Hashable {
        let language: Language
        let term: String
        let name: String
        let kind: EntryKind
    }

    private func repeatedMembers(_ entries: [LexiconEntry]) -> [LexiconProblem] {
        var first: [Key: LexiconEntry] = [:]
        var problems: [LexiconProblem] = []
        for entry in entries where [.classMember, .variant, .emoji, .emoticon, .cue].contains(entry.kind) {
            let name =
                entry.kind == .cue ? CueClaim(entry)?.text ?? "" : entry.kind == .classMember ? entry.partOfSpeech : ""
            let key = Key(language: entry.language, term: entry.term, name: name, kind: entry.kind)
            if let earlier = first[key] {
                problems.append(warning(entry, 1, "'\(entry.term)' is already at \(earlier.file):\(earlier.line)"))
            } else {
                first[key] = entry
            }
        }
        return problems
    }

    private func wrongWordClass(_ entry: LexiconEntry) -> LexiconProblem? {
        guard ![.classMember, .variant, .event].contains(entry.kind) else { return nil }
        if WordClass(name: entry.partOfSpeech) != nil { return nil }
        return LexiconProblem(
            file: entry.file,
            line: entry.line,
            column: 3,
            severity: .error,
            message: "unknown word class '\(entry.partOfSpeech)'"
        )
    }

    /// A word or phrase without valence, facet and signal does nothing that a blocker would not say better.
    private func uselessRow(_ entry: LexiconEntry) -> LexiconProblem? {
        guard entry.kind == .lemma || entry.kind == .phrase || entry.kind == .affix else { return nil }
        guard entry.valence == nil, entry.facet == nil, entry.signal == nil, entry.weight == nil else { return nil }
        return warning(entry, 4, "'\(entry.term)' has no valence, facet or signal: make it a blocker, or fill a column")
    }

    private func warning(_ entry: LexiconEntry, _ column: Int, _ message: String) -> LexiconProblem {
        LexiconProblem(file: entry.file, line: entry.line, column: column, severity: .warning, message: message)
    }
}
