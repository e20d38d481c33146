import Answers
import Feedback
import Flags
import Store

extension FlagList: CommandResult {
    var text: String {
        ([table] + watches.map(text)).joined(separator: "\n")
    }

    private func text(_ watch: Watch) -> String {
        "watch, no flag: \(watch.brand) leans towards a \(watch.direction) up to \(watch.month) (z \(NumberText.signed(watch.z)))"
    }

    private var table: String {
        if flags.isEmpty { return "no flags" }
        let rows = flags.map { flag in
            [
                flag.state, flag.since, "\(flag.kind), \(flag.direction)", NumberText.signed(flag.difference),
                flag.rawDifference.map { NumberText.signed($0) } ?? "", Self.level(flag.before), Self.level(flag.after),
                flag.brand, flag.measure, flag.id, flag.note ?? "",
            ]
        }
        let head = [
            "state", "since", "change", "points", "raw", "before (voices)", "after (voices)", "brand", "measure", "id",
            "note",
        ]
        return TextTable(rows: [head] + rows, rightAligned: [3, 4]).text
            + "\npoints: freed from season and mix; raw: after less before"
    }

    /// A level with its months and voices: `75.4 2012-01..2014-02 (120)`.
    private static func level(_ level: FlagDetail.Level?) -> String {
        guard let level, let value = level.value else { return "" }
        let months = level.from == level.to ? level.from : "\(level.from)..\(level.to)"
        return "\(NumberText.tenths(value)) \(months) (\(level.voices))"
    }
}

/// What was acknowledged, or taken back.
struct FlagMarksResult: CommandResult {
    let outcome: FlagAcknowledgement.Outcome
    let isUndo: Bool

    func encode(to encoder: any Encoder) throws {
        try outcome.encode(to: encoder)
    }

    var text: String {
        let verb = outcome.isDryRun ? "would be " : ""
        let now = isUndo ? "open again" : "acknowledged"
        let already = isUndo ? "was not acknowledged" : "was acknowledged already"
        return
            (outcome.changed.map { "\($0.id): \(verb)\(now)\($0.note.map { " (\($0))" } ?? "")" }
            + outcome.unchanged.map { "\($0.id): \(already)" }).joined(separator: "\n")
    }
}
