import Feedback

/// Cuts normalised English into tokens.
struct EnglishTokenizer: Tokenizer {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Forms that contractions are read as.
    private struct Contractions {
        let not, is_, are, have, will, would, am, can, and: Int32

        init(_ vocabulary: Vocabulary) {
            func form(_ word: String) -> Int32 { vocabulary.forms.find(word) }
            not = form("not")
            is_ = form("is")
            are = form("are")
            have = form("have")
            will = form("will")
            would = form("would")
            am = form("am")
            can = form("can")
            and = form("and")
        }
    }

    private let vocabulary: Vocabulary
    private let contractions: Contractions
    private var squeezed: [UInt8] = []
    private var shortForms = ShortForms()
    /// Where the next word of a #CamelCase tag begins.
    private var tagPlace = -1

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        contractions = Contractions(vocabulary)
    }

    mutating func tokenize(_ view: TextView, raw: Bytes, into list: inout TokenList) {
        let (bytes, map) = (view.bytes, view.map)
        tagPlace = -1
        var place = 0
        var glyphs: Int32 = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0x20 {
                place &+= 1
            } else if byte.isASCIILower || byte >= 0x80 {
                place =
                    readShortWord(place, bytes, map, raw, &list) ?? readLongWord(place, bytes, map, raw, &list)
            } else if byte.isASCIIDigit {
                place = readNumber(place, bytes, &list)
            } else if byte == TextView.glyphByte {
                list.append(Token(glyph: glyphs, start: Int32(place), end: Int32(place + 1)))
                glyphs += 1
                place += 1
            } else {
                readSymbol(byte, place, bytes, map, raw, &list)
                place += 1
            }
        }
    }

    @inline(__always)
    private func append(form: Int32, _ start: Int, _ end: Int, _ marks: Token.Marks, _ list: inout TokenList) {
        let classes = vocabulary.classes(form)
        list.append(Token(form: form, start: Int32(start), end: Int32(end), marks: marks, classes: classes))
    }

    /// A word of up to fifteen small letters that nothing is joined to; the same as `readLongWord` would say, only faster.
    ///
    /// - Returns: the end of the word, `nil` when it is of another kind.
    @inline(__always)
    private mutating func readShortWord(
        _ start: Int,
        _ bytes: Bytes,
        _ map: UnsafeBufferPointer<Int32>,
        _ raw: Bytes,
        _ list: inout TokenList
    ) -> Int? {
        guard let base = bytes.baseAddress, start != tagPlace, start == 0 || bytes[start &- 1] != UInt8(ascii: "#")
        else { return nil }
        var block = ByteBlock(base + start)
        var length = ByteBlock.run(block.lowerLetters)
        var word = ShortForms.Word(first: block.prefix(length))
        if length == ByteBlock.size {
            block = ByteBlock(base + start + length)
            let more = ByteBlock.run(block.lowerLetters)
            guard more < ByteBlock.size else { return nil }
            word.second = block.prefix(more)
            length &+= more
        }
        let end = start &+ length
        guard !Self.joinsWords(base[end]), let reading = shortForms.find(word) ?? meet(word, slice(bytes, start, end))
        else { return nil }
        let marks: Token.Marks = isCapital(start, end, map, raw) ? .capitals : []
        if reading.hasVariants {
            appendVariants(reading.form, start, end, marks, &list)
        } else {
            list.append(
                Token(
                    form: reading.form,
                    start: Int32(truncatingIfNeeded: start),
                    end: Int32(truncatingIfNeeded: end),
                    marks: marks,
                    classes: reading.classes
                )
            )
        }
        return end
    }

    /// Whether a byte behind letters may belong to their word.
    @inline(__always)
    private static func joinsWords(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "'") || byte.isASCIIDigit || byte >= 0x80
    }

    /// Looks a short word up; `nil` when its letters are drawn out.
    private mutating func meet(_ word: ShortForms.Word, _ letters: Bytes) -> ShortForms.Reading? {
        for place in letters.indices.dropFirst(2)
        where letters[place] == letters[place - 1] && letters[place] == letters[place - 2] {
            return nil
        }
        let form = vocabulary.forms.find(letters)
        let hasVariants = form >= 0 && !vocabulary.variantRange(form).isEmpty
        let reading = ShortForms.Reading(form: form, classes: vocabulary.classes(form), hasVariants: hasVariants)
        shortForms.keep(word, reading)
        return reading
    }

    private mutating func readLongWord(
        _ start: Int,
        _ bytes: Bytes,
        _ map: UnsafeBufferPointer<Int32>,
        _ raw: Bytes,
        _ list: inout TokenList
    ) -> Int {
        var place = start
        var hash = ByteHash.seed
        var apostrophe = -1
        var run = 0
        var longestRun = 0
        var last: UInt8 = 0
        let isTag = start == tagPlace || (start > 0 && bytes[start &- 1] == UInt8(ascii: "#"))
        while place < bytes.count {
            let byte = bytes[place]
            if isTag, place > start, raw[Int(map[place])].isASCIIUpper, raw[Int(map[place &- 1])].isASCIILower {
                tagPlace = place
                break
            }
            if !(byte.isASCIILower || byte >= 0x80 || byte.isASCIIDigit) {
                guard byte == UInt8(ascii: "'"), place &+ 1 < bytes.count, bytes[place &+ 1].isASCIILower else { break }
                apostrophe = place
            }
            hash = ByteHash.adding(byte, to: hash)
            run = byte == last ? run &+ 1 : 1
            if run > longestRun { longestRun = run }
            last = byte
            place &+= 1
        }
        var marks: Token.Marks = isCapital(start, place, map, raw) ? .capitals : []
        if apostrophe >= 0, readContraction(start, apostrophe, place, bytes, marks, &list) { return place }
        var form = vocabulary.forms.find(slice(bytes, start, place), hash: hash)
        if form < 0, longestRun >= 3 {
            form = squeezedForm(slice(bytes, start, place))
            marks.insert(.drawnOut)
        }
        appendVariants(form, start, place, marks, &list)
        return place
    }

    private func appendVariants(
        _ form: Int32,
        _ start: Int,
        _ end: Int,
        _ marks: Token.Marks,
        _ list: inout TokenList
    ) {
        guard form >= 0 else { return append(form: form, start, end, marks, &list) }
        let variants = vocabulary.variantRange(form)
        if variants.isEmpty { return append(form: form, start, end, marks, &list) }
        for place in variants { append(form: vocabulary.variantForms[place], start, end, marks, &list) }
    }

    /// Splits "don't", "it's" and their like; false when the apostrophe belongs to the word.
    private func readContraction(
        _ start: Int,
        _ apostrophe: Int,
        _ end: Int,
        _ bytes: Bytes,
        _ marks: Token.Marks,
        _ list: inout TokenList
    ) -> Bool {
        let tail = slice(bytes, apostrophe + 1, end)
        if equals(tail, "t"), apostrophe > start, bytes[apostrophe - 1] == UInt8(ascii: "n") {
            let head = slice(bytes, start, apostrophe - 1)
            let form: Int32
            if equals(head, "ca") {
                form = contractions.can
            } else if equals(head, "wo") || equals(head, "sha") {
                form = contractions.will
            } else if equals(head, "ai") {
                form = contractions.is_
            } else {
                form = vocabulary.forms.find(head)
            }
            append(form: form, start, apostrophe - 1, marks, &list)
            append(form: contractions.not, apostrophe - 1, end, marks, &list)
            return true
        }
        let forms: [(StaticString, Int32)] = [
            ("s", contractions.is_), ("re", contractions.are), ("ve", contractions.have), ("ll", contractions.will),
            ("d", contractions.would), ("m", contractions.am),
        ]
        for (text, form) in forms where equals(tail, text) {
            appendVariants(vocabulary.forms.find(slice(bytes, start, apostrophe)), start, apostrophe, marks, &list)
            append(form: form, apostrophe, end, [], &list)
            return true
        }
        return false
    }

    private func readNumber(_ start: Int, _ bytes: Bytes, _ list: inout TokenList) -> Int {
        var place = start
        var value: Int32 = 0
        while place < bytes.count {
            if bytes[place].isASCIIDigit {
                if value < 1_000_000 { value = value * 10 + Int32(bytes[place] - 0x30) }
            } else if bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: ".") {
                break
            } else if place + 1 >= bytes.count || !bytes[place + 1].isASCIIDigit {
                break
            } else if bytes[place] == UInt8(ascii: ".") {
                place += 1
                while place < bytes.count, bytes[place].isASCIIDigit { place += 1 }
                break
            }
            place += 1
        }
        let form = vocabulary.forms.find(slice(bytes, start, place))
        list.append(
            Token(
                form: form,
                exact: vocabulary.numberSymbol,
                number: value,
                start: Int32(start),
                end: Int32(place),
                classes: vocabulary.classes(form)
            )
        )
        return place
    }

    private func readSymbol(
        _ byte: UInt8,
        _ place: Int,
        _ bytes: Bytes,
        _ map: UnsafeBufferPointer<Int32>,
        _ raw: Bytes,
        _ list: inout TokenList
    ) {
        switch byte {
        case UInt8(ascii: "!"):
            let isRun = map[place + 1] - map[place] > 1
            list.mark(isRun ? [.exclamation, .shouting] : .exclamation)
            list.raise(.sentence)
        case UInt8(ascii: "?"):
            list.mark(.question)
            list.raise(.sentence)
        case UInt8(ascii: "."): list.raise(.sentence)
        case 0x0A:
            // A wrapped line goes on in lower case, which only the raw bytes still show.
            let wraps = place + 1 < bytes.count && raw[Int(map[place + 1])].isASCIILower
            list.raise(wraps ? .weak : .sentence)
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"):
            list.raise(.clause)
        case UInt8(ascii: "-"):
            let isSpaced = place > 0 && bytes[place - 1] == 0x20
            list.raise(isSpaced ? .clause : .none)
        case UInt8(ascii: "&"): append(form: contractions.and, place, place + 1, [], &list)
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "'"): break
        default: list.raise(.weak)
        }
    }

    private mutating func squeezedForm(_ word: Bytes) -> Int32 {
        for keep in [2, 1] {
            squeezed.removeAll(keepingCapacity: true)
            var run = 0
            for byte in word {
                run = byte == squeezed.last ? run + 1 : 1
                if run <= keep { squeezed.append(byte) }
            }
            let form = squeezed.withUnsafeBufferPointer { vocabulary.forms.find($0) }
            if form >= 0 { return form }
        }
        return -1
    }

    @inline(__always)
    private func isCapital(_ start: Int, _ end: Int, _ map: UnsafeBufferPointer<Int32>, _ raw: Bytes) -> Bool {
        guard end - start >= 2, raw[Int(map[start])].isASCIIUpper else { return false }
        for place in start + 1..<end where raw[Int(map[place])].isASCIILower { return false }
        return true
    }

    @inline(__always)
    private func slice(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bytes { Bytes(rebasing: bytes[start..<end]) }

    private func equals(_ bytes: Bytes, _ text: StaticString) -> Bool {
        guard bytes.count == text.utf8CodeUnitCount else { return false }
        for place in 0..<bytes.count where bytes[place] != text.utf8Start[place] { return false }
        return true
    }
}
