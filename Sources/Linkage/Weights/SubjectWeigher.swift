/// Weighs how much a comment says again what its case's subject says.
struct SubjectWeigher: Sendable {
    let model: LinkModel

    /// Thousandths of a bit from the share of the subject's telling words that the comment repeats.
    ///
    /// Every word counts alike: how seldom each is among all subjects tells nothing more where it was measured, and would
    /// make every pair hang on every subject.
    func milliBits(_ comment: CommentFeatures, _ subject: CaseSubject) -> Int {
        guard subject.words.count >= 2, !comment.words.isEmpty else { return 0 }
        let shared = subject.words.count { comment.words.containsSorted($0) }
        switch shared * 100 / subject.words.count {
        case 60...: return model.subjectSame
        case 30..<60: return model.subjectAlike
        case 10..<30: return 0
        default: return comment.tellsIncident && comment.text.script == subject.script ? model.subjectOther : 0
        }
    }
}
