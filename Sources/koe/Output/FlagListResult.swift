import Answers

extension FlagList: CommandResult {
    var text: String {
        ([table] + watches.map(text)).joined(separator: "\n")
    }

    private func text(_ watch: Watch) -> String {
        "watch, no flag: \(watch.brand) leans towards a \(watch.direction) up to \(watch.month) (z \(SignedPoints.text(watch.z)))"
    }

    private var table: String {
        if flags.isEmpty { return "no flags" }
        let rows = flags.map { flag in
            [
                flag.state, flag.since, "\(flag.kind), \(flag.direction)", SignedPoints.text(flag.difference),
                flag.brand,
                flag.measure, flag.id, flag.note ?? "",
            ]
        }
        let head = ["state", "since", "change", "points", "brand", "measure", "id", "note"]
        return TextTable(rows: [head] + rows, rightAligned: [3]).text
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
