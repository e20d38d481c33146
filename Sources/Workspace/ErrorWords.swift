import Store

/// What an error says to a person: what happened, where, and what to do.
package enum ErrorWords {
    /// Words for errors of Foundation, of the C library and of SQLite; the error's own text for Koe's errors.
    package static func text(of error: any Error) -> String {
        if let problem = FileProblem(error) { return problem.description }
        if let problem = StoreError(error) { return problem.message }
        return "\(error)"
    }
}
