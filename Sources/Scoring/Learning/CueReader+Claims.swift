import Feedback

extension CueReader {
    /// Thousandths from which the cues of a text together say what they speak for.
    static let enough: Int32 = 1_000

    /// Adds the facets and signals that learnt cues speak for and no entry has told of.
    ///
    /// Each is named after its strongest cue and stands there; all cues that speak for it or against it are in the
    /// evidence, where they add nothing to the sum.
    func addClaims(_ tokens: [Token], _ view: TextView, _ score: inout Score) {
        guard found.contains(where: { table.cues[Int($0.cue)].claim != nil }) else { return }
        var sums = [Int32](repeating: 0, count: CueClaim.all.count)
        for match in found {
            let cue = table.cues[Int(match.cue)]
            if let claim = cue.claim { sums[Int(claim.number)] += cue.points }
        }
        let told = score.claims
        for claim in CueClaim.all where sums[Int(claim.number)] >= Self.enough {
            if told.contains(claim) || told.contains(claim.opposite) { continue }
            // Of blame and praise the greater counts, and blame of equals.
            let other = claim.opposite.number
            if other != claim.number {
                let (own, opposed) = (sums[Int(claim.number)], sums[Int(other)])
                if opposed > own || opposed == own && claim.polarity == .positive { continue }
            }
            add(claim, tokens, view, &score)
        }
    }

    private func add(_ claim: CueClaim, _ tokens: [Token], _ view: TextView, _ score: inout Score) {
        let own = found.filter { table.cues[Int($0.cue)].claim == claim }
        guard var strongest = own.first else { return }
        for match in own where table.cues[Int(match.cue)].points > table.cues[Int(strongest.cue)].points {
            strongest = match
        }
        let term = table.terms[Int(strongest.cue)]
        let range = range(strongest, tokens, view)
        if let facet = claim.facet {
            score.facets.append(FacetMention(facet: facet, polarity: claim.polarity, range: range, entry: term))
        } else if let signal = claim.signal {
            score.signals.append(SignalMention(signal: signal, range: range, entry: term))
        }
        for match in own {
            let rule = table.cues[Int(match.cue)].points > 0 ? "learnt+for" : "learnt+against"
            score.evidence.append(
                Evidence(
                    range: self.range(match, tokens, view),
                    entry: table.terms[Int(match.cue)],
                    valence: 0,
                    rule: rule
                )
            )
        }
    }

    private func range(_ match: Found, _ tokens: [Token], _ view: TextView) -> ByteRange {
        view.range(Int(tokens[Int(match.start)].start), Int(tokens[Int(match.end) - 1].end))
    }
}
