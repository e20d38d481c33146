import Feedback

extension Interpreter {
    /// Lets what is said last or more exactly stand against what is said before or in general.
    mutating func settle(_ list: TokenList) {
        settleDealings(list)
        settleBareCourtesy()
        settleGeneralFacets()
        settleSignals()
    }

    /// In a text about a thing "it works again" speaks of handling only where its sentence, or one beside it, speaks of
    /// people or a firm.
    private mutating func settleDealings(_ list: TokenList) {
        guard list.classes.contains(.thing), findings.contains(where: { needsDealing($0) }) else { return }
        let dealings = list.sentences(holding: .anyDealing)
        for place in findings.indices where needsDealing(findings[place]) {
            let sentence = findings[place].sentence
            if (sentence - 1...sentence + 1).contains(where: dealings.contains) { continue }
            findings[place].facet = nil
            findings[place].second = nil
            findings[place].third = nil
            findings[place].rules.insert(.noDealing)
        }
    }

    private func needsDealing(_ finding: Finding) -> Bool {
        guard finding.entry >= 0, let facet = finding.facet else { return false }
        if records[finding.entry].impliesDealing { return false }
        return records[finding.entry].needsDealing || facet.needsDealing
    }

    /// "Service with much care" names no judgement but what its sentence says: praise all through is praise of people.
    private mutating func settleBareCourtesy() {
        for place in findings.indices where isBareCourtesy(findings[place]) {
            let sentence = findings[findings(inSentence: findings[place].sentence)]
            guard sentence.allSatisfy({ $0.valence >= 0 }), sentence.contains(where: { $0.valence >= Self.clearPraise })
            else { continue }
            findings[place].polarity = .positive
            findings[place].rules.insert(.tone)
        }
    }

    private func isBareCourtesy(_ finding: Finding) -> Bool {
        finding.facet == .courtesy && finding.polarity == .bare && finding.rules.isEmpty && !isGeneral(finding)
    }

    /// Thousandths from which one word of praise sets the tone of its sentence.
    private static var clearPraise: Int32 { 300 }

    /// "Great service, refunded at once" speaks of remedy and speed; only alone does it speak of courtesy.
    private mutating func settleGeneralFacets() {
        guard findings.contains(where: { isGeneral($0) }), findings.contains(where: { isExact($0) }) else { return }
        for place in findings.indices where isGeneral(findings[place]) { findings[place].polarity = .bare }
    }

    private func isGeneral(_ finding: Finding) -> Bool {
        finding.entry >= 0 && records[finding.entry].isGeneral
    }

    private func isExact(_ finding: Finding) -> Bool {
        if finding.beside != nil { return true }
        return finding.facet != nil && finding.polarity != .bare && !isGeneral(finding)
    }

    /// Who leaves is no longer the loyal customer told of before; who was won back did not leave.
    private mutating func settleSignals() {
        guard findings.contains(where: { $0.signal != nil }) else { return }
        drop([.fan, .repurchase], for: .churn)
        drop([.churn, .distrust], for: .recovered)
    }

    /// Drops signals that are told before another, or in its sentence: "you lost a loyal customer".
    private mutating func drop(_ earlier: SignalSet, for later: LoyaltySignal) {
        guard let last = findings.lastIndex(where: { $0.signal == later }) else { return }
        for place in findings.indices where place < last || findings[place].sentence == findings[last].sentence {
            if let signal = findings[place].signal, earlier.contains(signal) { findings[place].signal = nil }
        }
    }
}

extension Facet {
    /// Whether devices do it too: they break, are mended and are easy to use.
    fileprivate var needsDealing: Bool {
        switch self {
        case .resolution, .effort, .prevention, .responsibility, .beyond: true
        default: false
        }
    }
}
