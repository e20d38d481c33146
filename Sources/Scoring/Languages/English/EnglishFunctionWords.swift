/// Small words that tell English from other languages of Latin letters.
enum EnglishFunctionWords {
    private enum Kind {
        case own, foreign
    }

    private static let words = ShortWords<Kind>([
        (
            .own,
            [
                "the", "and", "to", "of", "is", "it", "was", "i", "you", "for", "my", "that", "this", "with", "not",
                "have", "are", "but", "they", "be", "your", "we", "so", "very", "were", "had", "what", "would", "will",
                "just",
            ]
        ),
        (
            .foreign,
            [
                "le", "les", "des", "est", "et", "une", "pas", "pour", "que", "dans", "avec", "je", "vous", "tres",
                "el",
                "los", "las", "por", "para", "con", "una", "muy", "y", "es", "der", "das", "und", "nicht", "ist", "ich",
                "mit", "ein", "eine", "sehr", "che", "di", "non", "per", "il", "sono", "nao", "uma", "com", "het",
                "een",
                "niet", "van", "och", "att", "jag", "ikke", "og", "yang", "dan", "tidak", "saya", "la", "en", "de",
                "du",
                "sie", "auf", "war", "zu", "mas", "pero", "como", "muito", "mais", "bien", "ce", "sur", "ne", "del",
            ]
        ),
    ])

    /// Bytes of a text in which words are counted.
    private static let reach = 2_000

    /// Whether English function words are at least as many as those of other languages and `accented` letters.
    static func prevail(in raw: UnsafeBufferPointer<UInt8>, accented: Int) -> Bool {
        let words = words
        var english = 0
        var others = accented
        let head = UnsafeBufferPointer(rebasing: raw.prefix(reach))
        var place = 0
        while place < head.count {
            let word = word(at: place, in: head)
            place &+= word.count &+ 1
            if word.isEmpty { continue }
            switch words.kind(of: word) {
            case .own: english += 1
            case .foreign: others += 1
            case nil: break
            }
        }
        return english >= others || others < 2
    }

    /// The run of letters that begins at a place.
    @inline(__always)
    private static func word(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> ShortWord {
        var word = ShortWord()
        if let base = bytes.baseAddress, start &+ ByteBlock.size <= bytes.count {
            let block = ByteBlock(base + start)
            let count = ByteBlock.run(block.letters)
            word = ShortWord(bytes: block.lowercased.prefix(count), count: count)
            if count < ByteBlock.size { return word }
        }
        while start &+ word.count < bytes.count, bytes[start &+ word.count].isASCIILetter {
            word.append(bytes[start &+ word.count] | 0x20)
        }
        return word
    }

    /// Whether at least one English function word stands outside of addresses and names.
    static func stand(in raw: UnsafeBufferPointer<UInt8>) -> Bool {
        var word = ShortWord()
        var place = 0
        while place <= raw.count {
            let end = place < raw.count ? namelessEnd(place, raw) : place
            let byte = place < raw.count && end == place ? raw[place] : 0x20
            if byte.isASCIILetter {
                word.append(byte | 0x20)
            } else {
                // A single letter is as often a size or a model.
                if word.count > 1, words.kind(of: word) == .own { return true }
                word = ShortWord()
            }
            place = max(end, place + 1)
        }
        return false
    }

    /// Where an address, @name or #tag ends that begins at a place; the place itself when none does.
    private static func namelessEnd(_ place: Int, _ raw: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = raw[place]
        if place > 0, raw[place - 1].isASCIIAlphanumeric { return place }
        if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#") {
            var end = place + 1
            while end < raw.count, raw[end].isASCIIAlphanumeric || raw[end] == UInt8(ascii: "_") { end += 1 }
            return end > place + 1 ? end : place
        }
        guard byte | 0x20 == UInt8(ascii: "h") || byte | 0x20 == UInt8(ascii: "w") else { return place }
        return TextView.addressEnd(place, raw) ?? place
    }
}
