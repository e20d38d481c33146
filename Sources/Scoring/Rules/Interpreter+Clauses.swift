import Feedback

extension Interpreter {
    /// Numbers clauses and sentences: borders of punctuation, and contrast words, begin a clause.
    mutating func readClauses(_ matches: [Match], _ tokens: inout [Token]) {
        var clause: Int32 = -1
        var sentence: Int32 = -1
        var next = 0
        var breakAt = -1
        for place in tokens.indices {
            let border = tokens[place].border
            if border == .sentence { sentence += 1 }
            var begins = border >= .clause || place == breakAt
            while next < matches.count, Int(matches[next].start) <= place {
                let match = matches[next]
                next += 1
                guard Int(match.start) == place, kind(match) == .contrast else { continue }
                if endsClause(match, tokens) { breakAt = Int(match.end) } else { begins = true }
            }
            if begins { clause += 1 }
            tokens[place].clause = clause
            tokens[place].sentence = sentence
        }
        clauseWeights.removeAll(keepingCapacity: true)
        clauseWeights.append(contentsOf: repeatElement(1_000, count: Int(clause + 1)))
        clauseIsHandling.removeAll(keepingCapacity: true)
        clauseIsHandling.append(contentsOf: repeatElement(false, count: Int(clause + 1)))
        for token in tokens where !classes(token).isDisjoint(with: [.staff, .handling]) {
            clauseIsHandling[Int(token.clause)] = true
        }
    }

    /// A conjunctive particle (が, けど) stands at the end of the clause it weakens; other contrasts begin one.
    func endsClause(_ match: Match, _ tokens: [Token]) -> Bool {
        language == .japanese && record(match).wordClass == .conjparticle
            || language == .japanese && tokens[Int(match.end) - 1].wordClass == .conjparticle
    }

    /// The later clause dominates: weakens clauses before a contrast, or the one a concession introduces.
    mutating func contrast(_ match: Match, _ tokens: [Token]) {
        let record = record(match)
        let first = tokens[Int(match.start)]
        if record.reach == .own { return weaken(first.clause, by: record.weight) }
        let ends = endsClause(match, tokens)
        let own = ends ? first.clause + 1 : first.clause
        let opensSentence = !ends && (match.start == 0 || tokens[Int(match.start) - 1].sentence != first.sentence)
        let sentence = opensSentence ? first.sentence - 1 : first.sentence
        for place in stride(from: Int(match.start), through: 0, by: -1) where tokens[place].clause < own {
            if tokens[place].sentence < sentence { break }
            if place > 0, tokens[place - 1].clause == tokens[place].clause { continue }
            weaken(tokens[place].clause, by: record.weight)
        }
    }

    private mutating func weaken(_ clause: Int32, by weight: Int32) {
        clauseWeights[Int(clause)] = min(clauseWeights[Int(clause)], weight)
        for place in findings.indices where findings[place].clause == clause { findings[place].rules.insert(.contrast) }
    }

    /// Adds up what was found.
    func sum(where isIncluded: (Finding) -> Bool) -> Int32 {
        var total: Int32 = 0
        for finding in findings where isIncluded(finding) { total += weighted(finding) }
        return total
    }

    func weighted(_ finding: Finding) -> Int32 { finding.valence * clauseWeights[Int(finding.clause)] / 1_000 }
}
