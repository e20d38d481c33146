package import Feedback

/// Scores texts on one thread; keeps the buffers of the text before.
package final class ScoringWorker {
    /// Keeps alive what the pass reads in place.
    private let lexicon: Lexicon
    private var pass: ScoringPass

    init(lexicon: Lexicon, dictionary: JapaneseDictionary) throws(ScoringError) {
        self.lexicon = lexicon
        pass = try ScoringPass(lexicon: lexicon, dictionary: dictionary)
    }

    /// `title`: what its writer put above the text; `nil` for none.
    package func score(_ text: String, title: String? = nil, declaredLanguage: Language?) -> Score {
        if let title, !title.isEmpty {
            return score(Array(text.utf8), title: Array(title.utf8), declaredLanguage: declaredLanguage)
        }
        var text = text
        return text.withUTF8 { pass.score($0, declaredLanguage: declaredLanguage) }
    }

    /// Scores a text, and gives its words by their numbers in the table of cues.
    func read(_ text: String, declaredLanguage: Language) -> (score: Score, words: [Int32]) {
        let score = score(text, declaredLanguage: declaredLanguage)
        return (score, pass.cueWords(score.language))
    }

    /// Scores one text.
    ///
    /// - Parameters:
    ///   - text: UTF-8; malformed bytes count as spaces.
    ///   - title: UTF-8 of what its writer put above it, read as a sentence before it; empty for none.
    ///   - declaredLanguage: what the source says; the script of the text may overrule it.
    /// - Returns: ranges are bytes of `text`, or of `title` where they say so.
    package func score(_ text: [UInt8], title: [UInt8] = [], declaredLanguage: Language?) -> Score {
        let titled = TitledText(title: title, text: text)
        let score = titled.bytes.withUnsafeBufferPointer { pass.score($0, declaredLanguage: declaredLanguage) }
        return titled.placed(score)
    }
}
