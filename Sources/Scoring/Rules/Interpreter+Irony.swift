import Feedback

extension Interpreter {
    /// Marks praise that its neighbours belie, and lets go of markers of irony among true praise.
    ///
    /// "Great, another two hours on hold" says nothing good; "Oh brilliant, they fixed it at once" is meant.
    mutating func applyIrony(_ list: TokenList) {
        for place in findings.indices where findings[place].kind == .irony && isMeant(place) {
            findings[place].valence = 0
            findings[place].rules.remove(.irony)
        }
        guard list.classes.contains(.acclaim), findings.contains(where: { isBlame($0) }) else { return }
        let tokens = list.tokens
        var start = 0
        while start < tokens.count {
            var end = start + 1
            while end < tokens.count, tokens[end].clause == tokens[start].clause { end += 1 }
            if isAcclaim(start..<end, tokens) { markAcclaim(start..<end, tokens) }
            start = end
        }
    }

    /// Most words of a clause that is an exclamation of praise.
    private static let longestAcclaim = 4

    /// Whether a clause is praise alone, at the head of its sentence.
    private func isAcclaim(_ clause: Range<Int>, _ tokens: [Token]) -> Bool {
        let first = clause.lowerBound
        guard clause.count <= Self.longestAcclaim, first == 0 || tokens[first - 1].sentence != tokens[first].sentence
        else { return false }
        return clause.allSatisfy { tokens[$0].classes.contains(.acclaim) }
    }

    /// Takes the praise from a clause when nothing but blame follows, and no "but".
    private mutating func markAcclaim(_ clause: Range<Int>, _ tokens: [Token]) {
        let sentence = tokens[clause.lowerBound].sentence
        let reach = sentence...sentence + 1
        let isOwn = { (place: Int32) in clause.contains(Int(place)) }
        let others = findings.filter { reach.contains($0.sentence) && !isOwn($0.start) }
        guard others.contains(where: { isBlame($0) }), !others.contains(where: { isPraise($0) }),
            !operators.contains(where: { kind($0) == .contrast && reach.contains(tokens[Int($0.start)].sentence) })
        else { return }
        for place in findings.indices where isOwn(findings[place].start) && findings[place].valence > 0 {
            findings[place].valence = 0
            findings[place].rules.insert(.irony)
        }
    }

    /// Whether what stands around a marker of irony is praise on the whole.
    private func isMeant(_ place: Int) -> Bool {
        let sentence = findings[place].sentence
        let around = findings.filter { $0.kind != .irony && (sentence - 1...sentence + 1).contains($0.sentence) }
        return around.contains { isPraise($0) } && around.reduce(0) { $0 + $1.valence } > 0
            && !around.contains { $0.facet != nil && $0.polarity == .negative }
    }

    private func isBlame(_ finding: Finding) -> Bool {
        finding.kind != .irony && (finding.valence < 0 || finding.facet != nil && finding.polarity == .negative)
    }

    private func isPraise(_ finding: Finding) -> Bool {
        finding.kind != .irony && (finding.valence > 0 || finding.facet != nil && finding.polarity == .positive)
    }
}
