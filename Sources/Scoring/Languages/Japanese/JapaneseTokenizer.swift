/// Cuts normalised Japanese into tokens with MeCab.
struct JapaneseTokenizer: Tokenizer {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// What the vocabulary makes of one word of the dictionary.
    private struct MorphemeReading {
        var wordClass = WordClass.any
        var marks: Token.Marks = []
        /// Forms it is read as, up to three; none for words that are left out.
        var forms: (Int32, Int32, Int32) = (-1, -1, -1)
        var count: Int8 = 1
        /// Value of a word that counts things, −1 for others.
        var number: Int32 = -1
        /// Symbol of the spelling as it stands, −1 when no entry asks for it.
        var exact: Int32 = -1
        var punctuation = Punctuation.none
    }

    private enum Punctuation: UInt8 {
        case none, weak, comma, stop, question, exclamation
    }

    private let reader: MorphemeReader
    private let vocabulary: Vocabulary
    private let spellings: LemmaSpellings
    private let surfaces: SurfaceIndex?
    private let unsaidNegation: UnsaidNegation
    /// Readings already made, by the address of the features, which the dictionary never moves.
    private var readings = AddressTable<MorphemeReading>()
    /// Words of the piece read last.
    private var nodes: [SpokenForms.Node] = []

    init(reader: MorphemeReader, lexicon: LanguageLexicon) {
        self.reader = reader
        vocabulary = lexicon.vocabulary
        spellings = lexicon.spellings
        surfaces = lexicon.surfaces
        unsaidNegation = UnsaidNegation(lexicon.vocabulary)
    }

    mutating func tokenize(_ view: TextView, raw: Bytes, into list: inout TokenList) {
        let (bytes, map) = (view.bytes, view.map)
        var place = 0
        var glyphs: Int32 = 0
        while place < bytes.count {
            if bytes[place] == TextView.glyphByte {
                list.append(Token(glyph: glyphs, start: Int32(place), end: Int32(place + 1)))
                glyphs += 1
                place += 1
            } else if bytes[place] == 0x0A {
                list.raise(.sentence)
                place += 1
            } else {
                let end = pieceEnd(place, bytes)
                readPiece(place, end, bytes, map, &list)
                place = end
            }
        }
        unsaidNegation.mark(&list, bytes)
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
        _ list: inout TokenList
    ) {
        let piece = Bytes(rebasing: bytes[start..<end])
        if SpokenForms.mayStand(in: piece) { return readSpoken(piece, start, map, &list) }
        var after = 0
        reader.read(piece) { feature, isUnknown, place, length in
            let node = SpokenForms.Node(feature: feature, isUnknown: isUnknown, place: place, length: length)
            append(node, piece, start, &after, map, &list)
        }
    }

    /// Appends a word of a piece as it stands; `after` is where the word before it ends.
    @inline(__always)
    private mutating func append(
        _ node: SpokenForms.Node,
        _ piece: Bytes,
        _ start: Int,
        _ after: inout Int,
        _ map: UnsafeBufferPointer<Int32>,
        _ list: inout TokenList
    ) {
        if node.place > after { list.raise(.weak) }
        after = node.end
        let surface = Bytes(rebasing: piece[node.place..<node.end])
        let reading = node.isUnknown ? unknown(node.feature, surface) : known(node.feature, surface)
        append(reading, surface, start + node.place, map, &list)
    }

    /// Reads a piece as its spoken forms are meant, if it holds any.
    private mutating func readSpoken(
        _ piece: Bytes,
        _ start: Int,
        _ map: UnsafeBufferPointer<Int32>,
        _ list: inout TokenList
    ) {
        nodes.removeAll(keepingCapacity: true)
        reader.read(piece) { feature, isUnknown, place, length in
            nodes.append(SpokenForms.Node(feature: feature, isUnknown: isUnknown, place: place, length: length))
        }
        let edits = SpokenForms.edits(nodes, in: piece) { map[start + $0] - map[start + $0 - 3] > 3 }
        if edits.isEmpty {
            var after = 0
            for node in nodes { append(node, piece, start, &after, map, &list) }
            return
        }
        let text = SpokenText(piece, edits)
        text.bytes.withUnsafeBufferPointer { meant in
            var after = 0
            reader.read(meant) { feature, isUnknown, place, length in
                if place > after { list.raise(.weak) }
                after = place + length
                let surface = Bytes(rebasing: meant[place..<after])
                let reading = isUnknown ? unknown(feature, surface) : known(feature, surface)
                append(reading, surface, start + text.places[place], map, &list, end: start + text.places[after])
            }
        }
    }

    private func append(
        _ reading: MorphemeReading,
        _ surface: Bytes,
        _ place: Int,
        _ map: UnsafeBufferPointer<Int32>,
        _ list: inout TokenList,
        end: Int? = nil
    ) {
        let end = end ?? place + surface.count
        switch reading.punctuation {
        case .none: break
        case .weak: return list.raise(.weak)
        case .comma: return list.raise(.clause)
        case .stop: return list.raise(.sentence)
        case .question:
            list.mark(.question)
            return list.raise(.sentence)
        case .exclamation:
            let isRun = map[end] - map[place] > 3
            list.mark(isRun ? [.exclamation, .shouting] : .exclamation)
            return list.raise(.sentence)
        }
        if reading.wordClass == .number { return appendNumber(reading, surface, place, &list) }
        for number in 0..<reading.count {
            let form = number == 0 ? reading.forms.0 : number == 1 ? reading.forms.1 : reading.forms.2
            list.append(
                Token(
                    form: form,
                    exact: number == 0 ? reading.exact : -1,
                    number: reading.number,
                    start: Int32(place),
                    end: Int32(end),
                    wordClass: reading.wordClass,
                    marks: reading.marks,
                    classes: vocabulary.classes(form)
                )
            )
        }
    }

    /// Digits in a row become one number.
    private func appendNumber(_ reading: MorphemeReading, _ surface: Bytes, _ place: Int, _ list: inout TokenList) {
        let digits = JapaneseNumber.value(surface)
        if list.isJoined, let last = list.tokens.last, last.number >= 0, Int(last.end) == place {
            let value = JapaneseNumber.joined(last.number, surface)
            return list.lengthenNumber(to: Int32(place + surface.count), value: value)
        }
        list.append(
            Token(
                form: reading.forms.0,
                exact: vocabulary.numberSymbol,
                number: digits,
                start: Int32(place),
                end: Int32(place + surface.count),
                wordClass: .number,
                classes: vocabulary.classes(reading.forms.0)
            )
        )
    }

    private mutating func known(_ feature: UnsafePointer<UInt8>, _ surface: Bytes) -> MorphemeReading {
        let key = UInt(bitPattern: feature)
        if let reading = readings.find(key) { return reading }
        let lemma = MorphemeFeature.lemma(feature).map { String(decoding: $0, as: UTF8.self) }
        var reading = make(
            lemma ?? String(decoding: surface, as: UTF8.self),
            MorphemeFeature.wordClass(feature),
            surface
        )
        reading.marks = MorphemeFeature.marks(feature)
        reading.exact = surfaces?.symbol(of: surface) ?? -1
        readings.insert(key, reading)
        return reading
    }

    private func unknown(_ feature: UnsafePointer<UInt8>, _ surface: Bytes) -> MorphemeReading {
        var reading = MorphemeReading()
        reading.punctuation = punctuation(surface)
        reading.wordClass = .noun
        if surface.first?.isASCIIDigit == true { reading.wordClass = .number }
        reading.forms.0 = vocabulary.forms.find(surface)
        reading.exact = surfaces?.symbol(of: surface) ?? -1
        return reading
    }

    private func make(_ lemma: String, _ wordClass: WordClass, _ surface: Bytes) -> MorphemeReading {
        var reading = MorphemeReading()
        reading.wordClass = wordClass
        reading.punctuation = punctuation(surface)
        let words = spellings.read(lemma, wordClass)
        reading.count = Int8(min(words.count, 3))
        if wordClass == .noun { reading.number = JapaneseNumber.count(lemma) }
        let forms = words.map { vocabulary.forms.find($0) }
        if forms.count > 0 { reading.forms.0 = forms[0] }
        // A sign that entries hold, as ◎ for best, is a word.
        if wordClass == .symbol, reading.punctuation == .none, reading.forms.0 < 0 { reading.punctuation = .weak }
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
