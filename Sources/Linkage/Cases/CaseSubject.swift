/// The subject of a case, as far as comments are compared with it.
struct CaseSubject: Sendable {
    /// Hashes of its telling words, ascending.
    let words: [UInt64]
    let script: Script

    init(words: [UInt64], script: Script) {
        (self.words, self.script) = (words, script)
    }

    /// One without words for a case without a subject.
    init(_ subject: String?) {
        let text = subject.map { FoldedText($0) }
        words = text.map { SubjectWords.hashes(of: $0) } ?? []
        script = text?.script ?? .alphabetic
    }

    /// What words of a comment, ascending, repeat of the subject.
    func match(with said: [UInt64]) -> SubjectMatch {
        let shared = words.count { said.containsSorted($0) }
        return SubjectMatch(words: words.count, shared: shared, script: script)
    }
}

/// What a comment repeats of a case's subject.
struct SubjectMatch: Sendable {
    /// Telling words of the subject.
    let words: Int
    /// Those of them that the comment repeats.
    let shared: Int
    let script: Script
}
