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
        finding.facet != nil && finding.polarity != .bare && !isGeneral(finding)
    }

    /// Who leaves is no longer the loyal customer told of before; who was won back did not leave.
    private mutating func settleSignals() {
        if let leaving = findings.lastIndex(where: { $0.signal == .churn }) {
            for place in findings.indices.prefix(upTo: leaving)
            where findings[place].signal == .fan || findings[place].signal == .repurchase {
                findings[place].signal = nil
            }
        }
        if let wonBack = findings.lastIndex(where: { $0.signal == .recovered }) {
            for place in findings.indices.prefix(upTo: wonBack)
            where findings[place].signal == .churn || findings[place].signal == .distrust {
                findings[place].signal = nil
            }
        }
    }
}
