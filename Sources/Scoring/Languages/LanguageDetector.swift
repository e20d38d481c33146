import Feedback

/// Names the language of a text.
///
/// Each language in turn may claim the text by its letters and words. A text without letters is of the language its
/// source declares; a text of letters that no language here is written in is of none.
enum LanguageDetector {
    static func language(of raw: UnsafeBufferPointer<UInt8>, declared: Language?) -> Language {
        let letters = LetterCounts(raw)
        if letters.other > letters.ours { return .unknown }
        for scorer in LanguageRegistry.all {
            switch scorer.claim(letters, in: raw, declared: declared) {
            case .own: return scorer.language
            case .foreign: return .unknown
            case .ownOfWords where !isSpoken(beside: scorer, in: raw): return scorer.language
            case .foreignOfWords where !isSpoken(beside: scorer, in: raw): return .unknown
            case .ownOfWords, .foreignOfWords, .none: continue
            }
        }
        return letters.latin == 0 ? declared ?? .unknown : .unknown
    }

    /// Whether a sentence of another language than a scorer's stands in a text.
    private static func isSpoken(beside scorer: any LanguageScorer.Type, in raw: UnsafeBufferPointer<UInt8>) -> Bool {
        LanguageRegistry.all.contains { $0.language != scorer.language && $0.hasSentence(in: raw) }
    }
}
