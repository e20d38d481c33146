import Feedback

/// Words that say of a step in the course of events that it was not so.
struct Denials {
    /// From the first to the last token of the negators and conditions of each clause.
    fileprivate var reach: [Int32: Range<Int32>] = [:]
    /// Clauses that ask.
    fileprivate var asked: Set<Int32> = []
    /// Words of steps that did not come about: "nothing came".
    fileprivate var unmet: Set<Int32> = []
}

extension Interpreter {
    /// Negators, conditions, questions and unmet steps of a text.
    func denials(among events: [Match], _ list: TokenList) -> Denials {
        var denials = Denials()
        for match in operators where [.negator, .conditional].contains(kind(match)) {
            let clause = list.tokens[Int(match.start)].clause
            let known = denials.reach[clause] ?? match.start..<match.end
            denials.reach[clause] = min(known.lowerBound, match.start)..<max(known.upperBound, match.end)
        }
        if list.marks.contains(.question) {
            for token in list.tokens where token.marks.contains(.question) { denials.asked.insert(token.clause) }
        }
        for match in events where records[match.entry].event == .unmet { denials.unmet.formUnion(match.words) }
        return denials
    }

    /// Whether a step is told as done: neither denied nor wished for, supposed or asked.
    func isReal(_ match: Match, _ denials: Denials, _ tokens: [Token]) -> Bool {
        let clause = tokens[Int(match.start)].clause
        if denials.asked.contains(clause) { return false }
        if let reach = denials.reach[clause], isReached(match, by: reach) { return false }
        if !denials.unmet.isDisjoint(with: match.words) { return false }
        let near = findings(reaching: match.start).lowerBound..<firstFinding(from: match.end)
        return !near.contains { isBlamed(match, by: findings[$0]) }
    }

    private func isReached(_ match: Match, by reach: Range<Int32>) -> Bool {
        switch grammar.operands {
        case .after: reach.lowerBound < match.end
        case .before: reach.upperBound > match.start
        }
    }

    private func isBlamed(_ match: Match, by finding: Finding) -> Bool {
        finding.polarity == .negative && finding.facet != nil && finding.start < match.end && match.start < finding.end
    }
}

extension Match {
    /// Places of the words of the entry, without those in its gaps.
    fileprivate var words: [Int32] {
        (start..<end).filter { mask >> UInt64($0 - start) & 1 == 1 }
    }
}
