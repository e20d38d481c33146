/// Weighs how much a comment says again what its case's subject says.
struct SubjectWeigher: Sendable {
    let model: LinkModel

    /// Thousandths of a bit from the share of the subject's telling words that the comment repeats.
    ///
    /// Every word counts alike: how seldom each is among all subjects tells nothing more where it was measured, and would
    /// make every pair hang on every subject.
    func milliBits(_ comment: CommentFeatures, _ subject: SubjectMatch) -> Int {
        guard subject.words >= 2, !comment.words.isEmpty else { return 0 }
        return way(comment, subject).map { model[$0] } ?? 0
    }

    /// How the two stand to each other, both having words; `nil` where that says nothing.
    func way(_ comment: CommentFeatures, _ subject: SubjectMatch) -> LinkWeight? {
        switch subject.shared * 100 / max(1, subject.words) {
        case 60...: return .subjectSame
        case 30..<60: return .subjectAlike
        case 10..<30: return nil
        default: return comment.tellsIncident && comment.text.script == subject.script ? .subjectOther : nil
        }
    }
}
