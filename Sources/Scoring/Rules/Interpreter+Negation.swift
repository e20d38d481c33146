import Feedback

extension Interpreter {
    /// Tokens a negation reaches forward over before it meets a word it can negate.
    private static let forwardReach: Int32 = 8

    /// Lets negators act one by one; those that find nothing to negate say what they say of their own.
    mutating func applyNegators(_ tokens: [Token]) {
        guard operators.contains(where: { kind($0) == .negator }) else { return }
        let negators = operators.filter { kind($0) == .negator }
        holdPlaces(for: negators.filter { record($0).hasValence }, tokens)
        for match in negators { negate(match, tokens) }
        findings.removeAll(where: \.isVacant)
    }

    /// Puts vacant findings where negators stand, as each insertion later would move all that follow.
    private mutating func holdPlaces(for negators: [Match], _ tokens: [Token]) {
        if negators.isEmpty { return }
        var merged: [Finding] = []
        merged.reserveCapacity(findings.count + negators.count)
        var next = 0
        for match in negators {
            while next < findings.count, findings[next].start <= match.start {
                merged.append(findings[next])
                next += 1
            }
            let token = tokens[Int(match.start)]
            merged.append(
                Finding(
                    entry: match.entry,
                    kind: .negator,
                    start: match.start,
                    end: match.end,
                    clause: token.clause,
                    sentence: token.sentence,
                    valence: 0,
                    facet: nil,
                    polarity: .bare,
                    signal: nil
                )
            )
        }
        merged += findings[next...]
        findings = merged
    }

    /// Lets a negator act on what it stands before or after, as the grammar says, within its clause.
    private mutating func negate(_ match: Match, _ tokens: [Token]) {
        let record = record(match)
        let hit: Bool
        switch grammar.operands {
        case .before: hit = negateBefore(match, tokens)
        case .after:
            if let host = host(of: match) { return negateHost(host, match) }
            hit = negateAfter(match, tokens)
        }
        guard !hit, record.hasValence else { return }
        guard let own = vacancy(at: match.start) else { return }
        findings[own].valence = record.valence
        findings[own].rules = .bareNegation
    }

    /// Place of the first vacant finding that begins at a token.
    private func vacancy(at token: Int32) -> Int? {
        (firstFinding(from: token)..<findings.count).lazy.prefix { findings[$0].start == token }
            .first { findings[$0].isVacant }
    }

    private mutating func negateAfter(_ match: Match, _ tokens: [Token]) -> Bool {
        let clause = tokens[Int(match.start)].clause
        var limit = match.end + Self.forwardReach
        var hit = false
        var before = match.end
        for place in firstFinding(from: match.end)..<findings.count {
            let finding = findings[place]
            // First, for a text can be nothing but negators, which are passed over.
            guard finding.clause == clause, finding.start < limit else { break }
            if finding.isVacant { continue }
            guard finding.kind != .negator else { break }
            if hasBarrier(from: before, to: finding.start, tokens) { break }
            if hit, finding.start > before, !isCoordinated(from: before, to: finding.start, tokens) { break }
            if finding.isBare, finding.facet == nil, finding.signal == nil { continue }
            if isToldApart(finding, from: match) { break }
            if finding.valence < 0, isBan(match, tokens) {
                scale(place, by: Self.bannedBlame, .negation)
            } else {
                flip(place, match, isNear: finding.start - match.end <= 2)
            }
            hit = true
            before = finding.end
            limit = finding.end + 2
        }
        return hit
    }

    /// Blame told in several words that do not follow at once: "they didn't look, they billed me for nothing".
    private func isToldApart(_ finding: Finding, from match: Match) -> Bool {
        finding.facet != nil && finding.polarity == .negative && finding.end - finding.start > 2
            && finding.start - match.end > 2
    }

    private mutating func negateBefore(_ match: Match, _ tokens: [Token]) -> Bool {
        let clause = tokens[Int(match.start)].clause
        for place in (0..<firstFinding(from: match.start)).reversed() {
            let finding = findings[place]
            // "I said it twice and it is | not mended": what reaches into the clause is negated there.
            guard finding.clause == clause || tokens[Int(finding.end) - 1].clause == clause else { return false }
            guard finding.end <= match.start, !finding.isVacant else { continue }
            guard bridges(from: finding.end, to: match.start, tokens) else { return false }
            flip(place, match, isNear: match.start - finding.end <= 2)
            return true
        }
        return false
    }

    /// Whether a word between ends the reach of a negation.
    private func hasBarrier(from start: Int32, to end: Int32, _ tokens: [Token]) -> Bool {
        var place = start
        while place < end {
            if tokens[Int(place)].classes.contains(.barrier) { return true }
            place += 1
        }
        return false
    }

    /// "Don't raise the price": what is forbidden has happened or is feared, so it stays blame.
    private func isBan(_ match: Match, _ tokens: [Token]) -> Bool {
        let first = Int(match.start)
        guard tokens[first].classes.contains(.banning) else { return false }
        return first == 0 || tokens[first - 1].clause != tokens[first].clause
    }

    /// Whether all words between join what stands before and after, as "or" does.
    private func isCoordinated(from start: Int32, to end: Int32, _ tokens: [Token]) -> Bool {
        tokens[Int(start)..<Int(end)].allSatisfy { $0.classes.contains(.coordinator) }
    }

    /// Whether only particles, auxiliaries and words such as 思う and こと lie between.
    func bridges(from start: Int32, to end: Int32, _ tokens: [Token]) -> Bool {
        var place = start
        while place < end {
            let token = tokens[Int(place)]
            switch token.wordClass {
            case .aux, .particle: break
            default: if !token.classes.contains(.bridge) { return false }
            }
            place += 1
        }
        return true
    }

    /// Negates one finding; a bare facet word that is said to be missing becomes a complaint.
    mutating func flip(_ place: Int, _ match: Match, isNear: Bool) {
        var finding = findings[place]
        let weight = record(match).weight
        if finding.isBare, finding.facet != nil, finding.polarity == .bare {
            guard isNear else { return }
            finding.valence = Self.absenceValence
            finding.polarity = .negative
            finding.rules.insert(.absence)
        } else {
            finding.valence =
                finding.valence * (finding.valence < 0 ? weight * Self.negatedBlame / 1_000 : weight) / 1_000
            finding.turnPolarity { Polarity(rawValue: -$0.rawValue) ?? .bare }
            finding.rules.insert(finding.negations > 0 ? .doubleNegation : .negation)
        }
        finding.signal = nil
        finding.negations += 1
        findings[place] = finding
    }

    /// What a missing reply, refund or apology is worth.
    static var absenceValence: Int32 { -300 }
    /// Share of blame that stays when it is forbidden.
    static var bannedBlame: Int32 { 500 }
    /// "Not bad" is less than good: share of the weight that negated blame keeps.
    static var negatedBlame: Int32 { 600 }
}
