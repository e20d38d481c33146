import ArgumentParser

/// A command that makes one result of its arguments.
protocol ResultCommand: KoeCommand {
    /// Does the work with one call.
    func result() async throws -> any CommandResult
}

extension ResultCommand {
    func run() async throws { try await showResult() }

    /// Prints the result as text or as JSON, and ends with its status.
    func showResult() async throws {
        let result = try await result()
        Console.output(options.json ? try result.json() : result.terminalText)
        for warning in result.warnings { messages.warning(warning) }
        if result.status != .good { throw result.status }
    }
}
