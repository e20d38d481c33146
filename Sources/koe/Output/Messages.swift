import JSON

/// Messages for the person or the log, on stderr.
struct Messages: Sendable {
    let format: LogFormat
    let isQuiet: Bool
    let isVerbose: Bool

    /// Something worth knowing; silent with `--quiet`.
    func note(_ text: String) {
        if !isQuiet { write(text, level: "info") }
    }

    /// Something only `--verbose` shows.
    func detail(_ text: String) {
        if isVerbose { write(text, level: "debug") }
    }

    func warning(_ text: String) {
        write(format == .text ? "warning: \(text)" : text, level: "warning")
    }

    /// What went wrong, also with `--quiet`.
    func error(_ text: String) { write(text, level: "error") }

    /// The error that a process ends with while other threads still work: it waits for nobody, and leaves stdout alone.
    func last(_ text: String) { Console.last(line(text, level: "error")) }

    private func write(_ text: String, level: String) { Console.error(line(text, level: level)) }

    private func line(_ text: String, level: String) -> String {
        format == .json ? Self.line(text, level: level) : text
    }

    /// A line of a log in JSON.
    static func line(_ text: String, level: String) -> String {
        var line = JSONWriter(.record)
        line.openObject()
        line.member("level", level)
        line.member("message", text)
        line.closeObject()
        return line.text
    }
}
