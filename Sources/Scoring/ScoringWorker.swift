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

    package func score(_ text: String, declaredLanguage: Language?) -> Score {
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
    ///   - declaredLanguage: what the source says; the script of the text may overrule it.
    /// - Returns: ranges are bytes of `text`.
    package func score(_ text: [UInt8], declaredLanguage: Language?) -> Score {
        text.withUnsafeBufferPointer { pass.score($0, declaredLanguage: declaredLanguage) }
    }
}
