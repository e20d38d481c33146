/// What one receiver is told at a time.
struct NoticeMessage: Encodable, Sendable {
    /// Lines that are told; what is left out is counted.
    private static let mostLines = 20

    /// Title of the report.
    let title: String
    let lines: [String]

    init(title: String, lines: [String]) {
        self.title = title
        self.lines = lines
    }

    /// The message as a chat or a mail shows it.
    var text: String {
        let shown = lines.prefix(Self.mostLines).map { "• \($0)" }
        let rest = lines.count - shown.count
        return ([title] + shown + (rest > 0 ? ["… +\(rest)"] : [])).joined(separator: "\n")
    }
}
