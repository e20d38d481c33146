import Feedback

extension Interpreter {
    /// Leaves out praise that stands in a gap of blame, which says what came of it: "never *once* helped".
    mutating func dropEnclosedPraise() {
        guard findings.contains(where: { $0.polarity == .positive }),
            findings.contains(where: { $0.polarity == .negative && $0.holdsGap })
        else { return }
        let kept = findings.indices.filter { place in
            let praise = findings[place]
            return praise.polarity != .positive
                || !findings(reaching: praise.start).contains {
                    findings[$0].polarity == .negative && findings[$0].encloses(praise)
                }
        }
        if kept.count < findings.count { findings = kept.map { findings[$0] } }
    }

    /// The finding in a gap of which an operator stands: "the staff were *never* helpful".
    func host(of match: Match) -> Int? {
        findings(reaching: match.start).first { findings[$0].holdsInGap(match) && !findings[$0].isVacant }
    }

    /// Lets a negator act on the entry in a gap of which it stands.
    ///
    /// Praise is denied by it wherever it stands; blame only right before a word of its own, as in "were not rude",
    /// because "did not stop being rude" is still blame.
    mutating func negateHost(_ place: Int, _ match: Match) {
        let finding = findings[place]
        let isPraise = finding.valence > 0 || finding.valence == 0 && finding.polarity == .positive
        guard isPraise || standsBeforeOwnWord(match, in: finding) else { return }
        flip(place, match, isNear: true)
    }

    /// Whether at most one word of a gap lies between an operator and the next word of the entry around it.
    private func standsBeforeOwnWord(_ match: Match, in finding: Finding) -> Bool {
        let offset = UInt64(match.end - finding.start)
        return finding.mask >> offset & 3 != 0
    }
}

extension Finding {
    /// Whether it has room between its words for another finding.
    var holdsGap: Bool { end - start > 2 }

    /// Whether another finding stands between words of this one.
    func encloses(_ other: Finding) -> Bool {
        guard start < other.start, other.end < end, other.mask != .max else { return false }
        return mask >> UInt64(other.start - start) & other.mask == 0
    }

    /// Whether another entry stands between words of this one.
    func holdsInGap(_ match: Match) -> Bool {
        guard start < match.start, match.end <= end else { return false }
        return mask >> UInt64(match.start - start) & match.mask == 0
    }
}
