import Feedback

/// Words that say of a step in the course of events that it was not so, by clause.
struct Denials {
    /// First and last token of the negators and conditions of each clause.
    fileprivate var reach: [Int32: Range<Int32>] = [:]
    /// Steps of each clause that did not come about: "nothing came".
    fileprivate var unmet: [Int32: [Match]] = [:]
}

extension Interpreter {
    /// Negators, conditions and unmet steps of a text.
    func denials(among events: [Match], _ tokens: [Token]) -> Denials {
        var denials = Denials()
        for match in operators where [.negator, .conditional].contains(kind(match)) {
            let clause = tokens[Int(match.start)].clause
            let known = denials.reach[clause] ?? match.start..<match.end
            denials.reach[clause] = min(known.lowerBound, match.start)..<max(known.upperBound, match.end)
        }
        for match in events where records[match.entry].event == .unmet {
            denials.unmet[tokens[Int(match.start)].clause, default: []].append(match)
        }
        return denials
    }

    /// Whether a step is told as done: neither denied nor wished for, supposed or asked.
    func isReal(_ match: Match, _ denials: Denials, _ tokens: [Token]) -> Bool {
        let clause = tokens[Int(match.start)].clause
        if let reach = denials.reach[clause], isReached(match, by: reach) { return false }
        if let unmet = denials.unmet[clause], unmet.contains(where: { $0.sharesWords(with: match) }) { return false }
        if findings(inClause: clause).contains(where: { isBlamed(match, by: findings[$0]) }) { return false }
        return !tokens[Int(match.start)...].prefix { $0.clause == clause }.contains { $0.marks.contains(.question) }
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
