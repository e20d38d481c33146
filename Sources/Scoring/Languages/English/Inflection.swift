/// Inflected forms of English words, made by rule from the words entries use, never by cutting what a text says.
struct Inflection {
    /// Words that are not inflected: function words, and words whose forms are other words.
    private static let fixed: Set<String> = Set(
        """
        a about above across after again against all almost along already also although always am among an and another \
        any anybody anyone anything are around as at away because been before behind being below beside besides between \
        both but by can cannot could despite did does doing done down during each either else enough even ever every \
        everybody everyone everything except far few for from had has have having he hence her here hers herself him \
        himself his how however i if in indeed instead into is it its itself just least less many may me might mine \
        more most much must my myself neither never new no nobody none nor not nothing now nowhere of off often on once \
        only onto or other others our ours ourselves out over own per perhaps quite rather really same shall she should \
        since so some somebody someone something sometimes soon still such than that the their theirs them themselves \
        then there therefore these they this those though through throughout thus to together too toward under unless \
        until up upon us very via was we well were what whatever when where whereas wherever whether which while who \
        whoever whole whom whose why will with within without would yes yet you your yours yourself good bad wed wing ham
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
    /// Regular-looking forms that are other words: `form base`.
    private static let falseForms: Set<String> = [
        "evening even", "meaning mean", "means mean", "kinds kind", "kinder kind", "hers her", "sever seve",
        "customs custom", "feed fee", "seed see", "need nee", "bed be", "being bee", "goods good", "pretties pretty",
        "sweets sweet", "lower low", "loans loan", "shower show", "flower flow", "tower tow", "number numb",
        "wells well", "later late", "lately late", "hardest hards", "outing out", "mining mine", "thing the",
        "during dure", "string str", "pants pant", "arms arm", "glasses glass", "minutes minute", "whiting white",
        "latest late", "added ad", "adding ad", "ads ad", "asses ass", "holy hol", "planed plane",
    ]
    private static let adjectives: Set<String> = Set(
        """
        big bright broad calm cheap clean clear close cold cool cruel cute dark deep dirty dry dull dumb easy fair fast \
        fine firm fresh friendly funny gentle great greasy happy hard harsh heavy high hot huge kind large lazy light \
        long loose loud low mad mean messy near neat nasty nice noisy odd old pleasant polite poor pretty quick quiet \
        rare rich rough rude sad safe shaky sharp short sick silly simple slow small smart smooth soft speedy stale \
        steep strange strict strong stupid sweet tall tasty thick thin tiny tough ugly warm weak weird wide wild wise \
        young crazy creepy sloppy sturdy healthy hungry angry flimsy classy comfy cosy cozy lovely ugly yummy bumpy
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )

    /// Forms of a word other than itself, without those that are other words.
    static func forms(of word: String) -> [String] {
        if let irregular = IrregularForms.table[word] { return irregular }
        guard word.utf8.count > 2, !fixed.contains(word), word.utf8.allSatisfy(\.isASCIILower) else { return [] }
        var made = [plural(word), past(word), gerund(word)]
        if adjectives.contains(word) { made += comparison(word) }
        return made.filter { !falseForms.contains("\($0) \(word)") && $0 != word }
    }

    private static func plural(_ word: String) -> String {
        if ["s", "x", "z", "ch", "sh"].contains(where: { word.hasSuffix($0) }) { return word + "es" }
        return endsInConsonantY(word) ? word.dropLast() + "ies" : word + "s"
    }

    private static func past(_ word: String) -> String {
        if word.hasSuffix("e") { return word + "d" }
        if endsInConsonantY(word) { return word.dropLast() + "ied" }
        return doubled(word) + "ed"
    }

    private static func gerund(_ word: String) -> String {
        if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
        if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("oe") { return word.dropLast() + "ing" }
        return doubled(word) + "ing"
    }

    private static func comparison(_ word: String) -> [String] {
        if word.hasSuffix("e") { return [word + "r", word + "st"] }
        if endsInConsonantY(word) { return [word.dropLast() + "ier", word.dropLast() + "iest"] }
        return [doubled(word) + "er", doubled(word) + "est"]
    }

    private static func endsInConsonantY(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        return bytes.count > 1 && bytes[bytes.count - 1] == UInt8(ascii: "y") && !isVowel(bytes[bytes.count - 2])
    }

    /// The word with its last consonant doubled when it is one syllable of consonant, vowel, consonant.
    private static func doubled(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard bytes.count >= 3, bytes.count <= 5 else {
            return doubledLong.contains(word) ? word + String(word.suffix(1)) : word
        }
        let last = bytes[bytes.count - 1]
        let vowels = bytes.filter { isVowel($0) }.count
        guard vowels == 1, isVowel(bytes[bytes.count - 2]), !isVowel(last), !"wxy".utf8.contains(last) else {
            return word
        }
        return word + String(word.suffix(1))
    }

    private static let doubledLong: Set<String> = [
        "regret", "refer", "prefer", "admit", "commit", "permit", "submit", "forget", "occur", "transfer", "control",
    ]

    private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
}
