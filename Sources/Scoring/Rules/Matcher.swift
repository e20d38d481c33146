/// Finds the entries of one language in a run of tokens: the longest first, none over another.
struct Matcher {
    private let records: FlatArray<LexiconRecord>
    private let coversConditions: Bool
    private(set) var found = MatchList()
    private var candidates: [Match] = []
    private var lost: [Match] = []
    private var states: MatcherStates
    /// Letters of the tokens, fetched together so that the processor need not wait for each.
    private var beginnings: [MatcherStates.Beginning] = []
    private var taken = TokenSet()

    /// Longest reach of a term in tokens, which a mask of 64 bits can hold.
    private static let longestReach = 64

    /// Makes a matcher for one thread.
    ///
    /// - Parameters:
    ///   - lexicon: entries to look for.
    ///   - records: what the entries say.
    ///   - coversConditions: whether a phrase around a condition has taken it into account. It has where the condition
    ///     stands at its end, behind what it conditions.
    init(lexicon: LanguageLexicon, records: FlatArray<LexiconRecord>, coversConditions: Bool) {
        self.coversConditions = coversConditions
        self.records = records
        states = MatcherStates(lexicon: lexicon, records: records)
    }

    private typealias Tokens = UnsafeBufferPointer<Token>

    mutating func match(_ tokens: [Token]) {
        found.removeAll()
        candidates.removeAll(keepingCapacity: true)
        states.trim()
        tokens.withUnsafeBufferPointer { tokens in
            states.read(tokens, reach: Self.longestReach, into: &beginnings)
            var end = 0
            for start in tokens.indices {
                if start == end { end = MatcherStates.runEnd(start, tokens) }
                begin(start, min(end, start + Self.longestReach), tokens)
            }
        }
        choose(tokens.count)
    }

    /// Finds the terms that begin at a token, and have all their words before `limit`.
    private mutating func begin(_ start: Int, _ limit: Int, _ tokens: Tokens) {
        let beginning = beginnings[start]
        if beginning.outlook.reports >= 0 { report(Int(beginning.outlook.reports), start, start + 1, tokens) }
        if beginning.next < 0 { return }
        var (state, end) = (beginning.second, start + 2)
        var outlook = beginning.secondOutlook
        if state < 0 {
            (state, end) = goOn(beginning.first, from: start + 1, to: Int(beginning.next))
            outlook = states.outlook(state)
        }
        while state != MatcherStates.dead {
            if outlook.reports >= 0 { report(Int(outlook.reports), start, end, tokens) }
            // What comes of a state by words it holds back can take nothing that it could not.
            let places = end..<max(end, min(end + Int(outlook.patience) + 1, limit))
            let next = beginnings.withUnsafeBufferPointer { states.place(taking: state, $0, places) }
            guard let next else { return }
            (state, end) = goOn(state, from: end, to: next)
            outlook = states.outlook(state)
        }
    }

    /// Lets a state take the word at a place if it comes next, else pass those before it.
    ///
    /// - Returns: the state then, and the place of the next word.
    @inline(__always)
    private mutating func goOn(_ state: Int32, from start: Int, to next: Int) -> (state: Int32, end: Int) {
        if next == start { return (states.next(state, beginnings[start].letter), start + 1) }
        var state = state
        for place in start..<next { state = states.pass(state, beginnings[place].letter) }
        return (state, next)
    }

    /// Notes the best entry of each node reached, and with it a condition that another entry is put before.
    private mutating func report(_ first: Int, _ start: Int, _ end: Int, _ tokens: Tokens) {
        var isFirst = true
        var row = first
        while true {
            let report = states.reports[row]
            row += 1
            if report.isFirst { isFirst = true }
            if report.isEvent {
                found.events.append(Match(report, start: Int32(start), end: Int32(end)))
            } else if isFirst || report.isConditional, admits(report, start, tokens),
                !endsUnsaid(report, start, end, tokens)
            {
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

    /// Whether an entry ends with a ない that denies nothing, and does not hold the turn of phrase it belongs to.
    @inline(__always)
    private func endsUnsaid(_ report: MatcherStates.Report, _ start: Int, _ end: Int, _ tokens: Tokens) -> Bool {
        let marks = tokens[end &- 1].marks
        if marks.isDisjoint(with: [.unsaid, .unsaidEnd]) { return false }
        return marks.contains(.unsaid) || end &- start < 2 || report.mask >> UInt64(end &- start &- 2) & 1 == 0
    }

    /// Whether an affix for words of a class stands right behind one.
    private func follows(_ wordClass: WordClass, _ start: Int, _ tokens: Tokens) -> Bool {
        guard start > 0, tokens[start].border == .none else { return false }
        let before = tokens[start - 1].wordClass
        return wordClass == .any ? before == .verb || before == .aux : wordClass.admits(before)
    }

    /// Keeps the best of the candidates that share words, group by group of those that reach into one another.
    private mutating func choose(_ tokenCount: Int) {
        var first = 0
        var holdsGroup = false
        while first < candidates.count {
            var end = candidates[first].end
            var next = first + 1
            while next < candidates.count, candidates[next].start < end {
                end = max(end, candidates[next].end)
                next += 1
            }
            if next == first + 1 {
                found.matches.append(candidates[first])
            } else {
                if !holdsGroup { taken.clear(count: tokenCount) }
                holdsGroup = true
                choose(among: first..<next)
            }
            first = next
        }
        if found.overlaid.count > 1 { found.overlaid.sort(by: Self.isBetter) }
    }

    private mutating func choose(among group: Range<Int>) {
        // A slice of an array would be copied to be sorted.
        candidates.withUnsafeMutableBufferPointer { $0[group].sort(by: Self.isBetter) }
        let before = found.matches.count
        let overlaid = found.overlaid.count
        let besides = found.besides.count
        lost.removeAll(keepingCapacity: true)
        for place in group {
            let candidate = candidates[place]
            if taken.meets(candidate.mask, from: candidate.start) {
                if records[candidate.entry].kind == .conditional, !isHidden(candidate, before, overlaid) {
                    found.overlaid.append(candidate)
                }
                if records[candidate.entry].statesFacet { lost.append(candidate) }
                continue
            }
            taken.insert(candidate.mask, from: candidate.start)
            found.matches.append(candidate)
        }
        found.matches.withUnsafeMutableBufferPointer {
            $0[before...].sort { $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end }
        }
        for candidate in lost where isMostlyFree(candidate) { keepFacet(candidate, before, besides) }
    }

    /// Whether at least half of the words of an entry are its own.
    private func isMostlyFree(_ candidate: Match) -> Bool {
        let free = taken.countFree(candidate.mask, from: candidate.start)
        return free >= 1 && free * 2 >= Int(candidate.count)
    }

    /// "Reversed on the spot" is about speed even where "was reversed" has taken its word for remedy.
    ///
    /// `first`, `besides`: where the matches of the group begin, and what stands beside them.
    private mutating func keepFacet(_ candidate: Match, _ first: Int, _ besides: Int) {
        let hosts = found.matches[first...].filter { $0.sharesWords(with: candidate) }
        guard let host = hosts.first, hosts.allSatisfy({ records[$0.entry].leavesRoom(for: records[candidate.entry]) })
        else { return }
        let isSaid = found.besides[besides...].contains {
            $0.host.start == host.start && records[$0.lost.entry].facet == records[candidate.entry].facet
        }
        if !isSaid { found.besides.append((candidate, host)) }
    }

    private static func isBetter(_ one: Match, _ other: Match) -> Bool {
        one.rank != other.rank ? one.rank < other.rank : one.start < other.start
    }

    /// Whether a longer entry that says all there is to say covers a condition.
    ///
    /// `first`, `overlaid`: where the matches of the group begin, and the conditions among them.
    private func isHidden(_ candidate: Match, _ first: Int, _ overlaid: Int) -> Bool {
        found.overlaid[overlaid...].contains { $0.start < candidate.end && candidate.start < $0.end }
            || found.matches[first...].contains { match in
                guard match.start <= candidate.start, match.end >= candidate.end else { return false }
                switch records[match.entry].kind {
                case .conditional, .negator, .contrast, .hedge: return true
                case .blocker, .courtesyFormula: return match.count > candidate.count
                default: return coversConditions
                }
            }
    }
}
