/// Cuts normalised Japanese into tokens with MeCab.
struct JapaneseTokenizer {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// What the vocabulary makes of one word of the dictionary.
    private struct Reading {
        var wordClass = WordClass.any
        var marks: Token.Marks = []
        /// Forms it is read as, up to three; none for words that are left out.
        var forms: (Int32, Int32, Int32) = (-1, -1, -1)
        var count: Int8 = 1
        var punctuation = Punctuation.none
    }

    private enum Punctuation: UInt8 {
        case none, weak, comma, stop, question, exclamation
    }

    private let reader: MorphemeReader
    private let lexicon: Lexicon
    private let vocabulary: Vocabulary
    /// Readings already made, by the address of the features, which the dictionary never moves.
    private var readings: [UInt: Reading] = [:]
    private var border = Border.none

    init(reader: MorphemeReader, lexicon: Lexicon) {
        self.reader = reader
        self.lexicon = lexicon
        vocabulary = lexicon.japanese.vocabulary
        readings.reserveCapacity(4_096)
    }

    /// Appends the tokens of a text.
    mutating func tokenize(_ bytes: Bytes, map: UnsafeBufferPointer<Int32>, into tokens: inout [Token]) {
        border = .none
        var place = 0
        var glyphs: Int32 = 0
        while place < bytes.count {
            if bytes[place] == TextView.glyphByte {
                append(Token(glyph: glyphs, start: Int32(place), end: Int32(place + 1)), &tokens)
                glyphs += 1
                place += 1
            } else if bytes[place] == 0x0A {
                border = .sentence
                place += 1
            } else {
                let end = pieceEnd(place, bytes)
                readPiece(place, end, bytes, map, &tokens)
                place = end
            }
        }
    }

    /// Up to the next glyph or line end, and never longer than MeCab can take.
    private func pieceEnd(_ start: Int, _ bytes: Bytes) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != TextView.glyphByte, bytes[end] != 0x0A {
            if end - start >= MorphemeReader.longestPiece, bytes[end] & 0xC0 != 0x80 { break }
            end += 1
        }
        return end
    }

    private mutating func readPiece(
        _ start: Int,
        _ end: Int,
        _ bytes: Bytes,
        _ map: UnsafeBufferPointer<Int32>,
        _ tokens: inout [Token]
    ) {
        var after = start
        reader.read(Bytes(rebasing: bytes[start..<end])) { feature, isUnknown, place, length in
            let place = start + place
            if place > after { border = max(border, .weak) }
            after = place + length
            let surface = Bytes(rebasing: bytes[place..<after])
            let reading = isUnknown ? unknown(feature, surface) : known(feature, surface)
            append(reading, surface, place, map, &tokens)
        }
    }

    private mutating func append(
        _ reading: Reading,
        _ surface: Bytes,
        _ place: Int,
        _ map: UnsafeBufferPointer<Int32>,
        _ tokens: inout [Token]
    ) {
        switch reading.punctuation {
        case .none: break
        case .weak: return raise(.weak)
        case .comma: return raise(.clause)
        case .stop: return raise(.sentence)
        case .question:
            mark(.question, &tokens)
            return raise(.sentence)
        case .exclamation:
            let isRun = map[place + surface.count] - map[place] > 3
            mark(isRun ? [.exclamation, .shouting] : .exclamation, &tokens)
            return raise(.sentence)
        }
        if reading.wordClass == .number { return appendNumber(reading, surface, place, &tokens) }
        let exact = exactSymbol(surface)
        for number in 0..<reading.count {
            let form = number == 0 ? reading.forms.0 : number == 1 ? reading.forms.1 : reading.forms.2
            append(
                Token(
                    form: form,
                    exact: number == 0 ? exact : -1,
                    start: Int32(place),
                    end: Int32(place + surface.count),
                    wordClass: reading.wordClass,
                    marks: reading.marks
                ),
                &tokens
            )
        }
    }

    private func exactSymbol(_ surface: Bytes) -> Int32 {
        if lexicon.surfaceSymbols.count == 0 { return -1 }
        let found = lexicon.surfaces.find(surface)
        return found < 0 ? -1 : lexicon.surfaceSymbols[found]
    }

    /// Digits in a row become one number.
    private mutating func appendNumber(_ reading: Reading, _ surface: Bytes, _ place: Int, _ tokens: inout [Token]) {
        let digits = JapaneseNumber.value(surface)
        if border == .none, let last = tokens.last, last.number >= 0, Int(last.end) == place {
            tokens[tokens.count - 1].end = Int32(place + surface.count)
            tokens[tokens.count - 1].number = JapaneseNumber.joined(last.number, surface)
            tokens[tokens.count - 1].form = -1
            return
        }
        append(
            Token(
                form: reading.forms.0,
                exact: vocabulary.numberSymbol,
                number: digits,
                start: Int32(place),
                end: Int32(place + surface.count),
                wordClass: .number
            ),
            &tokens
        )
    }

    private mutating func append(_ token: Token, _ tokens: inout [Token]) {
        var token = token
        token.border = tokens.isEmpty ? .sentence : border
        border = .none
        tokens.append(token)
    }

    private mutating func raise(_ level: Border) { border = max(border, level) }

    private func mark(_ marks: Token.Marks, _ tokens: inout [Token]) {
        guard !tokens.isEmpty else { return }
        tokens[tokens.count - 1].marks.formUnion(marks)
    }

    private mutating func known(_ feature: UnsafePointer<UInt8>, _ surface: Bytes) -> Reading {
        let key = UInt(bitPattern: feature)
        if let reading = readings[key] { return reading }
        let lemma = MorphemeFeature.lemma(feature).map { String(decoding: $0, as: UTF8.self) }
        var reading = make(
            lemma ?? String(decoding: surface, as: UTF8.self),
            MorphemeFeature.wordClass(feature),
            surface
        )
        reading.marks = MorphemeFeature.marks(feature)
        readings[key] = reading
        return reading
    }

    private func unknown(_ feature: UnsafePointer<UInt8>, _ surface: Bytes) -> Reading {
        var reading = Reading()
        reading.punctuation = punctuation(surface)
        reading.wordClass = .noun
        if surface.first?.isASCIIDigit == true { reading.wordClass = .number }
        reading.forms.0 = vocabulary.forms.find(surface)
        return reading
    }

    private func make(_ lemma: String, _ wordClass: WordClass, _ surface: Bytes) -> Reading {
        var reading = Reading()
        reading.wordClass = wordClass
        reading.punctuation = punctuation(surface)
        if wordClass == .symbol, reading.punctuation == .none { reading.punctuation = .weak }
        let words = lexicon.spellings.read(lemma, wordClass)
        reading.count = Int8(min(words.count, 3))
        let forms = words.map { vocabulary.forms.find($0) }
        if forms.count > 0 { reading.forms.0 = forms[0] }
        if forms.count > 1 { reading.forms.1 = forms[1] }
        if forms.count > 2 { reading.forms.2 = forms[2] }
        return reading
    }

    private func punctuation(_ surface: Bytes) -> Punctuation {
        guard surface.count >= 3, surface[0] == 0xE3 || surface[0] == 0xEF else { return .none }
        switch Scalar.at(0, in: surface).value {
        case 0x3002, 0xFF0E: return .stop
        case 0xFF01: return .exclamation
        case 0xFF1F: return .question
        case 0x3001, 0xFF0C, 0xFF1B, 0xFF08, 0xFF09, 0x300C, 0x300D, 0x300E, 0x300F, 0x3010, 0x3011: return .comma
        case 0x30FB, 0xFF02...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF5E: return .weak
        default: return .none
        }
    }
}
