import Answers

/// What a command has found or done: printed for a person, or as JSON for a program.
protocol CommandResult: Encodable {
    /// For a person; several lines, without a newline at the end.
    var text: String { get }
    /// `text` as a terminal may show it: no control character but newlines, tabs and Koe's own colours.
    var terminalText: String { get }
    /// How the command ends.
    var status: ExitStatus { get }
    /// What a person should look at, besides the result.
    var warnings: [String] { get }
}

extension CommandResult {
    var terminalText: String { VisibleText.of(text) }

    var status: ExitStatus { .good }

    var warnings: [String] { [] }

    /// One JSON object with sorted keys.
    func json() throws -> String {
        try ResultJSON.text(of: self)
    }
}
