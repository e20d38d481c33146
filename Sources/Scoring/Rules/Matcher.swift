/// Finds the entries of one language in a run of tokens: the longest first, none over another.
struct Matcher {
    private let records: FlatArray<LexiconRecord>
    private let coversConditions: Bool
    /// What was found, in the order of the text.
    private(set) var matches: [Match] = []
    /// Conditions whose words are also words of other entries: they act, but say nothing of their own.
    private(set) var overlaid: [Match] = []
    private var candidates: [Match] = []
    private var states: MatcherStates
    /// Letters of the tokens.
    private var letters: [Int32] = []
    private var taken: [Bool] = []

    /// Longest reach of a term in tokens, which a mask of 64 bits can hold.
    private static let longestReach = 64

    /// Makes a matcher for one thread.
    ///
    /// - Parameters:
    ///   - lexicon: entries to look for.
    ///   - records: what the entries say.
    ///   - coversConditions: whether a phrase around a condition has taken it into account. In Japanese it has, because
    ///     the condition stands at its end; an English one stands before what it conditions.
    init(lexicon: LanguageLexicon, records: FlatArray<LexiconRecord>, coversConditions: Bool) {
        self.coversConditions = coversConditions
        self.records = records
        states = MatcherStates(lexicon: lexicon, records: records)
    }

    private typealias Tokens = UnsafeBufferPointer<Token>

    mutating func match(_ tokens: [Token]) {
        matches.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        states.trim()
        for token in tokens { letters.append(states.letter(token)) }
        tokens.withUnsafeBufferPointer { tokens in
            for start in tokens.indices { begin(start, tokens) }
        }
        choose(tokens.count)
    }

    /// Finds the terms that begin at a token.
    private mutating func begin(_ start: Int, _ tokens: Tokens) {
        var number = states.first(letters[start])
        var end = start + 1
        while number != MatcherStates.dead {
            let state = states[number]
            if state.reports >= 0 { report(Int(state.reports), start, end, tokens) }
            guard joins(end, start, tokens) else { return }
            number = states.next(number, letters[end])
            end += 1
        }
    }

    /// Whether a term that began at `start` may have a word at `place`.
    @inline(__always)
    private func joins(_ place: Int, _ start: Int, _ tokens: Tokens) -> Bool {
        place < tokens.count && tokens[place].border <= .weak && place - start < Self.longestReach
    }

    /// Notes the best entry of each node reached, and with it a condition that another entry is put before.
    private mutating func report(_ first: Int, _ start: Int, _ end: Int, _ tokens: Tokens) {
        var isFirst = true
        for report in states.reports[first...] {
            if report.isFirst { isFirst = true }
            if isFirst || report.isConditional, admits(report, start, tokens) {
                isFirst = false
                candidates.append(Match(report, start: Int32(start), end: Int32(end)))
            }
            if report.isLast { return }
        }
    }

    /// Whether the word class an entry asks for is there.
    @inline(__always)
    private func admits(_ report: MatcherStates.Report, _ start: Int, _ tokens: Tokens) -> Bool {
        report.isAffix
            ? follows(report.wordClass, start, tokens) : report.wordClass.admits(tokens[start].wordClass)
    }

    /// Whether an affix for words of a class stands right behind one.
    private func follows(_ wordClass: WordClass, _ start: Int, _ tokens: Tokens) -> Bool {
        guard start > 0, tokens[start].border == .none else { return false }
        let before = tokens[start - 1].wordClass
        return wordClass == .any ? before == .verb || before == .aux : wordClass.admits(before)
    }

    /// Keeps the best of matches that share words.
    private mutating func choose(_ tokenCount: Int) {
        candidates.sort { $0.rank != $1.rank ? $0.rank < $1.rank : $0.start < $1.start }
        taken.removeAll(keepingCapacity: true)
        taken.append(contentsOf: repeatElement(false, count: tokenCount))
        overlaid.removeAll(keepingCapacity: true)
        for candidate in candidates {
            guard isFree(candidate) else {
                if records[candidate.entry].kind == .conditional, !isHidden(candidate) { overlaid.append(candidate) }
                continue
            }
            for place in 0..<Int(candidate.end - candidate.start) where candidate.mask & (1 << UInt64(place)) != 0 {
                taken[Int(candidate.start) + place] = true
            }
            matches.append(candidate)
        }
        matches.sort { $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end }
    }

    /// Whether a longer entry that says all there is to say covers a condition.
    private func isHidden(_ candidate: Match) -> Bool {
        overlaid.contains { $0.start < candidate.end && candidate.start < $0.end }
            || matches.contains { match in
                guard match.start <= candidate.start, match.end >= candidate.end else { return false }
                switch records[match.entry].kind {
                case .conditional, .negator, .contrast, .hedge: return true
                case .blocker, .courtesyFormula: return match.count > candidate.count
                default: return coversConditions
                }
            }
    }

    private func isFree(_ candidate: Match) -> Bool {
        for place in 0..<Int(candidate.end - candidate.start)
        where candidate.mask & (1 << UInt64(place)) != 0 && taken[Int(candidate.start) + place] {
            return false
        }
        return true
    }
}
