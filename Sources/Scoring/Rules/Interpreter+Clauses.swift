import Feedback

extension Interpreter {
    /// Begins clauses at contrast words, or behind those that end one.
    mutating func splitClauses(_ matches: [Match], _ list: inout TokenList) {
        guard matches.contains(where: { kind($0) == .contrast }) else { return }
        var starts: [Int32] = []
        for match in matches where kind(match) == .contrast {
            starts.append(endsClause(match, list.tokens) ? match.end : match.start)
        }
        list.splitClauses(at: starts)
    }

    /// Notes the clauses that speak of staff or handling.
    mutating func findHandling(_ list: TokenList) {
        clauseIsHandling.removeAll(keepingCapacity: true)
        let isNamed = !list.classes.isDisjoint(with: [.staff, .handling])
        guard isNamed || findings.contains(where: \.statesFacet) else { return }
        for _ in 0..<list.clauseCount { clauseIsHandling.append(false) }
        if isNamed {
            for token in list.tokens where !token.classes.isDisjoint(with: [.staff, .handling]) {
                clauseIsHandling[Int(token.clause)] = true
            }
        }
        for finding in findings where finding.statesFacet { clauseIsHandling[Int(finding.clause)] = true }
    }

    /// A conjunctive particle (が, けど) stands at the end of the clause it weakens; other contrasts begin one.
    func endsClause(_ match: Match, _ tokens: [Token]) -> Bool {
        record(match).wordClass == .conjparticle || tokens[Int(match.end) - 1].wordClass == .conjparticle
    }

    /// The later clause dominates: weakens clauses before a contrast, or the one a concession introduces.
    mutating func contrast(_ match: Match, _ list: TokenList) {
        let tokens = list.tokens
        if clauseWeights.isEmpty {
            clauseWeights.append(contentsOf: repeatElement(1_000, count: Int(list.clauseCount)))
        }
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

    /// Thousandths that a finding adds to the sum.
    func weighted(_ finding: Finding) -> Int32 {
        clauseWeights.isEmpty ? finding.valence : finding.valence * clauseWeights[Int(finding.clause)] / 1_000
    }
}
