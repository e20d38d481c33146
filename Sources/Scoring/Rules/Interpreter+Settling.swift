import Feedback

extension Interpreter {
    /// Lets what is said last or more exactly stand against what is said before or in general.
    mutating func settle() {
        settleGeneralFacets()
        settleSignals()
    }

    /// "Great service, refunded at once" speaks of remedy and speed; only alone does it speak of courtesy.
    private mutating func settleGeneralFacets() {
        guard findings.contains(where: isGeneral), findings.contains(where: { isExact($0) }) else { return }
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
