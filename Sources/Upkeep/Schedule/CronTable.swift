/// A user's table of cron with or without the line of a nightly job.
struct CronTable {
    let job: NightlyJob
    /// The lines of others stay as they are.
    let present: String

    /// What marks the job's line.
    private var mark: String { "# \(job.name)" }

    var hasJob: Bool { lines.contains(where: isOwn) }

    /// The line of the job; cron itself reads `%` as a line end, and the shell the rest.
    ///
    /// See crontab(5).
    var line: String {
        let command = "\(Self.quoted(job.program)) -w \(Self.quoted(job.workspace)) --quiet run"
        return "\(job.time.minute) \(job.time.hour) * * * \(command.replacing("%", with: "\\%")) \(mark)"
    }

    func withJob() -> String { text(lines.filter { !isOwn($0) } + [line]) }

    func withoutJob() -> String { text(lines.filter { !isOwn($0) }) }

    private var lines: [String] { present.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    private func isOwn(_ line: String) -> Bool { line.hasSuffix(mark) }

    private func text(_ lines: [String]) -> String {
        let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        return lines[..<end].map { $0 + "\n" }.joined()
    }

    /// A word of the shell.
    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
