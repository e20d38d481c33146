import Feedback
import Learning
import Workspace

/// What accepting a list would change, as lines.
struct RehearsalText {
    /// Rows of the table.
    private static let mostRows = 12

    let text: String

    /// `rehearsal`: `nil` when there is nothing to compare with.
    init(_ rehearsal: AcceptanceRehearsal?) {
        guard let rehearsal else {
            text = "which strengths and flags would change is told where the workspace is measured (koe run)"
            return
        }
        let changes = rehearsal.changes
        var lines = [
            "accepting it would move \(changes.count) of \(rehearsal.cells) monthly strengths by a point or more"
        ]
        if !changes.isEmpty {
            let rows = changes.prefix(Self.mostRows).map {
                [$0.brand, $0.month, $0.measure, Self.strength($0.before), Self.strength($0.after)]
            }
            lines.append(
                TextTable(
                    rows: [["brand", "month", "strength", "before", "after"]] + rows,
                    rightAligned: [3, 4]
                ).text
            )
            if changes.count > Self.mostRows { lines.append("… and \(changes.count - Self.mostRows) more (--json)") }
        }
        if rehearsal.flagsGone.isEmpty && rehearsal.flagsNew.isEmpty { lines.append("no flag would change") }
        lines += rehearsal.flagsGone.map { "flag that would go: \(Self.name($0))" }
        lines += rehearsal.flagsNew.map { "flag that would come: \(Self.name($0))" }
        text = lines.joined(separator: "\n")
    }

    private static func strength(_ value: Double?) -> String { value.map { NumberText.whole($0) } ?? "–" }

    private static func name(_ flag: AcceptanceRehearsal.FlagName) -> String {
        "\(flag.brand), \(flag.measure), \(flag.kind), \(flag.month)"
    }
}

/// Lines of a file that were not used, as a few lines.
struct ProblemLines {
    private static let most = 5

    let lines: [String]

    init(_ problems: [LabelledFile.Problem]) {
        guard !problems.isEmpty else {
            lines = []
            return
        }
        let shown = problems.prefix(Self.most).map { "line \($0.line): \($0.message)" }
        lines = ["\(problems.count) lines were not used\n" + shown.joined(separator: "\n")]
    }
}
