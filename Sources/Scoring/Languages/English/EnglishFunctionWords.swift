/// Small words that tell English from other languages of Latin letters.
enum EnglishFunctionWords {
    private static let own: Set<String> = [
        "the", "and", "to", "of", "is", "it", "was", "i", "you", "for", "my", "that", "this", "with", "not", "have",
        "are", "but", "they", "be", "your", "we", "so", "very", "were", "had", "what", "would", "will", "just",
    ]
    private static let foreign: Set<String> = [
        "le", "les", "des", "est", "et", "une", "pas", "pour", "que", "dans", "avec", "je", "vous", "tres", "el",
        "los", "las", "por", "para", "con", "una", "muy", "y", "es", "der", "das", "und", "nicht", "ist", "ich",
        "mit", "ein", "eine", "sehr", "che", "di", "non", "per", "il", "sono", "nao", "uma", "com", "het", "een",
        "niet", "van", "och", "att", "jag", "ikke", "og", "yang", "dan", "tidak", "saya", "la", "en", "de", "du",
        "sie", "auf", "war", "zu", "mas", "pero", "como", "muito", "mais", "bien", "ce", "sur", "ne", "del",
    ]

    /// Whether English function words are at least as many as those of other languages and `accented` letters.
    static func prevail(in raw: UnsafeBufferPointer<UInt8>, accented: Int) -> Bool {
        var english = 0
        var others = accented
        var word: [UInt8] = []
        for byte in raw.prefix(2_000) + [0x20] {
            if byte.isASCIILetter {
                word.append(byte | 0x20)
                continue
            }
            if !word.isEmpty {
                let text = String(decoding: word, as: UTF8.self)
                if own.contains(text) { english += 1 } else if foreign.contains(text) { others += 1 }
                word.removeAll(keepingCapacity: true)
            }
        }
        return english >= others || others < 2
    }
}
