/// Weighs how much a comment says again what its case's subject says.
struct SubjectWeigher: Sendable {
    let index: CaseIndex
    let model: LinkModel

    /// Thousandths of a bit from the share of the subject's information that the comment repeats.
    ///
    /// A word's information is log2 of how seldom it stands in the subjects of all cases.
    func milliBits(_ comment: CommentFeatures, _ subject: String?) -> Int {
        guard let subject else { return 0 }
        let words = SubjectWords.hashes(of: FoldedText(subject))
        guard words.count >= 2, !comment.words.isEmpty else { return 0 }
        var all = 0
        var shared = 0
        for word in words {
            let information = MilliBits.ratio(
                index.cases.count,
                index.subjectFrequencies.count(of: StableHash(value: word))
            )
            all += information
            if comment.words.containsSorted(word) { shared += information }
        }
        guard all > 0 else { return 0 }
        switch shared * 100 / all {
        case 60...: return model.subjectSame
        case 30..<60: return model.subjectAlike
        case 10..<30: return 0
        default: return comment.tellsIncident && isSameScript(comment, subject) ? model.subjectOther : 0
        }
    }

    private func isSameScript(_ comment: CommentFeatures, _ subject: String) -> Bool {
        FoldedText(subject).script == comment.text.script
    }
}
