/// The cues of one language: runs of words that add to the sum beside all other entries.
///
/// A cue neither hides another match nor is it hidden, and no rule acts on it, so lists without cues score as if there
/// were no such kind. It counts once a text. Its valence moves the sum; its weight, the calm, is how much more must be
/// said until a text counts as an opinion. A cue of a facet or signal adds its weight to what speaks for that instead.
struct CueTable: Sendable {
    /// What one cue does, in thousandths.
    struct Cue: Sendable, BitwiseCopyable {
        var valence: Int32 = 0
        var calm: Int32 = 0
        /// What its points speak for; `nil` for a cue of valence.
        var claim: CueClaim?
        var points: Int32 = 0
        /// The next cue of the same words, −1 for none.
        var next: Int32 = -1
    }

    /// Words of a term that stand for more than one spelling.
    static let number = "<number>"
    static let question = "<question>"
    static let exclamation = "<exclamation>"
    /// Most words of a cue.
    static let longest = 8

    let cues: FlatArray<Cue>
    /// Terms of the cues.
    let terms: FlatTexts
    /// Words of all cues; their places are their numbers.
    let words: FlatTexts
    /// Numbers of words by spelling.
    let index: SymbolIndex
    /// Number of the word that each form of the vocabulary is, −1 for none.
    let wordOfForm: FlatArray<Int32>
    /// Whether the bytes of a token are its word, and words are found by `index`.
    let tokensAreWords: Bool
    let numberWord: Int32
    let questionWord: Int32
    let exclamationWord: Int32
    private let steps: CueSteps

    init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
        cues = try reader.array()
        terms = try FlatTexts(from: &reader)
        words = try FlatTexts(from: &reader)
        index = try SymbolIndex(from: &reader)
        wordOfForm = try reader.array()
        tokensAreWords = try reader.number() != 0
        steps = try CueSteps(from: &reader)
        numberWord = index.find(Self.number)
        questionWord = index.find(Self.question)
        exclamationWord = index.find(Self.exclamation)
    }

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

    /// The first cue that ends at a place, −1 for none.
    @inline(__always)
    func cue(at place: Int32) -> Int32 { steps.cues[place] }
}

extension CueTable {
    /// The cues of a language while its lists are compiled.
    struct Draft {
        private(set) var cues: [Cue] = []
        private var terms: [String] = []
        private var table = SymbolTable()
        private var steps = CueStepsDraft()

        /// - Parameters:
        ///   - entries: the cues of the language; of equal terms that speak for the same the first counts.
        ///   - reader: of the terms of the language.
        init(_ entries: [LexiconEntry], _ reader: any TermReader) {
            for entry in entries {
                let words = CueTable.words(of: entry.term, reader).map { table.intern($0) }
                guard !words.isEmpty, words.count <= CueTable.longest else { continue }
                let claim = CueClaim(entry)
                let place = steps.place(of: words)
                var last = steps.cues[place]
                var isThere = last >= 0 && cues[Int(last)].claim == claim
                while !isThere, last >= 0, cues[Int(last)].next >= 0 {
                    last = cues[Int(last)].next
                    isThere = cues[Int(last)].claim == claim
                }
                if isThere { continue }
                let number = Int32(cues.count)
                if last >= 0 { cues[Int(last)].next = number } else { steps.cues[place] = number }
                let weight = Int32(entry.weight ?? 0)
                cues.append(
                    claim == nil
                        ? Cue(valence: Int32(entry.valence ?? 0), calm: weight) : Cue(claim: claim, points: weight)
                )
                terms.append(entry.term)
            }
        }

        /// Writes the table.
        ///
        /// `forms`: those that tokens bear.
        /// `tokensAreWords`: whether the bytes of a token are its word.
        func write(forms: SymbolTable, tokensAreWords: Bool, to writer: inout FlatWriter) {
            writer.write(cues)
            FlatTexts.write(terms, to: &writer)
            FlatTexts.write(table.texts, to: &writer)
            SymbolIndex.write(table, to: &writer)
            writer.write(forms.texts.map { table.find($0) ?? -1 })
            writer.write(Int32(tokensAreWords ? 1 : 0))
            steps.write(to: &writer)
        }
    }
}

/// A tree of words, with its branches in one open-addressing table.
private struct CueSteps: Sendable {
    /// First cue that ends at each place, −1 for none; place 0 is the root.
    let cues: FlatArray<Int32>
    private let keys: FlatArray<UInt64>
    private let values: FlatArray<Int32>
    private let mask: Int

    init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
        cues = try reader.array()
        keys = try reader.array()
        values = try reader.array()
        mask = keys.count - 1
        guard keys.count > 0, keys.count & mask == 0, values.count == keys.count else { throw FlatReader.Damaged() }
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
    static func key(_ place: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: place)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    @inline(__always)
    static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
    }
}

/// The same tree while it grows.
private struct CueStepsDraft {
    /// First cue that ends at each place, −1 for none.
    var cues: [Int32] = [-1]
    private var branches: [UInt64: Int32] = [:]

    /// The place behind a run of words.
    mutating func place(of words: [Int32]) -> Int {
        var place: Int32 = 0
        for word in words {
            let key = CueSteps.key(place, word)
            if let next = branches[key] {
                place = next
            } else {
                branches[key] = Int32(cues.count)
                place = Int32(cues.count)
                cues.append(-1)
            }
        }
        return Int(place)
    }

    func write(to writer: inout FlatWriter) {
        var size = 64
        while size < branches.count * 3 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var values = [Int32](repeating: -1, count: size)
        for (key, value) in branches.sorted(by: { $0.key < $1.key }) {
            var slot = CueSteps.slot(key) & (size - 1)
            while values[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            values[slot] = value
        }
        writer.write(cues)
        writer.write(keys)
        writer.write(values)
    }
}
