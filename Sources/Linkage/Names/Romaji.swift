/// Japanese syllables as Latin letters, and Latin spellings brought to one form, so that `さとう`, `Satoh`, `Satou`
/// and `Sato` are equal.
enum Romaji {
    /// Folded Latin spelling of kana; `nil` when something else than kana stands in the word.
    ///
    /// Source: Hepburn romanisation (ANSI Z39.11-1972), with long vowels folded.
    static func spelling(ofKana word: some Collection<UInt32>) -> [UInt8]? {
        var letters: [UInt8] = []
        var doubles = false
        for value in word {
            let hiragana = ScalarClass.isKatakana(value) && value <= 0x30F6 ? value - 0x60 : value
            switch hiragana {
            case 0x30FC, 0x30FB: continue
            case 0x3063: doubles = true
            case 0x3083, 0x3085, 0x3087: glide(&letters, vowel: smallVowel(hiragana))
            case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049: smallVowel(after: &letters, hiragana)
            default:
                guard let syllable = syllables[hiragana] else { return nil }
                if doubles, let first = syllable.first { letters.append(first) }
                doubles = false
                letters.append(contentsOf: syllable)
            }
        }
        return letters.isEmpty ? nil : folded(letters)
    }

    /// One form for the spellings of the Hepburn, Kunrei and passport systems; letters must be lower case.
    static func folded(_ letters: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(letters.count + 2)
        var position = 0
        while position < letters.count {
            position += appendUnit(of: letters, at: position, to: &output)
        }
        return foldingRepeats(output)
    }

    /// Appends the Hepburn form of the letters at a position and tells how many were read.
    private static func appendUnit(of letters: [UInt8], at position: Int, to output: inout [UInt8]) -> Int {
        let letter = letters[position]
        let next = position + 1 < letters.count ? letters[position + 1] : 0
        let third = position + 2 < letters.count ? letters[position + 2] : 0
        switch (letter, next, third) {
        case (Letter.t, Letter.c, Letter.h), (Letter.c, Letter.c, Letter.h): return 1
        case (Letter.s, Letter.y, _): output += [Letter.s, Letter.h]
        case (Letter.t, Letter.y, _): output += [Letter.c, Letter.h]
        case (Letter.z, Letter.y, _), (Letter.j, Letter.y, _): output.append(Letter.j)
        case (Letter.s, Letter.i, _): output += [Letter.s, Letter.h, Letter.i]
        case (Letter.t, Letter.i, _): output += [Letter.c, Letter.h, Letter.i]
        case (Letter.t, Letter.u, _): output += [Letter.t, Letter.s, Letter.u]
        case (Letter.z, Letter.i, _), (Letter.d, Letter.i, _): output += [Letter.j, Letter.i]
        case (Letter.d, Letter.u, _): output += [Letter.z, Letter.u]
        case (Letter.d, Letter.z, Letter.u): return 1
        case (Letter.h, Letter.u, _) where output.last != Letter.s && output.last != Letter.c:
            output += [Letter.f, Letter.u]
        default:
            output.append(letter)
            return 1
        }
        return 2
    }

    private static func foldingRepeats(_ letters: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for (position, letter) in letters.enumerated() {
            let next = position + 1 < letters.count ? letters[position + 1] : 0
            if letter == output.last { continue }
            if letter == Letter.m, isLip(next) {
                if output.last != Letter.n { output.append(Letter.n) }
                continue
            }
            if letter == Letter.u, output.last == Letter.o { continue }
            if letter == Letter.h, output.last == Letter.o, !isVowel(next) { continue }
            output.append(letter)
        }
        return output
    }

    private static func isLip(_ letter: UInt8) -> Bool {
        letter == Letter.b || letter == Letter.p || letter == Letter.m
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        letter == Letter.a || letter == Letter.i || letter == Letter.u
            || letter == Letter.e || letter == Letter.o
    }

    private static func glide(_ letters: inout [UInt8], vowel: UInt8) {
        guard letters.last == Letter.i else {
            letters.append(contentsOf: [Letter.y, vowel])
            return
        }
        letters.removeLast()
        let before = letters.dropLast().last
        let isSibilant =
            letters.last == Letter.j || (letters.last == Letter.h && (before == Letter.s || before == Letter.c))
        if isSibilant {
            letters.append(vowel)
        } else {
            letters.append(contentsOf: [Letter.y, vowel])
        }
    }

    private static func smallVowel(_ value: UInt32) -> UInt8 {
        switch value {
        case 0x3083: Letter.a
        case 0x3085: Letter.u
        default: Letter.o
        }
    }

    private static func smallVowel(after letters: inout [UInt8], _ value: UInt32) {
        if let last = letters.last, isVowel(last) { letters.removeLast() }
        letters.append(Array("aiueo".utf8)[Int(value - 0x3041) / 2])
    }

    private static let syllables: [UInt32: [UInt8]] = {
        let text = """
            あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo \
            たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho \
            ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro \
            わwa ゐi ゑe をo んn ゔvu
            """
        var table: [UInt32: [UInt8]] = [:]
        for entry in text.split(separator: " ") {
            guard let kana = entry.unicodeScalars.first else { continue }
            table[kana.value] = Array(entry.utf8.dropFirst(3))
        }
        return table
    }()
}

/// Lower-case Latin letters as bytes.
enum Letter {
    static let a = UInt8(ascii: "a")
    static let b = UInt8(ascii: "b")
    static let c = UInt8(ascii: "c")
    static let d = UInt8(ascii: "d")
    static let e = UInt8(ascii: "e")
    static let f = UInt8(ascii: "f")
    static let g = UInt8(ascii: "g")
    static let h = UInt8(ascii: "h")
    static let i = UInt8(ascii: "i")
    static let j = UInt8(ascii: "j")
    static let k = UInt8(ascii: "k")
    static let l = UInt8(ascii: "l")
    static let m = UInt8(ascii: "m")
    static let n = UInt8(ascii: "n")
    static let o = UInt8(ascii: "o")
    static let p = UInt8(ascii: "p")
    static let q = UInt8(ascii: "q")
    static let r = UInt8(ascii: "r")
    static let s = UInt8(ascii: "s")
    static let t = UInt8(ascii: "t")
    static let u = UInt8(ascii: "u")
    static let v = UInt8(ascii: "v")
    static let w = UInt8(ascii: "w")
    static let x = UInt8(ascii: "x")
    static let y = UInt8(ascii: "y")
    static let z = UInt8(ascii: "z")
}
