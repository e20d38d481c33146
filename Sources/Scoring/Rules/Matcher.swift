/// Finds the entries of one language in a run of tokens: the longest first, none over another.
struct Matcher {
    private let lexicon: LanguageLexicon
    private let records: FlatArray<LexiconRecord>
    private let coversConditions: Bool
    /// What was found, in the order of the text.
    private(set) var matches: [Match] = []
    /// Conditions whose words are also words of other entries: they act, but say nothing of their own.
    private(set) var overlaid: [Match] = []
    private var candidates: [Match] = []
    private var cache = StepCache()
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
        self.lexicon = lexicon
        self.records = records
    }

    private typealias Tokens = UnsafeBufferPointer<Token>

    mutating func match(_ tokens: [Token]) {
        matches.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        tokens.withUnsafeBufferPointer { tokens in
            for start in tokens.indices { begin(start, tokens) }
        }
        choose(tokens.count)
    }

    private mutating func begin(_ start: Int, _ tokens: Tokens) {
        let token = tokens[start]
        if token.form >= 0 {
            let form = lexicon.vocabulary.records[token.form]
            for offset in 0..<Int(form.symbolCount) {
                let symbol = lexicon.vocabulary.formSymbols[Int(form.symbolStart) + offset]
                begin(start, symbol, offset < Int(form.sameCount) ? 0 : 1, tokens)
            }
        }
        if token.exact >= 0 { begin(start, token.exact, 0, tokens) }
    }

    private mutating func begin(_ start: Int, _ number: Int32, _ inflected: Int32, _ tokens: Tokens) {
        let symbol = lexicon.trie.symbols[number]
        if symbol.rootNode >= 0 {
            walk(symbol.rootNode, Path(start: start, end: start + 1, mask: 1, count: 1, inflected: inflected), tokens)
        }
        for row in Int(symbol.rootUseStart)..<Int(symbol.rootUseEnd) {
            let use = lexicon.trie.rootUses[row]
            guard let end = follow(use, start + 1, tokens) else { continue }
            let length = end - start
            let mask: UInt64 = (1 << UInt64(length)) - 1
            walk(
                use.element,
                Path(start: start, end: end, mask: mask, count: Int32(length), inflected: inflected),
                tokens
            )
        }
    }

    private struct Path {
        let start: Int
        var end: Int
        var mask: UInt64
        var count: Int32
        var inflected: Int32
    }

    /// Goes on from a node of the automaton.
    private mutating func walk(_ node: Int32, _ path: Path, _ tokens: Tokens) {
        report(node, path, tokens)
        let trie = lexicon.trie
        let own = trie.nodes[node]
        let after = trie.nodes[node + 1]
        if own.edges < after.edges, joins(path.end, path.start, tokens) { step(node, path, tokens) }
        for row in Int(own.gaps)..<Int(after.gaps) {
            let gap = trie.gaps[row]
            var next = path
            for _ in 0...gap.width {
                guard joins(next.end, next.start, tokens) else { break }
                step(gap.child, next, tokens)
                next.end += 1
            }
        }
    }

    /// Whether a term that began at `start` may have a word at `place`.
    @inline(__always)
    private func joins(_ place: Int, _ start: Int, _ tokens: Tokens) -> Bool {
        place < tokens.count && tokens[place].border <= .weak && place - start < Self.longestReach
    }

    @inline(__always)
    private mutating func step(_ node: Int32, _ path: Path, _ tokens: Tokens) {
        let token = tokens[path.end]
        let signature = lexicon.trie.nodes[node].signature
        if token.form >= 0 {
            let form = lexicon.vocabulary.records[token.form]
            for offset in 0..<Int(form.symbolCount) {
                let symbol = lexicon.vocabulary.formSymbols[Int(form.symbolStart) + offset]
                guard lexicon.trie.symbols[symbol].signature & signature != 0 else { continue }
                step(node, symbol, offset < Int(form.sameCount) ? 0 : 1, path, tokens)
            }
        }
        if token.exact >= 0 { step(node, token.exact, 0, path, tokens) }
    }

    /// Follows the edges of a node that a symbol stands in.
    private mutating func step(
        _ node: Int32,
        _ symbol: Int32,
        _ inflected: Int32,
        _ path: Path,
        _ tokens: Tokens
    ) {
        let trie = lexicon.trie
        let record = trie.symbols[symbol]
        let edges = Int(trie.nodes[node].edges)..<Int(trie.nodes[node + 1].edges)
        if edges.count * 2 > Self.shortWork || Int(record.useEnd - record.useStart) > Self.shortWork {
            for place in cache.find(node, symbol) ?? cache.add(node, symbol, trie) {
                let hit = cache.hits[place]
                follow(Int(hit.use), hit.child, inflected, path, tokens)
            }
            return
        }
        for edge in edges where PatternTrie.bit(trie.edges[edge].element) & record.signature != 0 {
            for row in Int(record.useStart)..<Int(record.useEnd)
            where trie.uses[row].element == trie.edges[edge].element {
                follow(row, trie.edges[edge].child, inflected, path, tokens)
            }
        }
    }

    /// Lists up to this length are compared on the spot.
    private static let shortWork = 8

    private mutating func follow(_ row: Int, _ child: Int32, _ inflected: Int32, _ path: Path, _ tokens: Tokens) {
        guard let end = follow(lexicon.trie.uses[row], path.end + 1, tokens), end - path.start <= Self.longestReach
        else { return }
        var next = path
        let length = end - path.end
        next.mask |= ((1 << UInt64(length)) - 1) << UInt64(path.end - path.start)
        next.end = end
        next.count += Int32(length)
        next.inflected += inflected
        walk(child, next, tokens)
    }

    /// End of an alternative of several words; `nil` when they do not follow.
    @inline(__always)
    private func follow(_ use: PatternTrie.Use, _ start: Int, _ tokens: Tokens) -> Int? {
        if use.tailLength == 0 { return start }
        var place = start
        for row in Int(use.tailStart)..<Int(use.tailStart + use.tailLength) {
            guard joins(place, start, tokens), has(tokens[place], lexicon.trie.tails[row]) else { return nil }
            place += 1
        }
        return place
    }

    private func has(_ token: Token, _ symbol: Int32) -> Bool {
        if token.exact == symbol { return true }
        guard token.form >= 0 else { return false }
        for place in lexicon.vocabulary.symbolRange(token.form) where lexicon.vocabulary.formSymbols[place] == symbol {
            return true
        }
        return false
    }

    /// Notes the best entry of a node, and with it a condition that another entry is put before.
    private mutating func report(_ node: Int32, _ path: Path, _ tokens: Tokens) {
        let trie = lexicon.trie
        var isFirst = true
        for row in Int(trie.nodes[node].leaves)..<Int(trie.nodes[node + 1].leaves) {
            let entry = trie.leaves[row]
            let record = records[entry]
            guard isFirst || record.kind == .conditional, admits(record, path, tokens) else { continue }
            isFirst = false
            candidates.append(
                Match(
                    entry: entry,
                    start: Int32(path.start),
                    end: Int32(path.end),
                    mask: path.mask,
                    count: path.count,
                    inflected: path.inflected
                )
            )
        }
    }

    /// Whether the word class an entry asks for is there.
    private func admits(_ record: LexiconRecord, _ path: Path, _ tokens: Tokens) -> Bool {
        if record.kind == .affix {
            guard path.start > 0, tokens[path.start].border == .none else { return false }
            let before = tokens[path.start - 1].wordClass
            return record.wordClass == .any ? before == .verb || before == .aux : record.wordClass.admits(before)
        }
        return path.count > 1 || record.wordClass.admits(tokens[path.start].wordClass)
    }

    /// Keeps the best of matches that share words.
    private mutating func choose(_ tokenCount: Int) {
        candidates.sort(by: isBetter)
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

    private func isBetter(_ left: Match, _ right: Match) -> Bool {
        if left.count != right.count { return left.count > right.count }
        if left.inflected != right.inflected { return left.inflected < right.inflected }
        let leftIsLemma = records[left.entry].kind == .lemma
        let rightIsLemma = records[right.entry].kind == .lemma
        if leftIsLemma != rightIsLemma { return rightIsLemma }
        if left.end - left.start != right.end - right.start { return left.end - left.start < right.end - right.start }
        if left.entry != right.entry { return left.entry < right.entry }
        return left.start < right.start
    }
}
