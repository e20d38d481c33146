import Answers
import Feedback
import Review

extension ReviewQueue: CommandResult {
    var text: String {
        let rows = links.map { link in
            [
                NumberText.fixed(link.move, decimals: 3, minus: "-"), link.comment, link.caseID, link.relation,
                NumberText.fixed(link.bits, decimals: 1, minus: "-"), link.brand ?? "", link.author ?? "",
                String((link.postedAt ?? "").prefix(10)), link.excerpt, link.subject ?? "",
            ]
        }
        let head = [
            "move", "comment", "case", "relation", "bits", "brand", "author", "posted", "text", "subject of the case",
        ]
        var lines = [waiting == 0 ? "no link waits for a person" : ""]
        if waiting > 0 {
            lines = [TextTable(rows: [head] + rows, rightAligned: [0, 4]).text]
            lines.append("\(links.count) of \(waiting) links; move: points by which S and B would move (--definitions)")
        }
        if decided > 0 { lines.append("\(decided) links are decided; koe run or koe link applies it") }
        if !conflicts.isEmpty {
            lines.append("decisions that wait or that a later one overruled:\n" + conflicts.table)
        }
        return lines.joined(separator: "\n")
    }
}

/// The formula of the queue's order.
struct MoveDefinition: CommandResult {
    let move = ReviewQueue.formula

    var text: String { move }
}

extension DecisionLog: CommandResult {
    var text: String { decisions.isEmpty ? "no decisions" : decisions.table }
}

extension Deciding.Outcome: CommandResult {
    var text: String {
        var lines: [String] = []
        if !decisions.isEmpty {
            lines.append(isDryRun ? "would take down:" : "taken down; koe run or koe link applies it:")
            lines.append(decisions.table)
        }
        if !unchanged.isEmpty { lines.append("decided so already:\n" + unchanged.table) }
        return lines.joined(separator: "\n")
    }
}

extension DecisionFile.Outcome: CommandResult {
    var status: ExitStatus { problems.isEmpty ? .good : .incomplete }

    var warnings: [String] { problems.map { "line \($0.line): \($0.message)" } }

    var text: String {
        "\(isDryRun ? "would take over" : "took over") \(stored) of \(read) decisions: \(known) known, "
            + "\(erased) about what was erased, \(problems.count) unusable"
    }
}

/// A comment as `koe why` tells it, with what there is to decide.
struct ReviewResult: CommandResult {
    let explanations: CommentExplanations
    let detail: ReviewDetail

    private enum CodingKeys: CodingKey { case comments, detail }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(explanations.comments, forKey: .comments)
        try container.encode(detail, forKey: .detail)
    }

    var text: String { explanations.text + "\n\n" + rest }

    // The explanation is made visible part by part, before it gets its colours.
    var terminalText: String { explanations.terminalText + "\n\n" + VisibleText.of(rest) }

    private var rest: String {
        let lines = detail.comments.map { item in
            var lines = ["\(item.comment): \(item.decisions.isEmpty ? "nothing was decided" : "decisions")"]
            if let supportCase = item.supportCase {
                let facts = [
                    supportCase.brand, supportCase.product, supportCase.customer, supportCase.openedAt,
                    supportCase.subject,
                ]
                lines.append("case \(supportCase.id): " + facts.compactMap(\.self).joined(separator: " · "))
            }
            if let move = item.move {
                lines.append(
                    "confirming it would move S and B by \(NumberText.fixed(move, decimals: 3, minus: "-")) points"
                )
            }
            if !item.decisions.isEmpty { lines.append(item.decisions.table) }
            return lines.joined(separator: "\n")
        }
        return lines.joined(separator: "\n\n")
    }
}

extension [DecisionItem] {
    /// The decisions in columns.
    fileprivate var table: String {
        let rows = map { item in
            [
                item.id, item.kind, item.comment ?? "", item.caseID ?? "", item.into ?? "", item.relation ?? "",
                item.state + (item.answeredBy.map { " by \($0)" } ?? "")
                    + (item.missing.isEmpty ? "" : ": no " + item.missing.joined(separator: ", no ")),
                item.by, item.at, item.note ?? "",
            ]
        }
        let head = ["decision", "kind", "comment", "case", "into", "relation", "state", "by", "at", "note"]
        return TextTable(rows: [head] + rows).text
    }
}
