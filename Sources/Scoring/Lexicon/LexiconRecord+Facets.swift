import Feedback

extension LexiconRecord {
    /// Whether the entry is about a facet, for better or worse, and not only for want of a more exact one.
    var statesFacet: Bool {
        facet != nil && polarity != .bare && !isGeneral && (kind == .phrase || kind == .lemma)
    }

    /// Whether an entry that lost a word to this one may still add its facet: both judge alike, of different things.
    func leavesRoom(for other: LexiconRecord) -> Bool {
        guard kind == .phrase || kind == .lemma, facet != nil || signal != nil else { return false }
        guard facet != other.facet, second?.facet != other.facet, third?.facet != other.facet else { return false }
        let sign = facet != nil && polarity != .bare ? polarity.rawValue : Int(valence.signum())
        return sign == other.polarity.rawValue
    }
}
