import Foundation

extension WorkspaceContext {
    /// Loads the scorer with the word lists the workspace has accepted.
    package func loadScorer() throws -> LoadedScorer {
        try Self.scorer(of: workspace, resources: resources, dictionary: settings.dictionary)
    }

    /// The version of the scorer that ``loadScorer()`` would load.
    package func scorerVersion() throws -> String {
        try ScorerLoader.version(
            lexicons: resources.lexicons,
            accepted: workspace.directory.appending(path: "lexicon"),
            dictionary: settings.dictionary
        )
    }

    /// The scorer a run of the workspace would use.
    package static func scorer(
        of workspace: WorkspaceFolder,
        resources: Resources,
        dictionary: String?
    ) throws -> LoadedScorer {
        try ScorerLoader.load(
            lexicons: resources.lexicons,
            accepted: workspace.directory.appending(path: "lexicon"),
            dictionary: dictionary
        )
    }
}
