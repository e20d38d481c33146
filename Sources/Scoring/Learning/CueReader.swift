import Feedback

/// Finds cues among the tokens of a text; keeps the buffers of the text before.
struct CueReader {
    /// A cue in its place: tokens from `start` up to `end`.
    struct Found {
        let cue: Int32
        let start: Int32
        let end: Int32
    }

    /// What cues add to a sum and to the calm around it, in thousandths.
    struct Sums {
        var valence: Int32 = 0
        var calm: Int32 = 0
    }

    /// Stands in `words` between sentences.
    static let sentenceEnd: Int32 = -2

    let table: CueTable
    /// Words of the text by number, −1 for those of no cue.
    private(set) var words: [Int32] = []
    /// Each cue of the text once, where it stands first.
    private(set) var found: [Found] = []
    /// Tokens of `words`.
    private var places: [Int32] = []
    /// Text in which each cue was seen last.
    private var lastSeen: [Int]
    private var text = 0

    init(table: CueTable) {
        self.table = table
        lastSeen = Array(repeating: 0, count: table.cues.count)
    }

    mutating func read(_ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) {
        words.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        for place in tokens.indices {
            let token = tokens[place]
            if token.border == .sentence, place > 0 { add(Self.sentenceEnd, place) }
            add(word(token, bytes), place)
            if token.marks.contains(.question) { add(table.questionWord, place) }
            if token.marks.contains(.exclamation) { add(table.exclamationWord, place) }
        }
        match()
    }

    private mutating func add(_ word: Int32, _ place: Int) {
        words.append(word)
        places.append(Int32(place))
    }

    @inline(__always)
    private func word(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        if token.number >= 0 { return table.numberWord }
        if token.glyph >= 0 { return -1 }
        if token.form >= 0 { return table.wordOfForm[Int(token.form)] }
        // Where tokens are no words, those of cues are forms of the vocabulary, as tokens bear no lemma.
        if !table.tokensAreWords { return -1 }
        return table.index.find(UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]))
    }

    private mutating func match() {
        found.removeAll(keepingCapacity: true)
        text += 1
        for start in words.indices where words[start] >= 0 {
            var place: Int32 = 0
            var end = start
            while end < words.count, words[end] >= 0 {
                place = table.step(place, words[end])
                if place < 0 { break }
                var cue = table.cue(at: place)
                while cue >= 0 {
                    if lastSeen[Int(cue)] != text {
                        lastSeen[Int(cue)] = text
                        found.append(Found(cue: cue, start: places[start], end: places[end] + 1))
                    }
                    cue = table.cues[Int(cue)].next
                }
                end += 1
            }
        }
    }

    /// Adds up the cues that begin at tokens of some kind.
    func sums(where isIncluded: (Int32) -> Bool) -> Sums {
        var sums = Sums()
        for match in found where isIncluded(match.start) {
            sums.valence += table.cues[Int(match.cue)].valence
            sums.calm += table.cues[Int(match.cue)].calm
        }
        return sums
    }

    /// Names each cue with what it adds, so that the parts of the score still add up.
    ///
    /// Calm takes from the sum, whatever its sign, and never more than there is: each part of it is cut by the same
    /// share, with the cut of the parts before taken into account.
    ///
    /// - Parameters:
    ///   - sum: with bias and cues, before calm.
    ///   - calm: of the whole text.
    ///   - base: the part of it that every text has, which comes first.
    ///   - tokens: of the text that was read last.
    ///   - view: of the same text.
    ///   - score: receives the parts.
    func explain(sum: Int32, calm: Int32, base: Int32, _ tokens: [Token], _ view: TextView, _ score: inout Score) {
        let limit = min(calm, abs(sum))
        var seen = base
        var taken = Self.part(seen, of: calm, limit)
        for match in found {
            let cue = table.cues[Int(match.cue)]
            seen += cue.calm
            let whole = Self.part(seen, of: calm, limit)
            let valence = cue.valence - sum.signum() * (whole - taken)
            taken = whole
            if valence == 0 { continue }
            let range = view.range(Int(tokens[Int(match.start)].start), Int(tokens[Int(match.end) - 1].end))
            let rule = cue.calm > 0 ? "learnt+calm" : cue.calm < 0 ? "learnt+stir" : "learnt"
            score.evidence.append(
                Evidence(range: range, entry: table.terms[Int(match.cue)], valence: Int(valence), rule: rule)
            )
        }
    }

    /// What `seen` of all calm takes from a sum of which at most `limit` can be taken.
    static func part(_ seen: Int32, of calm: Int32, _ limit: Int32) -> Int32 {
        limit == calm || calm == 0 ? seen : Int32(Int64(seen) * Int64(limit) / Int64(calm))
    }
}
