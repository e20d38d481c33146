import Answers
import ArgumentParser
import Feedback
import Workspace

struct PowerCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "power",
        abstract: "Replay your own history with planted falls: what would have been seen, and when.",
        discussion: """
            Before you trust a quiet report: the support strength of each brand is replayed month by month, with its \
            own volumes, channels, season and noise, and with falls of known size planted at several dates, sudden \
            and slow (over two years). Each month is judged as the nightly run does, with what was known then. \
            Histories without any fall show how often it would have cried wolf.
            """
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "Only this brand, by any of its names.")
    var brand: String?

    @Option(help: ArgumentHelp("Points of the planted falls, with commas between.", valueName: "points"))
    var sizes: String = PowerStudy.Plan.sizes.map { NumberText.trimmed($0) }.joined(separator: ",")

    @Option(help: "Falls planted of each size and kind in each brand.")
    var trials: Int = 24

    @Option(help: "The same seed gives the same numbers.")
    var seed: UInt64 = 1

    func result() async throws -> any CommandResult {
        let points = try sizes.split(separator: ",", omittingEmptySubsequences: false).map { part in
            guard let size = Double(part) else {
                throw ValidationError("--sizes: \"\(part)\" is no number; write points such as 2,4,6")
            }
            return size
        }
        let context = try context(for: .reading)
        let brand = try brand.map(context.demandedBrand)
        let plan = try PowerStudy.Plan(sizes: points, trials: trials, seed: seed, brand: brand)
        return try await PowerStudy(context: context, plan: plan).run(progress: progress)
    }
}

extension PowerFindings: CommandResult {
    var text: String {
        let head = """
            falls planted in your own history: \(trials) of each size, seed \(seed); \
            \(seriesTested) series tested a night
            """
        var parts = brands.map { own in
            text(
                of: own.found,
                name: "\(own.brand), \(own.from) to \(own.to): \(own.months) months, \(own.voices) voices"
            )
        }
        if let all = all { parts.append(text(of: all, name: "all brands")) }
        parts += skipped.map { "\($0.brand): not replayed: \($0.reason)" }
        return ([head] + parts).joined(separator: "\n\n")
    }

    private func text(of group: PowerFindings.Group, name: String) -> String {
        let head = ["fall", "planted", "seen", "95 %", "months until seen", "95 %"]
        let rows = group.falls.map { row in
            [
                "\(NumberText.trimmed(row.fall)) points, \(row.kind)", "\(row.planted)", percent(row.power),
                "\(percent(row.powerLow)) to \(percent(row.powerHigh))",
                row.medianMonths.map { NumberText.trimmed($0) } ?? "–", range(row.monthsLow, row.monthsHigh),
            ]
        }
        let smallest = """
            smallest fall seen four times in five: sudden \(points(group.smallestSudden)), \
            slow \(points(group.smallestSlow))
            """
        let table = TextTable(rows: [head] + rows, rightAligned: [1, 2, 3, 4, 5]).text
        return [name, table, smallest, group.falseAlarms.map(wolf) ?? ""].joined(separator: "\n")
    }

    private func wolf(_ alarms: PowerFindings.Wolf) -> String {
        """
        false alarms of a fall: \(NumberText.tenths(alarms.perHundredYears)) in 100 years \
        (\(NumberText.tenths(alarms.low)) to \(NumberText.tenths(alarms.high))), \(alarms.alarms) in \
        \(NumberText.trimmed(alarms.years)) years without a fall
        """
    }

    private func points(_ size: Double?) -> String {
        size.map { "\(NumberText.trimmed($0)) points" } ?? "none of these"
    }

    private func range(_ low: Double?, _ high: Double?) -> String {
        guard let low, let high else { return "–" }
        return "\(NumberText.trimmed(low)) to \(NumberText.trimmed(high))"
    }

    private func percent(_ share: Double) -> String { NumberText.whole(100 * share) + " %" }
}
