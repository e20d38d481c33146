import ArgumentParser
import Workspace

struct ConfigCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Show every setting, its value and where it comes from."
    )

    @OptionGroup var options: SharedOptions

    func result() async throws -> any CommandResult {
        ConfigResult(settings: try settings().lines.map(ConfigResult.Line.init))
    }
}

private struct ConfigResult: CommandResult {
    struct Line: Encodable {
        let key: String
        let value: String
        let origin: String

        init(_ line: Settings.Line) {
            key = line.key
            value = line.value
            origin = line.origin.rawValue
        }
    }

    let settings: [Line]

    var text: String {
        TextTable(rows: [["setting", "from", "value"]] + settings.map { [$0.key, $0.origin, $0.value] }).text
    }
}
