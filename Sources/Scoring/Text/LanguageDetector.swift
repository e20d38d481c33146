import Feedback

/// Names the language of a text by its script.
///
/// Kana means Japanese, and beside many more Latin letters too unless these are English sentences: addresses, @names,
/// #tags and names of products are not. Han without kana is Japanese when it is declared so, or has no
/// letter or particle that only Chinese uses. Latin letters mean English unless words of other languages outnumber its
/// own. Everything else is unknown.
struct LanguageDetector {
    /// Letters of one kind in a text.
    private struct Letters {
        var kana = 0, han = 0, chineseOnly = 0, chineseParticles = 0, latin = 0, accented = 0, other = 0
    }

    /// Letters of Chinese that Japanese does not use.
    private static let chineseOnly: Set<UInt32> = Set("这们吗呢没你她它说对时个为还让过给产东务买卖客间问题质钱货谢".unicodeScalars.map(\.value))
        .subtracting("客".unicodeScalars.map(\.value))
        .union("您們嗎這還麼沒給咱哦喔妳很啊吧啦嘛".unicodeScalars.map(\.value))
    /// Letters that Chinese needs in most sentences, and Japanese only inside words.
    private static let chineseParticles = Set("了我的是也就都不在有和".unicodeScalars.map(\.value))
    private static let english: Set<String> = [
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

    static func language(of raw: UnsafeBufferPointer<UInt8>, declared: Language?) -> Language {
        let letters = count(raw)
        let japanese = letters.kana + letters.han
        if letters.other > letters.latin + japanese { return .unknown }
        if letters.kana > 0, japanese * 4 >= letters.latin || !isEnglishSentence(raw) { return .japanese }
        if letters.kana == 0, letters.han > 0, letters.han > letters.latin || !isEnglishSentence(raw) {
            return hanOnly(letters, declared)
        }
        if letters.latin == 0 { return declared ?? .unknown }
        if declared == .english { return .english }
        return isEnglish(raw, accented: letters.accented) ? .english : .unknown
    }

    /// Han without kana: 対応最悪, and with Latin letters LINE対応最悪.
    private static func hanOnly(_ letters: Letters, _ declared: Language?) -> Language {
        if declared == .japanese { return .japanese }
        if letters.chineseOnly > 0 || letters.chineseParticles * 8 > letters.han { return .unknown }
        return .japanese
    }

    /// Whether at least one English function word stands outside of addresses and names.
    private static func isEnglishSentence(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
        var word: [UInt8] = []
        var place = 0
        while place <= raw.count {
            let end = place < raw.count ? namelessEnd(place, raw) : place
            let byte = place < raw.count && end == place ? raw[place] : 0x20
            if byte.isASCIILetter {
                word.append(byte | 0x20)
            } else {
                // A single letter is as often a size or a model.
                if word.count > 1, english.contains(String(decoding: word, as: UTF8.self)) { return true }
                word.removeAll(keepingCapacity: true)
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

    private static func count(_ raw: UnsafeBufferPointer<UInt8>) -> Letters {
        var letters = Letters()
        var place = 0
        while place < raw.count {
            if let source = raw.baseAddress, raw.count &- place >= ByteBlock.size {
                let block = ByteBlock(source + place)
                if block.isASCII {
                    letters.latin &+= ByteBlock.count(block.letters)
                    place &+= ByteBlock.size
                    continue
                }
            }
            if raw[place] < 0x80 {
                if raw[place].isASCIILetter { letters.latin += 1 }
                place += 1
                continue
            }
            let scalar = Scalar.at(place, in: raw)
            place += scalar.length
            add(scalar.value, &letters)
        }
        return letters
    }

    private static func add(_ value: UInt32, _ letters: inout Letters) {
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0xFF66...0xFF9D: letters.kana += 1
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: letters.latin += 1
        case 0xC0...0x24F where value != 0xD7 && value != 0xF7:
            letters.latin += 1
            letters.accented += 1
        case _ where Scalar.isHan(value):
            letters.han += 1
            if chineseOnly.contains(value) { letters.chineseOnly += 1 }
            if chineseParticles.contains(value) { letters.chineseParticles += 1 }
        case 0x370...0x1FFF, 0xAC00...0xD7AF, 0xA000...0xABFF, 0xFB1D...0xFDFF: letters.other += 1
        default: break
        }
    }

    /// Whether English function words are at least as many as those of other languages.
    private static func isEnglish(_ raw: UnsafeBufferPointer<UInt8>, accented: Int) -> Bool {
        var own = 0
        var others = accented
        var word: [UInt8] = []
        for byte in raw.prefix(2_000) + [0x20] {
            if byte.isASCIILetter {
                word.append(byte | 0x20)
                continue
            }
            if !word.isEmpty {
                let text = String(decoding: word, as: UTF8.self)
                if english.contains(text) { own += 1 } else if foreign.contains(text) { others += 1 }
                word.removeAll(keepingCapacity: true)
            }
        }
        return own >= others || others < 2
    }
}
