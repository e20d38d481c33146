/// Where findings stand; they are in the order of their first tokens, and so of their clauses and sentences.
extension Interpreter {
    /// Most tokens that an entry reaches over, gaps with it.
    private static var longestReach: Int32 { 64 }

    mutating func sortFindings() {
        findings.sort { $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end }
    }

    /// The first finding that begins at a token or behind it.
    func firstFinding(from token: Int32) -> Int { firstFinding { $0.start >= token } }

    /// Findings of a clause.
    func findings(inClause clause: Int32) -> Range<Int> {
        firstFinding { $0.clause >= clause }..<firstFinding { $0.clause > clause }
    }

    /// Findings of a sentence.
    func findings(inSentence sentence: Int32) -> Range<Int> {
        firstFinding { $0.sentence >= sentence }..<firstFinding { $0.sentence > sentence }
    }

    /// Findings that begin before a token and may reach to it.
    func findings(reaching token: Int32) -> Range<Int> {
        firstFinding(from: token - Self.longestReach)..<firstFinding(from: token)
    }

    /// Halving, for a condition that holds for all findings behind the first it holds for.
    private func firstFinding(where holds: (Finding) -> Bool) -> Int {
        var (low, high) = (0, findings.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(findings[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
