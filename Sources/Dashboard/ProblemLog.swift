import Logging

/// Hands what the server logs on, in the form that all messages of the program have.
struct ProblemLog: LogHandler {
    let onProblem: @Sendable (String) -> Void
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    init(onProblem: @escaping @Sendable (String) -> Void) {
        self.onProblem = onProblem
    }

    func log(event: LogEvent) { onProblem("koe serve: \(event.message)") }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
