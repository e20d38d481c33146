import Answers
import Feedback
import Flags
import Reports
import Store

/// A flag or an early sign, explained for a terminal.
struct FlagExplanationResult: CommandResult {
    let explanation: FlagExplanation

    func encode(to encoder: any Encoder) throws {
        try explanation.encode(to: encoder)
    }

    var text: String {
        if let flag = explanation.flag { return VisibleText.of(text(of: flag)) }
        let head = "early sign for \(explanation.brand): \(explanation.reason ?? ""); shown, never counted as a flag"
        let voices = explanation.comments.map { ExplanationText(explanation: $0, hasColour: Console.hasColour).text }
        return ([VisibleText.of(head)] + voices).joined(separator: "\n\n")
    }

    // Each part is made visible before it gets its colours.
    var terminalText: String { text }

    private func text(of flag: FlagDetail) -> String {
        let acknowledged = flag.acknowledgedAt.map { time in
            ["acknowledged", "\(time)\(flag.note.map { ": \($0)" } ?? "")"]
        }
        let rows =
            [
                ["state", explanation.state ?? "new"],
                ["first reported", flag.firstReportedAt ?? "tonight"],
            ] + [acknowledged].compactMap { $0 } + [
                [
                    "change",
                    "\(flag.kind) of \(subject(flag)), \(points(flag.shownDifference)) ± \(points(flag.margin)) points, "
                        + "freed from season and mix",
                ],
                ["first bad period", "\(flag.firstPeriod) (\(flag.firstPeriodLow) to \(flag.firstPeriodHigh))"],
                ["last good period", flag.lastGoodPeriod],
                ["before", level(flag.before)],
                ["after", level(flag.after)],
                ["raw difference", rawDifference(flag)],
                [
                    "chance",
                    "p \(chance(flag.p, flag)), q \(chance(flag.q, flag)) over \(flag.seriesTested) series",
                ],
            ]
        let origin = flag.instrument.map { instrument in
            ["its origin", "the world \(points(flag.world ?? 0)), sources that begin or end \(points(instrument))"]
        }
        let sides = flag.alsoIn.isEmpty ? [] : [["also seen in", flag.alsoIn.joined(separator: ", ")]]
        let channels = flag.channels.map {
            ["  \($0.channel)", "within \(points($0.within)), mix \(points($0.mix))"]
        }
        let releases = explanation.releases.flatMap(rows(of:))
        return "\(flag.id)\n" + TextTable(rows: rows + [origin].compactMap { $0 } + sides + channels + releases).text
            + "\nits voices: koe why measure '\(flag.brand)' \(flag.periods == "week" ? flag.after.from : flag.firstPeriod)"
    }

    /// A release that came as the change set in, with its versions and those around.
    private func rows(of release: Release) -> [[String]] {
        let difference = release.difference.map {
            "\(points($0.value)) (\(points($0.low)) to \(points($0.high))) points against earlier versions"
        }
        let head = [
            "came with it",
            "version \(release.new.joined(separator: ", "))\(release.product.map { " of \($0)" } ?? "")",
        ]
        return [head] + (difference.map { [["", $0]] } ?? [])
            + release.versions.map { version in
                let value = version.strength.range.map {
                    "\(points($0.value)) (\(points($0.low)) to \(points($0.high)))"
                }
                return [
                    "  \(version.version)",
                    "\(value ?? "insufficient"), n = \(version.strength.voices), since \(version.firstDay)",
                ]
            }
    }

    /// The measure with its channel or product and, unless it goes by month, the length of its periods.
    private func subject(_ flag: FlagDetail) -> String {
        flag.measure + (flag.channel.map { " in \($0)" } ?? flag.product.map { " of \($0)" } ?? "")
            + (flag.periods == "month" ? "" : " by \(flag.periods)")
    }

    private func level(_ level: FlagDetail.Level) -> String {
        guard let value = level.value, let low = level.low, let high = level.high else { return "no voices" }
        let window = level.from == level.to ? "in \(level.from)" : "from \(level.from) to \(level.to)"
        return "\(points(value)) (\(points(low)) to \(points(high))), n = \(level.voices), \(window)"
    }

    private func rawDifference(_ flag: FlagDetail) -> String {
        let whole = flag.rawDifference.map { "\(points($0)) points: " } ?? ""
        return whole + "within channels \(points(flag.within)), change of mix \(points(flag.mix))"
    }

    /// A probability, or that it lies below what the bootstrap can show.
    private func chance(_ value: Double, _ flag: FlagDetail) -> String {
        let thousandths = Int((max(value, flag.resolution ?? 0.001) * 1_000).rounded())
        let text = "0.\(thousandths.padded(to: 3))"
        return value <= flag.resolution ?? 0.001 ? "< \(text)" : text
    }

    private func points(_ value: Double) -> String { NumberText.tenths(value) }
}
