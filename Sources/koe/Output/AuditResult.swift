import Learning

/// What `koe lexicon audit` has found.
struct AuditResult: CommandResult {
    let audit: LexiconAudit

    func encode(to encoder: any Encoder) throws {
        try audit.encode(to: encoder)
    }

    var status: ExitStatus { audit.findings.isEmpty ? .good : .incomplete }

    var text: String {
        let tested = "\(audit.comments) rated comments, \(audit.tested) entries with \(audit.least) low or high ratings"
        guard let first = audit.findings.first else { return "\(tested): none disagrees with its ratings" }
        let head = ["", "source", "lang", "says", "low", "high", "agree", "95 %", "without", "entry"]
        let rows = audit.findings.map { finding in
            [
                finding.verdict, finding.source, finding.language, finding.says, "\(finding.low)", "\(finding.high)",
                percent(finding.agreement), "\(percent(finding.agreementLow))–\(percent(finding.agreementHigh))",
                percent(finding.base), "\(finding.entry) (\(finding.kinds.joined(separator: ", ")))",
            ]
        }
        var lines = ["\(tested): \(audit.findings.count) disagree with their ratings"]
        lines.append(TextTable(rows: [head] + rows, rightAligned: [4, 5, 6, 7, 8]).text)
        if let example = first.examples.first { lines.append("read one: koe why comment \(example)") }
        return lines.joined(separator: "\n")
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
