import Feedback

/// The languages that texts are scored in: a line here and a folder beside this file for each.
enum LanguageRegistry {
    /// In the order in which they may claim a text.
    static let all: [any LanguageScorer.Type] = [JapaneseScorer.self, EnglishScorer.self]

    /// In the order in which their word lists are compiled, and so their problems told.
    static let byCode = all.sorted { $0.language.rawValue < $1.language.rawValue }

    /// With which entries are counted that serve every language.
    static let ofGlyphs = EnglishScorer.language

    /// What turns sums into valences as a language is shipped; a language that is not scored has that of glyphs.
    static func measure(of language: Language) -> Measure {
        scorer(of: language)?.measure ?? EnglishScorer.measure
    }

    /// - Returns: `nil` for a language that is not scored.
    static func scorer(of language: Language) -> (any LanguageScorer.Type)? {
        all.first { $0.language == language }
    }
}
