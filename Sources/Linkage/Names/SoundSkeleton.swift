/// The consonants of a word as a Japanese ear hears them, so that `SkyHopper` and `スカイホッパー` meet.
enum SoundSkeleton {
    /// Consonants of a name without a plural at its end, which Japanese spellings often drop.
    static func withoutPlural(_ consonants: [UInt8]) -> [UInt8] {
        consonants.count >= 4 && consonants.last == Letter.s ? Array(consonants.dropLast()) : consonants
    }

    /// Consonants and digits of a word in Latin letters or kana; kanji and signs are passed over.
    static func consonants(of word: some Collection<UInt32>) -> [UInt8] {
        var letters: [UInt8] = []
        var kana: [UInt32] = []
        var output: [UInt8] = []
        func flush() {
            if !letters.isEmpty { output += heard(letters) }
            if !kana.isEmpty, let spelling = Romaji.spelling(ofKana: kana) { output += heard(spelling) }
            letters = []
            kana = []
        }
        for value in word {
            if ScalarClass.isLatin(value) {
                if !kana.isEmpty { flush() }
                letters.append(UInt8(truncatingIfNeeded: NameNormaliser.lower(value)))
            } else if ScalarClass.isKana(value) {
                if !letters.isEmpty { flush() }
                kana.append(value)
            } else {
                flush()
                if ScalarClass.isDigit(value) { output.append(UInt8(truncatingIfNeeded: value)) }
            }
        }
        flush()
        return output
    }

    private static func heard(_ letters: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for (position, letter) in letters.enumerated() {
            let next = position + 1 < letters.count ? letters[position + 1] : 0
            let previous = position > 0 ? letters[position - 1] : 0
            for sound in sounds(letter, previous: previous, next: next) where sound != output.last {
                output.append(sound)
            }
        }
        return output
    }

    private static func sounds(_ letter: UInt8, previous: UInt8, next: UInt8) -> [UInt8] {
        switch letter {
        case Letter.a, Letter.e, Letter.i, Letter.o, Letter.u, Letter.w, Letter.y: []
        case Letter.h: isVowel(previous) || previous == Letter.y || previous == 0 ? [Letter.h] : []
        case Letter.l: [Letter.r]
        case Letter.r: isVowel(next) || next == Letter.y ? [Letter.r] : []
        case Letter.v: [Letter.b]
        case Letter.q: [Letter.k]
        case Letter.x: [Letter.k, Letter.s]
        case Letter.z, Letter.j: [Letter.s]
        case Letter.p where next == Letter.h: [Letter.f]
        case Letter.t where next == Letter.h: [Letter.s]
        case Letter.d where next == Letter.s || next == Letter.z: []
        case Letter.g where next == Letter.h: []
        case Letter.m where !isVowel(next) && next != 0 && next != Letter.y: [Letter.n]
        case Letter.c:
            next == Letter.h
                ? [Letter.c] : next == Letter.e || next == Letter.i || next == Letter.y ? [Letter.s] : [Letter.k]
        default: [letter]
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        letter == Letter.a || letter == Letter.e || letter == Letter.i || letter == Letter.o || letter == Letter.u
    }
}
