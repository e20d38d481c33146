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
            case .none: continue
            }
        }
        return letters.latin == 0 ? declared ?? .unknown : .unknown
    }
}
