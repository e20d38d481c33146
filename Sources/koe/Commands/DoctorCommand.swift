import Answers
import ArgumentParser

struct DoctorCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at everything a nightly run needs: dictionary, word lists, settings, disk, lock, last good run."
    )

    @OptionGroup var options: SharedOptions

    func result() async throws -> any CommandResult {
        Doctor(workspace: workspace, resources: Result { try resources() }, environment: environment)
    }
}

extension Doctor: CommandResult {
    var status: ExitStatus { isWell ? .good : .incomplete }

    var text: String {
        TextTable(rows: findings.map { [$0.name, $0.state.rawValue, $0.text] }).text
    }
}
