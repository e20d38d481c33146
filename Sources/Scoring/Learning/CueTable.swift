/// The cues of one language: runs of words that add to the sum beside all other entries.
///
/// A cue neither hides another match nor is it hidden, and no rule acts on it, so lists without cues score as if there
/// were no such kind. It counts once a text. Its valence moves the sum; its weight, the calm, is how much more must be
/// said until a text counts as an opinion.
struct CueTable: Sendable {
    /// What one cue does, in thousandths.
    struct Cue: Hashable, Sendable {
        let term: String
        let valence: Int32
        let calm: Int32
    }

    /// Words of a term that stand for more than one spelling.
    static let number = "<number>"
    static let question = "<question>"
    static let exclamation = "<exclamation>"
    /// Most words of a cue.
    static let longest = 8

    let cues: [Cue]
    /// Words of all cues; their places are their numbers.
    let words: [String]
    /// Numbers of words by spelling.
    let index: SymbolIndex
    /// Number of the word that each form of the vocabulary is, −1 for none.
    let wordOfForm: [Int32]
    /// Whether the bytes of a token are its word, and words are found by `index`.
    let tokensAreWords: Bool
    let numberWord: Int32
    let questionWord: Int32
    let exclamationWord: Int32
    private let steps: CueSteps

    /// Makes the table, unless there is no cue.
    ///
    /// - Parameters:
    ///   - entries: the cues of the language; of equal terms the first counts.
    ///   - reader: of the terms of the language.
    ///   - vocabulary: the forms that tokens bear.
    ///   - tokensAreWords: whether the bytes of a token are its word.
    init?(_ entries: [LexiconEntry], _ reader: any TermReader, vocabulary: Vocabulary, tokensAreWords: Bool) {
        var table = SymbolTable()
        var steps = CueSteps()
        var cues: [Cue] = []
        for entry in entries {
            let words = Self.words(of: entry.term, reader).map { table.intern($0) }
            let isNew = !words.isEmpty && words.count <= Self.longest && steps.add(words, cue: Int32(cues.count))
            guard isNew else { continue }
            cues.append(
                Cue(term: entry.term, valence: Int32(entry.valence ?? 0), calm: Int32(entry.weight ?? 0))
            )
        }
        if cues.isEmpty { return nil }
        steps.index()
        self.steps = steps
        self.cues = cues
        words = table.texts
        index = SymbolIndex(table)
        var wordOfForm = [Int32](repeating: -1, count: vocabulary.forms.count)
        for (number, word) in table.texts.enumerated() {
            let form = vocabulary.forms.find(word)
            if form >= 0 { wordOfForm[Int(form)] = Int32(number) }
        }
        self.wordOfForm = wordOfForm
        self.tokensAreWords = tokensAreWords
        numberWord = index.find(Self.number)
        questionWord = index.find(Self.question)
        exclamationWord = index.find(Self.exclamation)
    }

    func deallocate() { index.deallocate() }

    /// Words of a term as tokens are, cut like a text or lemmas as they stand.
    static func words(of term: String, _ reader: any TermReader) -> [String] {
        term.split(separator: " ").map(String.init).flatMap { word in
            let isClass = word.hasPrefix("<") && word.hasSuffix(">")
            return isClass ? [word] : reader.cueWords(of: word)
        }
    }

    /// The place behind one more word, −1 when no cue goes on so; the first word stands behind place 0.
    @inline(__always)
    func step(_ place: Int32, _ word: Int32) -> Int32 { steps.find(place, word) }

    /// The cue that ends at a place, −1 for none.
    @inline(__always)
    func cue(at place: Int32) -> Int32 { steps.cues[Int(place)] }
}

/// A tree of words, with its branches in one open-addressing table.
private struct CueSteps: Sendable {
    /// Cue that ends at each place, −1 for none; place 0 is the root.
    private(set) var cues: [Int32] = [-1]
    private var branches: [UInt64: Int32] = [:]
    private var keys: [UInt64] = []
    private var values: [Int32] = []
    private var mask = 0

    /// Adds a run of words; false when it is there already.
    mutating func add(_ words: [Int32], cue: Int32) -> Bool {
        var place: Int32 = 0
        for word in words {
            let key = Self.key(place, word)
            if let next = branches[key] {
                place = next
            } else {
                branches[key] = Int32(cues.count)
                place = Int32(cues.count)
                cues.append(-1)
            }
        }
        guard cues[Int(place)] < 0 else { return false }
        cues[Int(place)] = cue
        return true
    }

    /// Puts the branches into the table that `find` reads; nothing can be added afterwards.
    mutating func index() {
        var size = 64
        while size < branches.count * 3 { size *= 2 }
        mask = size - 1
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: -1, count: size)
        for (key, value) in branches {
            var slot = Self.slot(key) & mask
            while values[slot] >= 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = value
        }
        branches = [:]
    }

    @inline(__always)
    func find(_ place: Int32, _ word: Int32) -> Int32 {
        let key = Self.key(place, word)
        var slot = Self.slot(key) & mask
        while values[slot] >= 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot &+ 1) & mask
        }
        return -1
    }

    @inline(__always)
    private static func key(_ place: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: place)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
    }
}
