package import Store

/// Everything that the outcome of a stage depends on; the one rule of what is stale.
///
/// A stage that ends with the input of its last good end has nothing to do. What it last worked on is remembered in the
/// same transaction as the end of its work, so that a killed run leaves it stale.
///
/// Scoring is stale comment by comment instead: a comment without a score of the present scorer waits.
package struct StageInput: Sendable {
    package enum Stage: Sendable {
        case link
        case measure
        /// The search for changes in what was measured.
        case search
        case report

        fileprivate var fact: String {
            switch self {
            case .link: "link worked on"
            case .measure: "measure worked on"
            case .search: "search worked on"
            case .report: "report worked on"
            }
        }
    }

    private let stage: Stage
    private let text: String

    /// `parts`: a name and a value each, which changes with what it stands for.
    package init(_ stage: Stage, _ parts: KeyValuePairs<String, String>) {
        self.stage = stage
        text = parts.map { "\($0.key) \($0.value)" }.joined(separator: "; ")
    }

    /// Whether the stage has ended with this input and nothing has changed since.
    package func isUnchanged(in db: StoreConnection) throws -> Bool {
        try FactTable.value(stage.fact, in: db) == text
    }

    /// Whether the stage has ever ended, with whatever input.
    package func isRemembered(in db: StoreConnection) throws -> Bool {
        try FactTable.value(stage.fact, in: db) != nil
    }

    /// Makes the stage stale, whatever its input.
    package func forget(in db: StoreConnection) throws {
        try FactTable.remove(stage.fact, in: db)
    }

    /// Takes down that the stage has ended with this input.
    package func remember(in db: StoreConnection) throws {
        try FactTable.set(stage.fact, to: text, in: db)
    }
}
