import Feedback

extension Interpreter {
    /// Strengthens or weakens the next finding of the clause, or the one just before when none follows.
    mutating func intensify(_ match: Match, _ tokens: [Token]) {
        let record = record(match)
        let clause = tokens[Int(match.start)].clause
        let rule: RuleNames = record.weight >= 1_000 ? .intensifier : .diminisher
        if let host = host(of: match) { return strengthen(host, record.weight, rule) }
        if record.reach != .before,
            let next = findings[firstFinding(from: match.end)...].firstIndex(where: {
                $0.valence != 0 || $0.clause != clause
            }),
            findings[next].clause == clause, findings[next].start - match.end <= 3
        {
            return strengthen(next, record.weight, rule)
        }
        guard record.reach != .after,
            let last = findings[..<firstFinding(from: match.start)].lastIndex(where: {
                $0.end <= match.start && $0.valence != 0 || $0.clause != clause
            }),
            findings[last].clause == clause, match.start - findings[last].end <= 2
        else { return }
        strengthen(last, record.weight, rule)
    }

    /// A negative weight says the opposite: "less reliable".
    private mutating func strengthen(_ place: Int, _ weight: Int32, _ rule: RuleNames) {
        scale(place, by: weight, rule)
        if weight < 0 { findings[place].turnPolarity { Polarity(rawValue: -$0.rawValue) ?? .bare } }
    }

    /// Capitals and drawn-out letters, and exclamation marks at the end of a sentence.
    mutating func applySpelling(_ list: TokenList) {
        if !list.marks.isDisjoint(with: [.capitals, .drawnOut]) { applyLetters(list.tokens) }
        guard list.marks.contains(.exclamation) else { return }
        for (number, token) in list.tokens.enumerated() where token.marks.contains(.exclamation) {
            let before = findings[..<firstFinding(from: Int32(number) + 1)]
            guard let last = before.lastIndex(where: { $0.valence != 0 || $0.sentence != token.sentence }),
                findings[last].sentence == token.sentence
            else { continue }
            scale(last, by: token.marks.contains(.shouting) ? 1_200 : 1_100, .exclamation)
        }
    }

    private mutating func applyLetters(_ tokens: [Token]) {
        let capitals = tokens.reduce(0) { $0 + ($1.marks.contains(.capitals) ? 1 : 0) }
        let isShouted = capitals * 2 > tokens.count
        for place in findings.indices where findings[place].valence != 0 {
            let range = Int(findings[place].start)..<Int(findings[place].end)
            let marks = tokens[range].reduce(into: Token.Marks()) { $0.formUnion($1.marks) }
            if !isShouted, marks.contains(.capitals) { scale(place, by: 1_200, .capitals) }
            if marks.contains(.drawnOut) { scale(place, by: 1_150, .repetition) }
        }
    }

    /// Suffixes of verbs: 〜すぎる strengthens a judgement before it, 〜にくい takes its place.
    mutating func applyAffixes(_ matches: [Match]) {
        for match in matches where kind(match) == .affix {
            let place = firstFinding(from: match.start)
            guard let own = findings[place...].firstIndex(where: { $0.start > match.start || $0.kind == .affix }),
                findings[own].start == match.start,
                let before = findings(reaching: match.start).last(where: {
                    findings[$0].end == match.start && findings[$0].valence != 0
                })
            else { continue }
            let record = record(match)
            if record.hasWeight {
                scale(before, by: record.weight, .affix)
                findings[own].valence = 0
            } else {
                findings[before].valence = 0
                findings[own].rules.insert(.affix)
            }
        }
    }

    mutating func scale(_ place: Int, by weight: Int32, _ rule: RuleNames) {
        findings[place].valence = findings[place].valence * weight / 1_000
        findings[place].rules.insert(rule)
    }
}
