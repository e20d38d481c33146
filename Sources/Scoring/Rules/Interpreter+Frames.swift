import Feedback

extension Interpreter {
    /// Joins steps that follow each other: "They said Friday. It is Tuesday."
    ///
    /// Each step is taken once for each frame, and a frame that an entry has told already adds no valence.
    mutating func applyFrames(_ events: [Match], _ list: TokenList) {
        guard events.count > 1 else { return }
        let events = events.sorted { $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end }
        let tokens = list.tokens
        for frame in Frame.all {
            var next = 0
            while let first = events[next...].firstIndex(where: { isStep($0, of: frame) }) {
                next = first + 1
                guard let second = events[next...].firstIndex(where: { follows($0, events[first], frame, tokens) })
                else { continue }
                add(frame, events[first], events[second], tokens)
                next = second + 1
            }
        }
        sortFindings()
    }

    private func kind(of match: Match) -> EventKind? { records[match.entry].event }

    /// Whether a step may be told first.
    private func isStep(_ match: Match, of frame: Frame) -> Bool {
        kind(of: match) == frame.first || frame.isReversible && kind(of: match) == frame.second
    }

    private func follows(_ second: Match, _ first: Match, _ frame: Frame, _ tokens: [Token]) -> Bool {
        let wanted = kind(of: first) == frame.first ? frame.second : frame.first
        guard kind(of: second) == wanted, second.start >= first.end else { return false }
        let distance = tokens[Int(second.start)].sentence - tokens[Int(first.start)].sentence
        guard distance <= Frame.reach else { return false }
        return !frame.needsMore || number(in: second, tokens) > number(in: first, tokens)
    }

    /// The greatest number among the words of a match.
    private func number(in match: Match, _ tokens: [Token]) -> Int32 {
        tokens[Int(match.start)..<Int(match.end)].reduce(0) { max($0, $1.number) }
    }

    private mutating func add(_ frame: Frame, _ first: Match, _ second: Match, _ tokens: [Token]) {
        let isTold = findings.contains { finding in
            finding.sentence >= tokens[Int(first.start)].sentence
                && finding.sentence <= tokens[Int(second.start)].sentence
                && finding.facet == frame.claims[0].facet && finding.polarity == .negative
        }
        var opening = finding(of: first, tokens)
        opening.rules = frame.name
        var outcome = finding(of: second, tokens)
        outcome.rules = frame.name
        outcome.valence = isTold ? 0 : Frame.valence
        outcome.facet = isTold ? nil : frame.claims[0].facet
        outcome.polarity = .negative
        outcome.second = frame.claims.count > 1 ? frame.claims[1] : nil
        findings += [opening, outcome]
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
