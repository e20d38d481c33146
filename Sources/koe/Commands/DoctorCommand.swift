import Answers
import ArgumentParser

struct DoctorCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at everything a nightly run needs: dictionary, word lists, settings, disk, lock, last good run."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    func run() async throws {
        let doctor = Doctor(
            workspace: workspace,
            resources: Result { try resources() },
            environment: environment
        )
        try show(DoctorResult(doctor: doctor))
        if !doctor.isWell { throw ExitStatus.incomplete }
    }
}

private struct DoctorResult: CommandResult {
    let doctor: Doctor

    func encode(to encoder: any Encoder) throws {
        try doctor.encode(to: encoder)
    }

    var text: String {
        TextTable(rows: doctor.findings.map { [$0.name, $0.state.rawValue, $0.text] }).text
    }
}
