import Feedback

/// Cuts the words of English terms as the tokenizer cuts texts, and links inflected forms to them.
struct EnglishTerms: TermReader {
    /// What words are read as.
    private var variants: [String: String] = [:]

    init(_ entries: [LexiconEntry]) {
        for entry in entries where entry.kind == .variant { variants[entry.term] = entry.partOfSpeech }
    }

    /// Variants are read as in texts: "cannot" is can and not.
    func symbols(of word: String) -> [String] {
        Self.split(word).flatMap { part in
            let isExact = part.hasPrefix("=")
            guard let meant = reading(of: isExact ? String(part.dropFirst()) : part) else { return [part] }
            return isExact ? meant.map { "=\($0)" } : meant
        }
    }

    /// Words that a variant is read as; `nil` for other words.
    private func reading(of word: String) -> [String]? {
        // Word by word: parts of one word would be read as a compound, of which none but the last is found.
        variants[word]?.split(separator: " ").flatMap { Self.split(String($0)) }
    }

    func cueWords(of word: String) -> [String] { Self.spelt(word) }

    /// Words of texts that one word of a cue stands for.
    static func spelt(_ word: String) -> [String] {
        split(word).map { $0.hasPrefix("=") ? String($0.dropFirst()) : $0 }
    }

    /// Symbols of one word of a term: "don't" is do and not, "on-hold" is on and hold.
    static func split(_ word: String) -> [String] {
        let isExact = word.hasPrefix("=") && word.utf8.count > 1
        var view = TextView()
        let raw = Array((isExact ? word.dropFirst() : word[...]).utf8)
        raw.withUnsafeBufferPointer { view.read($0, writing: Writing(), glyphTable: .empty) }
        let parts = view.normalised.split {
            !($0.isASCIIAlphanumeric || $0 >= 0x80 || $0 == UInt8(ascii: "'") || $0 == 0x26)
        }
        let words = parts.flatMap { contraction(String(decoding: $0, as: UTF8.self)) }
        if isExact { return words.map { "=\($0)" } }
        // "go-to" is not "went to": only the last part of a compound is inflected.
        guard parts.count > 1 else { return words }
        return words.dropLast().map { "=\($0)" } + words.suffix(1)
    }

    /// A character of a term that texts are not matched on.
    func unmatched(in term: String) -> Unicode.Scalar? {
        term.unicodeScalars.first { scalar in
            guard let byte = UInt8(exactly: scalar.value), byte < 0x80 else { return false }
            return !byte.isASCIIAlphanumeric && !"'&=-/. <>|?*".utf8.contains(byte)
        }
    }

    private static func contraction(_ word: String) -> [String] {
        if word == "&" { return ["and"] }
        guard let apostrophe = word.lastIndex(of: "'") else { return digitsApart(word) }
        let head = String(word[..<apostrophe])
        let tail = word[word.index(after: apostrophe)...]
        if tail == "t", head.hasSuffix("n") {
            let heads = ["can": "can", "won": "will", "shan": "will", "ain": "is"]
            return [heads[head] ?? String(head.dropLast()), "not"]
        }
        let tails = ["s": "is", "re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"]
        if let meant = tails[String(tail)] { return head.isEmpty ? [meant] : [head, meant] }
        let bare = word.drop { $0 == "'" }
        return bare.isEmpty ? [] : [String(bare)]
    }

    /// The tokenizer ends a number where letters begin.
    private static func digitsApart(_ word: String) -> [String] {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty || digits.count == word.count
            ? [word] : [String(digits), String(word.dropFirst(digits.count))]
    }

    func link(_ draft: inout VocabularyDraft, cueWords: [String]) {
        for (symbol, text) in draft.symbols.texts.enumerated() {
            let isExact = text.hasPrefix("=") && text.utf8.count > 1
            draft.link(isExact ? String(text.dropFirst()) : text, to: Int32(symbol), isSame: true)
        }
        for (symbol, text) in draft.symbols.texts.enumerated() where !text.hasPrefix("=") {
            for form in Inflection.forms(of: text) { draft.link(form, to: Int32(symbol), isSame: false) }
        }
        for word in ["not", "is", "are", "have", "will", "would", "am", "can", "and", "on"] {
            _ = draft.forms.intern(word)
        }
        for word in variants.keys.sorted() {
            let form = draft.forms.intern(word)
            draft.variants[form] = reading(of: word)?.map { draft.forms.intern($0) }
        }
    }
}
