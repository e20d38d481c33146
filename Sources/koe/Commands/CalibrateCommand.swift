import ArgumentParser
import Feedback
import Learning
import Workspace

struct CalibrateCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Fit how the valence of words goes with ratings, per source, language and scale.",
        discussion: """
            A curve that never falls, with its error on comments held out, and the scores that part low, middle and \
            high ratings best. Written to calibration.tsv of the workspace; no measure uses it by itself: 'koe lexicon \
            learn' proposes lists that move the borders.
            """
    )

    @OptionGroup var options: SharedOptions

    @Flag(help: "Show the errors, and write nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        if dryRun {
            return CalibrateResult(groups: try CalibrationStage(context: context(for: .reading)).run(), file: nil)
        }
        let lock = try lock("calibrate")
        let stage = try CalibrationStage(context: context(for: .reading))
        let groups = try stage.run()
        try withExtendedLifetime(lock) { try stage.store(groups) }
        return CalibrateResult(groups: groups, file: CalibrationStage.fileName)
    }
}

private struct CalibrateResult: CommandResult {
    let groups: [CalibrationStage.Group]
    let file: String?

    var text: String {
        let head = ["source", "language", "scale", "comments", "error", "without words"]
        let rows = groups.map {
            [$0.source, $0.language, $0.instrument, "\($0.comments)", decimals($0.error), decimals($0.baseline)]
        }
        let sides = groups.map {
            [
                $0.source, $0.language, $0.instrument, thousandths($0.lowBelow), thousandths($0.highFrom),
                decimals($0.macroF1Before), decimals($0.macroF1After),
            ]
        }
        let sideHead = ["source", "language", "scale", "low below", "high from", "macro-F1 at ±0.05", "held out"]
        let table = """
            \(TextTable(rows: [head] + rows, rightAligned: [3, 4, 5]).text)

            scores that part low, middle and high ratings best
            \(TextTable(rows: [sideHead] + sides, rightAligned: [3, 4, 5, 6]).text)
            """
        return file.map { "\(table)\nwritten to \($0)" } ?? table
    }

    private func thousandths(_ valence: Int) -> String {
        NumberText.fixed(Double(valence) / 1_000, decimals: 3, minus: "-")
    }

    private func decimals(_ value: Double) -> String { NumberText.fixed(value, decimals: 2, minus: "-") }
}
