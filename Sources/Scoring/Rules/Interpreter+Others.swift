import Feedback

extension Interpreter {
    /// A rival's handling is not what the writer met with here.
    ///
    /// "Lyft never answers the phone": the facets count for nothing.
    mutating func applyOthers(_ list: TokenList) {
        guard !list.classes.isDisjoint(with: .rival) else { return }
        let tokens = list.tokens
        for place in tokens.indices where !tokens[place].classes.isDisjoint(with: .rival) {
            // "Worse than Lyft", "like a competitor": the rival is what the company is measured by.
            if place > 0, tokens[place - 1].classes.contains(.comparing) { continue }
            let clause = tokens[place].clause
            for own in firstFinding(from: Int32(place))..<findings.count {
                guard findings[own].clause == clause else { break }
                if Int(findings[own].start) == place { continue }
                if tokens[place..<Int(findings[own].start)].contains(where: { $0.classes.contains(.comparing) }) {
                    break
                }
                guard findings[own].statesFacet else { continue }
                findings[own].turnPolarity { _ in .bare }
                findings[own].rules.insert(.elsewhere)
            }
        }
    }
}
