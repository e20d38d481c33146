/// The subject of a case, as far as comments are compared with it.
struct CaseSubject: Sendable {
    /// Hashes of its telling words, ascending.
    let words: ArraySlice<UInt64>
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
        words += text.map(SubjectWords.hashes) ?? []
        ends.append(UInt32(words.count))
        scripts.append(text?.script ?? .alphabetic)
    }

    /// The subject of a case; one without words for a case without any.
    subscript(place: Int) -> CaseSubject {
        let start = place == 0 ? 0 : Int(ends[place - 1])
        return CaseSubject(words: words[start..<Int(ends[place])], script: scripts[place])
    }
}
