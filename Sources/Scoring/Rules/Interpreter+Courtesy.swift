import Feedback

extension Interpreter {
    /// Thanks beside a question, a request or a complaint are manners: they keep little of their weight.
    mutating func applyThanks(_ list: TokenList) {
        guard list.classes.contains(.thanks) else { return }
        let tokens = list.tokens
        guard findings.contains(where: { isThanks($0, tokens) }), asksOrComplains(list) else { return }
        for place in findings.indices where isThanks(findings[place], tokens) {
            scale(place, by: measure.courteousThanks, .courtesy)
        }
    }

    private func isThanks(_ finding: Finding, _ tokens: [Token]) -> Bool {
        finding.valence > 0 && finding.end - finding.start <= 2
            && tokens[Int(finding.start)].classes.contains(.thanks)
    }

    private func asksOrComplains(_ list: TokenList) -> Bool {
        if list.marks.contains(.question) { return true }
        if operators.contains(where: { kind($0) == .conditional && record($0).weight <= 0 }) { return true }
        return findings.contains { $0.valence < 0 }
    }
}

extension Measure {
    /// Share of its valence that a courteous thanks keeps, in thousandths.
    var courteousThanks: Int32 { 150 }
}
