/// The subject of a case, as far as comments are compared with it.
struct CaseSubject: Sendable {
    /// Hashes of its telling words, ascending.
    let words: ArraySlice<UInt64>
    let script: Script
}

/// What a comment repeats of a case's subject.
struct SubjectMatch: Sendable {
    /// Telling words of the subject.
    let words: Int
    /// Those of them that the comment repeats.
    let shared: Int
    let script: Script
}

/// The subjects of cases, in flat arrays: a comment is compared with many.
struct SubjectTable: Sendable {
    private var words: [UInt64] = []
    private var ends: [UInt32] = []
    private var scripts: [Script] = []

    /// Adds the subject of the next case.
    mutating func append(_ subject: String?) {
        let text = subject.map { FoldedText($0) }
        words += text.map { SubjectWords.hashes(of: $0) } ?? []
        ends.append(UInt32(words.count))
        scripts.append(text?.script ?? .alphabetic)
    }

    /// The subject of a case; one without words for a case without any.
    subscript(place: Int) -> CaseSubject {
        let start = place == 0 ? 0 : Int(ends[place - 1])
        return CaseSubject(words: words[start..<Int(ends[place])], script: scripts[place])
    }

    /// What words of a comment, ascending, repeat of the subject of a case.
    func match(at place: Int, with said: [UInt64]) -> SubjectMatch {
        let (start, end) = (place == 0 ? 0 : Int(ends[place - 1]), Int(ends[place]))
        var shared = 0
        for word in start..<end where said.containsSorted(words[word]) { shared += 1 }
        return SubjectMatch(words: end - start, shared: shared, script: scripts[place])
    }
}
