import Answers
import Feedback

extension CaseExplanation: CommandResult {
    var text: String {
        let facts = [brand, product, customer, openedAt.map { "opened \($0)" }, closedAt.map { "closed \($0)" }]
        var parts = ["case \(caseID): " + facts.compactMap(\.self).joined(separator: " · ")]
        if let subject { parts.append(subject) }
        if let mergedInto { parts.append("goes under the name of \(mergedInto); koe review log \(caseID)") }
        if !steps.isEmpty {
            let rows = steps.map { [$0.at ?? "", $0.kind, $0.actor ?? "", $0.amount ?? "", $0.note ?? ""] }
            parts.append(TextTable(rows: rows).text)
        }
        if !comments.isEmpty {
            let rows = comments.map { [$0.comment, $0.relation, $0.status, $0.postedAt ?? ""] }
            parts.append(TextTable(rows: [["comment", "relation", "status", "posted"]] + rows).text)
        }
        parts.append(similar.isEmpty ? "no other case tells the same" : "others told the same:\n" + similarCases)
        return parts.joined(separator: "\n\n")
    }

    private var similarCases: String {
        let rows = similar.map { other in
            [
                "\(NumberText.fixed(other.likeness * 100, decimals: 0)) %", other.caseID, other.brand ?? "",
                other.product ?? "", String((other.openedAt ?? "").prefix(10)), other.subject ?? "",
            ]
        }
        return TextTable(
            rows: [["alike", "case", "brand", "product", "opened", "subject"]] + rows,
            rightAligned: [0]
        ).text
    }
}
