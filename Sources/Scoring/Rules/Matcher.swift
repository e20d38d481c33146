import Feedback

/// Finds the entries of one language in a run of tokens: the longest first, none over another.
struct Matcher {
    private let records: FlatArray<LexiconRecord>
    private let coversConditions: Bool
    private(set) var found = MatchList()
    private var candidates: [Match] = []
    private var lost: [Match] = []
    private var said: Set<SaidBeside> = []
    private var states: MatcherStates
    private var letters: [MatcherStates.LetterInPlace] = []
    private var runners: [Runner] = []
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

    /// A facet that was said beside a match.
    private struct SaidBeside: Hashable {
        /// Where the match begins.
        let start: Int32
        let facet: Facet?
    }

    mutating func match(_ tokens: [Token]) {
        found.removeAll()
        candidates.removeAll(keepingCapacity: true)
        states.trim()
        // Apart from the rest, so that they can be changed in place while the rest is asked.
        var runners: [Runner] = []
        swap(&runners, &self.runners)
        tokens.withUnsafeBufferPointer { tokens in
            readLetters(tokens, &runners)
            while !runners.isEmpty {
                reportAll(tokens, &runners)
                runners.withUnsafeMutableBufferPointer { moveOn($0) }
            }
        }
        swap(&runners, &self.runners)
        candidates.sortByStart()
        found.events.sortByStart()
        choose(tokens.count)
    }

    /// Terms under way that begin at one token.
    private struct Runner: BitwiseCopyable {
        let start: Int32
        /// Where the words end that the terms may hold.
        let limit: Int32
        /// The next word.
        var place: Int32
        var state: Int32
        var outlook = MatcherStates.Outlook()
        /// The state after the next word, −1 while not worked out.
        var next: Int32 = -1
    }

    private mutating func readLetters(_ tokens: Tokens, _ runners: inout [Runner]) {
        letters.removeAll(keepingCapacity: true)
        runners.removeAll(keepingCapacity: true)
        var end = 0
        for start in tokens.indices {
            if start == end { end = runEnd(start, tokens) }
            let (letter, first) = states.read(tokens[start])
            letters.append(letter)
            if first == MatcherStates.dead { continue }
            let limit = min(end, start + Self.longestReach)
            runners.append(
                Runner(start: Int32(start), limit: Int32(limit), place: Int32(start + 1), state: first)
            )
        }
    }

    /// Where the words end that one term may hold.
    private func runEnd(_ start: Int, _ tokens: Tokens) -> Int {
        var end = start + 1
        while end < tokens.count, tokens[end].border <= .weak { end += 1 }
        return end
    }

    /// Reports the entries that end, and keeps the terms that one of the next words may go on.
    ///
    /// All terms move on together, one kind of look-up after the other, so that the processor waits for many at once.
    private mutating func reportAll(_ tokens: Tokens, _ runners: inout [Runner]) {
        let kept = runners.withUnsafeMutableBufferPointer { runners in
            for number in runners.indices { runners[number].outlook = states.outlook(runners[number].state) }
            var kept = 0
            for number in runners.indices {
                var runner = runners[number]
                let reports = runner.outlook.reports
                if reports >= 0 { report(Int(reports), Int(runner.start), Int(runner.place), tokens) }
                guard reachesWord(&runner) else { continue }
                runners[kept] = runner
                kept += 1
            }
            return kept
        }
        runners.removeLast(runners.count - kept)
    }

    /// Lets words pass up to the next that the terms may take; false when there is none.
    @inline(__always)
    private mutating func reachesWord(_ runner: inout Runner) -> Bool {
        while runner.state != MatcherStates.dead {
            // What comes of a state by words it holds back can take nothing that it could not.
            let place = Int(runner.place)
            let end = min(place + Int(runner.outlook.patience) + 1, Int(runner.limit))
            if place >= end { return false }
            let next = letters.withUnsafeBufferPointer { states.place(taking: runner.state, $0, place..<end) }
            guard let next else { return false }
            if next == place { return true }
            runner.state = states.pass(runner.state, next - place)
            runner.place = Int32(truncatingIfNeeded: next)
            runner.outlook = states.outlook(runner.state)
        }
        return false
    }

    /// Lets all terms take their next word.
    private mutating func moveOn(_ runners: UnsafeMutableBufferPointer<Runner>) {
        for number in runners.indices {
            let runner = runners[number]
            runners[number].next = states.known(runner.state, letters[Int(runner.place)].number)
        }
        for number in runners.indices {
            let runner = runners[number]
            let isKnown = runner.next >= 0
            runners[number].state =
                isKnown ? runner.next : states.next(runner.state, letters[Int(runner.place)].number)
            runners[number].place += 1
        }
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
        lost.removeAll(keepingCapacity: true)
        said.removeAll(keepingCapacity: true)
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
        for candidate in lost where isMostlyFree(candidate) { keepFacet(candidate, before) }
    }

    /// Whether at least half of the words of an entry are its own.
    private func isMostlyFree(_ candidate: Match) -> Bool {
        let free = taken.countFree(candidate.mask, from: candidate.start)
        return free >= 1 && free * 2 >= Int(candidate.count)
    }

    /// "Reversed on the spot" is about speed even where "was reversed" has taken its word for remedy.
    ///
    /// `first`: where the matches of the group begin.
    private mutating func keepFacet(_ candidate: Match, _ first: Int) {
        let hosts = hosts(of: candidate, first)
        guard let host = hosts.first, hosts.allSatisfy({ records[$0.entry].leavesRoom(for: records[candidate.entry]) })
        else { return }
        let isNew = said.insert(SaidBeside(start: host.start, facet: records[candidate.entry].facet)).inserted
        if isNew { found.besides.append((candidate, host)) }
    }

    /// The matches of the group that have a word of a candidate, in the order of the text.
    private func hosts(of candidate: Match, _ first: Int) -> [Match] {
        let group = found.matches[first...]
        // A text that repeats itself can be one group from end to end.
        var (low, high) = (group.startIndex, group.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if group[middle].start <= candidate.start - Int32(Self.longestReach) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return group[low...].prefix { $0.start < candidate.end }.filter { $0.sharesWords(with: candidate) }
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

extension [Match] {
    /// Puts matches in the order of the text; the sort is stable, and what begins together stands in order already.
    fileprivate mutating func sortByStart() {
        for place in indices.dropFirst() where self[place].start < self[place - 1].start {
            return sort { $0.start < $1.start }
        }
    }
}
