import Foundation
import Ingestion
import Store
import Workspace

/// Words that learning must not weigh: names of brands, which would make one brand's words worse than another's.
struct BarredWords: Sendable {
    private let words: Set<String>

    /// Names of one word among the well-known brands, and every word of the names of the workspace's own.
    ///
    /// - Throws: what reading the list or the database throws.
    init(resources: Resources, context: WorkspaceContext?) throws {
        var words: Set<String> = []
        for brand in BrandName.list(table: try resources.brandTable()) {
            for name in [brand.canonical] + brand.aliases where !brand.ambiguous.contains(name) {
                words.insert(name.lowercased())
            }
        }
        if let context {
            let own = context.settings.brands.flatMap { [$0.name] + ($0.aliases ?? []) }
            let found = try context.database.read { try LearningQueries.brands(in: $0) }
            for name in own + found {
                words.formUnion(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
            }
        }
        self.words = words
    }

    func contains(_ word: String) -> Bool { words.contains(word) }
}
