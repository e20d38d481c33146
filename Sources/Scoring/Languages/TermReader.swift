import Feedback

/// Reads the terms of word lists as texts of the language will be read.
protocol TermReader {
    /// How lemmas are read; empty where tokens are spellings.
    var spellings: LemmaSpellings { get }

    /// Symbols of one word of a term; a word after `=` makes symbols for its very spelling.
    func symbols(of word: String) -> [String]

    /// Words of texts that one word of a cue stands for.
    func cueWords(of word: String) -> [String]

    /// A character of a term that is never part of a word of a text.
    func unmatched(in term: String) -> Unicode.Scalar?

    /// The one word that a term may be besides the words it was cut into.
    func whole(_ term: String, _ steps: [PatternStep]) -> PatternStep?

    /// Enters the forms that texts hold of every symbol, and what else the rules look for.
    ///
    /// - Parameters:
    ///   - draft: whose symbols are complete.
    ///   - cueWords: words of all cues.
    func link(_ draft: inout VocabularyDraft, cueWords: [String])
}

extension TermReader {
    var spellings: LemmaSpellings { LemmaSpellings() }

    func cueWords(of word: String) -> [String] { [word] }

    func unmatched(in term: String) -> Unicode.Scalar? { nil }

    func whole(_ term: String, _ steps: [PatternStep]) -> PatternStep? { nil }
}
