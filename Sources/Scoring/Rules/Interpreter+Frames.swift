import Feedback

extension Interpreter {
    /// Joins steps that follow each other: "They said Friday. It is Tuesday."
    ///
    /// Each step is taken once for each frame, and a frame that an entry has told already adds no valence.
    mutating func applyFrames(_ events: [Match], _ list: TokenList) {
        guard events.count > 1 else { return }
        let events = events.sorted { $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end }
        let tokens = list.tokens
        let denials = denials(among: events, tokens)
        var told: [Finding] = []
        for frame in Frame.all {
            var next = 0
            while let first = events[next...].firstIndex(where: { isStep($0, of: frame, denials, tokens) }) {
                next = first + 1
                let near = events[next...].prefix { isNear($0, events[first], frame, tokens) }
                guard let second = near.firstIndex(where: { follows($0, events[first], frame, denials, tokens) })
                else { continue }
                tell(frame, events[first], events[second], tokens, &told)
                next = second + 1
            }
        }
        findings += told
        sortFindings()
    }

    /// Whether a step may be told first.
    private func isStep(_ match: Match, of frame: Frame, _ denials: Denials, _ tokens: [Token]) -> Bool {
        guard let kind = records[match.entry].event else { return false }
        guard kind == frame.first || frame.isReversible && kind == frame.second else { return false }
        return !frame.tellsPraise || !kind.isDone || isReal(match, denials, tokens)
    }

    private func isNear(_ second: Match, _ first: Match, _ frame: Frame, _ tokens: [Token]) -> Bool {
        let distance = tokens[Int(second.start)].sentence - tokens[Int(first.start)].sentence
        return distance <= frame.reach && second.start - first.end <= frame.gap
    }

    private func follows(
        _ second: Match,
        _ first: Match,
        _ frame: Frame,
        _ denials: Denials,
        _ tokens: [Token]
    ) -> Bool {
        let wanted = records[first.entry].event == frame.first ? frame.second : frame.first
        guard records[second.entry].event == wanted, second.start >= first.end else { return false }
        if frame.tellsPraise, wanted.isDone, !isReal(second, denials, tokens) { return false }
        if frame.sharesTime, !namesTime(of: first, second, tokens) { return false }
        return !frame.needsMore || number(in: second, tokens) > number(in: first, tokens)
    }

    /// Whether a match names a number or a time that the sentence of the other has named since that began.
    private func namesTime(of first: Match, _ second: Match, _ tokens: [Token]) -> Bool {
        let sentence = tokens[Int(first.start)].sentence
        let named = tokens[Int(first.start)..<Int(second.start)].prefix { $0.sentence == sentence }
        return tokens[Int(second.start)..<Int(second.end)].contains { token in
            if token.number >= 0 { return named.contains { $0.number == token.number } }
            return token.classes.contains(.time) && named.contains { $0.form == token.form }
        }
    }

    /// The greatest number among the words of a match.
    private func number(in match: Match, _ tokens: [Token]) -> Int32 {
        tokens[Int(match.start)..<Int(match.end)].reduce(0) { max($0, $1.number) }
    }

    private mutating func tell(
        _ frame: Frame,
        _ first: Match,
        _ second: Match,
        _ tokens: [Token],
        _ told: inout [Finding]
    ) {
        let reach = tokens[Int(first.start)].sentence...tokens[Int(second.start)].sentence
        let says = { (finding: Finding) in reach.contains(finding.sentence) && frame.isTold(by: finding) }
        let isTold = findings.contains(where: says) || told.contains(where: says)
        var opening = finding(of: first, tokens)
        opening.rules = frame.name
        var outcome = finding(of: second, tokens)
        outcome.rules = frame.name
        if !isTold {
            outcome.valence = frame.valence
            outcome.facet = frame.claims.first?.facet
            outcome.signal = frame.signal
        }
        outcome.polarity = frame.claims.first?.polarity ?? .bare
        outcome.second = frame.claims.dropFirst().first
        if frame.makesGood { forgive(before: second, from: reach.lowerBound, frame.name) }
        told += [opening, outcome]
    }

    /// What was made good afterwards weighs half, and once.
    private mutating func forgive(before match: Match, from sentence: Int32, _ rule: RuleNames) {
        for place in findings(from: sentence, before: match.start) where findings[place].valence < 0 {
            guard findings[place].rules.isDisjoint(with: .makingGood) else { continue }
            scale(place, by: 500, rule)
        }
    }

    private func findings(from sentence: Int32, before token: Int32) -> Range<Int> {
        let first = findings(inSentence: sentence).lowerBound
        return first..<max(first, firstFinding(from: token))
    }

    private func finding(of match: Match, _ tokens: [Token]) -> Finding {
        let token = tokens[Int(match.start)]
        return Finding(
            entry: match.entry,
            kind: .event,
            start: match.start,
            end: match.end,
            clause: token.clause,
            sentence: token.sentence,
            valence: 0,
            facet: nil,
            polarity: .bare,
            signal: nil,
            mask: match.mask
        )
    }
}
