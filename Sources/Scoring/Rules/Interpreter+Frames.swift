import Feedback

extension Interpreter {
    /// Joins steps that follow each other: "They said Friday. It is Tuesday."
    ///
    /// Each step is taken once for each frame, and a frame that an entry has told already adds no valence.
    mutating func applyFrames(_ events: [Match], _ list: TokenList) {
        guard events.count > 1 else { return }
        let frames = Frame.all.filter { holdsSteps(of: $0, events) }
        if frames.isEmpty { return }
        let events = events.sorted { $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end }
        let tokens = list.tokens
        let denials = frames.contains(where: \.tellsPraise) ? denials(among: events, list) : Denials()
        var told = Told(findings)
        var added: [Finding] = []
        for frame in frames {
            var next = 0
            var forgiven: Int32 = 0
            while let first = events[next...].firstIndex(where: { isStep($0, of: frame, denials, tokens) }) {
                next = first + 1
                let near = events[next...].prefix { isNear($0, events[first], frame, tokens) }
                guard let second = near.firstIndex(where: { follows($0, events[first], frame, denials, tokens) })
                else { continue }
                let isTold = told.insert(frame, from: events[first], to: events[second], tokens)
                added += tell(frame, events[first], events[second], tokens, isTold: isTold)
                if frame.makesGood { forgive(after: max(forgiven, events[first].start), events[second], tokens, frame) }
                forgiven = events[second].start
                next = second + 1
            }
        }
        findings += added
        sortFindings()
    }

    private func holdsSteps(of frame: Frame, _ events: [Match]) -> Bool {
        events.contains { records[$0.entry].event == frame.first }
            && events.contains { records[$0.entry].event == frame.second }
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

    /// What both steps of a frame say; nothing of their own where it is told already.
    private func tell(
        _ frame: Frame,
        _ first: Match,
        _ second: Match,
        _ tokens: [Token],
        isTold: Bool
    ) -> [Finding] {
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
        return [opening, outcome]
    }

    /// What was made good afterwards weighs half, and once.
    private mutating func forgive(after first: Int32, _ second: Match, _ tokens: [Token], _ frame: Frame) {
        let sentence = tokens[Int(first)].sentence
        var place = firstFinding(from: second.start) - 1
        while place >= 0, findings[place].sentence >= sentence, second.start - findings[place].start <= frame.gap {
            if findings[place].valence < 0, findings[place].rules.isDisjoint(with: .makingGood) {
                scale(place, by: 500, frame.name)
            }
            place -= 1
        }
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

/// What the findings of a text say already, by sentence.
private struct Told {
    private var facets: [FacetClaim: Set<Int32>] = [:]
    private var signals: [LoyaltySignal: Set<Int32>] = [:]

    init(_ findings: [Finding]) {
        for finding in findings {
            if let facet = finding.facet {
                facets[FacetClaim(facet: facet, polarity: finding.polarity), default: []].insert(finding.sentence)
            }
            if let signal = finding.signal { signals[signal, default: []].insert(finding.sentence) }
        }
    }

    /// Notes that a frame tells what it tells.
    ///
    /// - Returns: whether a sentence from its first step to its second has told it before.
    mutating func insert(_ frame: Frame, from first: Match, to second: Match, _ tokens: [Token]) -> Bool {
        let last = tokens[Int(second.start)].sentence
        let reach = tokens[Int(first.start)].sentence...last
        if let signal = frame.signal {
            defer { signals[signal, default: []].insert(last) }
            return signals[signal].map { known in reach.contains { known.contains($0) } } ?? false
        }
        guard let claim = frame.claims.first else { return false }
        defer { facets[claim, default: []].insert(last) }
        return facets[claim].map { known in reach.contains { known.contains($0) } } ?? false
    }
}
