internal import Feedback

/// Which cases people have put together, as merges and splits come in the order of time.
struct CaseMerges {
    /// The case that each merged one went into, and the decision that says so.
    private(set) var into: [String: (caseID: String, decisionID: String)] = [:]

    /// Puts a case into another.
    ///
    /// - Returns: ids of the decisions that this one overrules: an earlier home of the case, or what would make a circle.
    mutating func merge(_ decision: ReviewDecision) -> [String] {
        guard let caseID = decision.caseID, let home = decision.into, caseID != home else { return [] }
        var overruled: [String] = []
        if let earlier = into[caseID], earlier.caseID != home { overruled.append(earlier.decisionID) }
        into[caseID] = nil
        // The way from the new home must not lead back.
        var place = home
        while let next = into[place] {
            if next.caseID == caseID {
                overruled.append(next.decisionID)
                into[place] = nil
                break
            }
            place = next.caseID
        }
        into[caseID] = (home, decision.id)
        return overruled
    }

    /// Lets a case stand alone again.
    ///
    /// - Returns: id of the decision that put it elsewhere, if any.
    mutating func split(_ decision: ReviewDecision) -> String? {
        guard let caseID = decision.caseID else { return nil }
        return into.removeValue(forKey: caseID)?.decisionID
    }

    /// The last case on the way from a case that there is; the case itself where there is none.
    func root(of caseID: String, hasCase: (String) -> Bool) -> String {
        var (root, place) = (caseID, caseID)
        while let next = into[place] {
            place = next.caseID
            if hasCase(place) { root = place }
        }
        return root
    }
}
