import Feedback

extension Interpreter {
    /// What is wished for, asked for or supposed is not given: praise in the reach of the words loses its force.
    mutating func condition(_ match: Match, _ tokens: [Token]) {
        let record = record(match)
        let clause = findings(inClause: tokens[Int(match.start)].clause)
        for place in clause where isReached(findings[place], by: match, record.reach) {
            suppose(place, weight: record.weight)
            if record.isSupposing { findings[place].turnPolarity { _ in .bare } }
        }
    }

    /// An order (ください, くれ, しろ) asks for what stands before it in its clause.
    func isOrder(_ token: Token) -> Bool { token.marks.contains(.imperative) && token.wordClass == .verb }

    mutating func applyOrders(_ tokens: [Token]) {
        for (number, token) in tokens.enumerated() where isOrder(token) {
            for place in findings(inClause: token.clause) where Int(findings[place].start) < number {
                suppose(place, weight: 0)
            }
        }
    }

    /// Takes from praise what a condition leaves of it; with a negative weight it is missing.
    private mutating func suppose(_ place: Int, weight: Int32) {
        guard findings[place].valence > 0 || findings[place].polarity != .negative else { return }
        findings[place].rules.insert(.condition)
        if findings[place].valence > 0 { findings[place].valence = findings[place].valence * weight / 1_000 }
        if weight < 0 {
            if findings[place].statesFacet { findings[place].turnPolarity { _ in .negative } }
        } else {
            findings[place].turnPolarity { $0 == .positive ? .bare : $0 }
        }
        if weight <= Self.doubtedLoyalty { dropLoyalty(place) }
    }

    /// Weight of a condition up to which loyalty is not yet there: "if it works I will buy again".
    private static var doubtedLoyalty: Int32 { 300 }

    private mutating func dropLoyalty(_ place: Int) {
        if let signal = findings[place].signal, signal.direction > 0 { findings[place].signal = nil }
    }

    /// Makes all of a clause weaker that is only guessed.
    mutating func hedge(_ match: Match, _ tokens: [Token]) {
        let record = record(match)
        let clause = findings(inClause: tokens[Int(match.start)].clause)
        for place in clause where isReached(findings[place], by: match, record.reach) {
            guard findings[place].valence != 0 else { continue }
            scale(place, by: record.weight, .hedge)
        }
    }

    /// Whether words reach a finding of their clause.
    private func isReached(_ finding: Finding, by match: Match, _ reach: LexiconRecord.Reach) -> Bool {
        if finding.start == match.start { return false }
        if finding.holdsInGap(match) { return true }
        switch reach {
        case .own: return true
        case .before: return finding.start < match.start
        case .after: return finding.start >= match.end
        case .standard:
            switch grammar.operands {
            case .before: return finding.start < match.start
            case .after: return finding.start >= match.end
            }
        }
    }

    /// Praise and loyalty in a question are doubted, not given.
    mutating func applyQuestions(_ list: TokenList) {
        guard list.marks.contains(.question) else { return }
        let tokens = list.tokens
        for (number, token) in tokens.enumerated() where token.marks.contains(.question) {
            for place in findings(inSentence: token.sentence) where findings[place].start <= number {
                dropLoyalty(place)
                guard findings[place].valence > 0, findings[place].kind.isGlyph == false else { continue }
                let isAsked = findings[place].clause == token.clause
                scale(place, by: isAsked ? measure.questionedPraise : measure.praiseBeforeQuestion, .question)
                findings[place].turnPolarity { $0 == .positive ? .bare : $0 }
            }
        }
    }
}

extension Measure {
    /// Share of praise that stays in a question, in thousandths: enough for its sign, too little to count.
    var questionedPraise: Int32 { 60 }
    /// The same for clauses before the one that asks.
    var praiseBeforeQuestion: Int32 { 200 }
}
