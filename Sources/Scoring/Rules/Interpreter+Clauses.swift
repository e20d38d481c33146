import Feedback

extension Interpreter {
    /// Begins clauses at contrast words, or behind those that end one.
    mutating func splitClauses(_ matches: [Match], _ list: inout TokenList) {
        var starts: [Int32] = []
        for match in matches where kind(match) == .contrast {
            starts.append(endsClause(match, list.tokens) ? match.end : match.start)
        }
        if !starts.isEmpty { list.splitClauses(at: starts) }
        list.cutLongClauses()
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

    /// Whether nothing follows a match in its sentence: a contrast left there says what it says of its own, as in
    /// 「書いてあるのに。」.
    func endsSentence(_ match: Match, _ tokens: [Token]) -> Bool {
        let next = Int(match.end)
        return next >= tokens.count || tokens[next].sentence != tokens[Int(match.start)].sentence
    }

    /// The later clause dominates: weakens clauses before a contrast, or the one a concession introduces.
    mutating func applyContrasts(_ list: TokenList) {
        guard operators.contains(where: { kind($0) == .contrast }) else { return }
        let tokens = list.tokens
        // By clause: what a contrast leaves of it, and of it and all before it in its sentence.
        var own = [Int32](repeating: Self.untouched, count: Int(list.clauseCount))
        var upTo = own
        for match in operators where kind(match) == .contrast {
            let record = record(match)
            let clause = Int(tokens[Int(match.start)].clause)
            if record.reach == .own {
                own[clause] = min(own[clause], record.weight)
            } else if endsClause(match, tokens) {
                upTo[clause] = min(upTo[clause], record.weight)
            } else if clause > 0 {
                // At the head of a sentence this is the last clause of the one before.
                upTo[clause - 1] = min(upTo[clause - 1], record.weight)
            }
        }
        weaken(own, upTo, tokens)
    }

    private mutating func weaken(_ own: [Int32], _ upTo: [Int32], _ tokens: [Token]) {
        var weights = own
        var sentence: Int32 = -1
        var weight = Self.untouched
        for token in tokens.reversed() {
            if token.sentence != sentence { weight = Self.untouched }
            sentence = token.sentence
            weight = min(weight, upTo[Int(token.clause)])
            weights[Int(token.clause)] = min(weights[Int(token.clause)], weight)
        }
        for place in findings.indices where weights[Int(findings[place].clause)] != Self.untouched {
            findings[place].rules.insert(.contrast)
        }
        clauseWeights.append(contentsOf: weights.lazy.map { min($0, 1_000) })
    }

    private static var untouched: Int32 { .max }

    /// Thousandths that a finding adds to the sum.
    func weighted(_ finding: Finding) -> Int32 {
        clauseWeights.isEmpty ? finding.valence : finding.valence * clauseWeights[Int(finding.clause)] / 1_000
    }
}
