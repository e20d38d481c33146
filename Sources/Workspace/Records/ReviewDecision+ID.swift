package import Feedback

extension ReviewDecision {
    private static let idLength = 16
    private static let separator = "\u{1F}"

    /// The decision under the id that its content gives: the same in every workspace.
    package var identified: ReviewDecision {
        let parts = [
            kind.rawValue, comment?.source, comment?.externalID, caseID, into, relation?.rawValue, undoes, by,
            "\(at.milliseconds)", note,
        ]
        // An absent part is told from an empty one.
        let text = parts.map { $0.map { "=" + $0 } ?? "" }.joined(separator: Self.separator)
        var copy = self
        copy.id = String(Digest.hex(Array(text.utf8)).prefix(Self.idLength))
        return copy
    }
}
