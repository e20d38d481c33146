import Foundation

extension WorkspaceContext {
    /// Loads the scorer with the word lists the workspace has accepted.
    package func loadScorer() throws -> LoadedScorer {
        try ScorerLoader.load(
            lexicons: resources.lexicons,
            accepted: workspace.directory.appending(path: "lexicon"),
            dictionary: settings.dictionary
        )
    }
}
