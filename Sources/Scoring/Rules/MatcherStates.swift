/// The automaton of one language made deterministic, state by state, as texts need it.
///
/// A state is a set of threads, each a term that has begun and how far it has come. Most words lead most states
/// nowhere, which two signatures show without a look-up; the other steps are worked out once and remembered.
/// This only saves time: what is found depends on the automaton alone.
struct MatcherStates {
    /// An entry that ends at a state.
    struct Report: BitwiseCopyable {
        let entry: Int32
        let count: Int32
        let mask: UInt64
        /// Order among matches, without their places.
        let rank: UInt64
        let wordClass: WordClass
        let isAffix: Bool
        /// Conditions are reported beside other entries, which hide each other.
        let isConditional: Bool
        /// Events stand beside all others.
        let isEvent: Bool
        /// Whether it is the best of a node.
        let isFirst: Bool
        /// Whether it is the last of its state.
        var isLast = false
    }

    /// What a step needs of a state, two in a cache line.
    struct State: BitwiseCopyable {
        /// What its threads can take next.
        var sieve = Sieve()
        /// Its first report, −1 for none.
        var reports: Int32 = -1
        /// How many words that fit none of its threads may come before one that does; none, once in vain, revives it.
        var patience: Int32 = 0
    }

    /// Which words a state may take, or which a word is: where two have nothing in common, no look-up is needed.
    struct Sieve: BitwiseCopyable {
        /// Bits of symbols.
        var words: PatternTrie.Words = .zero
        /// Bits of elements.
        var signature: UInt64 = 0

        @inline(__always)
        func misses(_ other: Sieve) -> Bool { signature & other.signature == 0 || words & other.words == .zero }
    }

    /// What a state was made of.
    private struct Origin: BitwiseCopyable {
        /// Tokens read so far.
        var depth: Int32 = 0
        /// Nodes reached, which tell states apart.
        var nodes: Int32 = 0
        var threads: Int32 = 0
        var end: Int32 = 0
    }

    /// A kind of token, as terms tell tokens apart.
    private struct Letter: BitwiseCopyable {
        var sieve = Sieve()
        /// The state it leads to as a first word, −1 while not worked out.
        var first: Int32 = -1
        var form: Int32 = -1
        var exact: Int32 = -1
    }

    /// A letter in its place, with the state it leads to as a first word; a cache line.
    struct Beginning: BitwiseCopyable {
        let sieve: Sieve
        let letter: Int32
        let first: Int32
        let state: State
    }

    /// The state without threads and reports.
    static let dead: Int32 = 0

    private static let mostThreads = 1 << 19
    private static let mostSteps = 1 << 18

    let lexicon: LanguageLexicon
    private let records: FlatArray<LexiconRecord>
    private var letters: [Letter] = []
    /// Letters of tokens with an exact symbol, by form and symbol.
    private var exactLetters: [UInt64: Int32] = [:]
    private var states: [State] = []
    /// The state after a word that fits no thread of a state, −1 while not worked out.
    private var idle: [Int32] = []
    private var origins: [Origin] = []
    private(set) var reports: [Report] = []
    private var threads: [MatcherThread] = []
    /// Steps worked out.
    private var steps = StepTable()
    /// States by a hash of what they hold.
    private var known: [UInt64: Int32] = [:]
    private var reportDraft: [MatcherThread] = []
    private var threadDraft: [MatcherThread] = []

    init(lexicon: LanguageLexicon, records: FlatArray<LexiconRecord>) {
        self.lexicon = lexicon
        self.records = records
        reset()
    }

    /// Forgets everything when it has grown too large; to be called between texts.
    mutating func trim() {
        if threads.count > Self.mostThreads || steps.count > Self.mostSteps { reset() }
    }

    private mutating func reset() {
        letters = Array(repeating: Letter(), count: lexicon.vocabulary.records.count + 1)
        exactLetters = [:]
        states = [State()]
        idle = [Self.dead]
        origins = [Origin()]
        reports = []
        threads = []
        steps = StepTable()
        known = [:]
    }

    @inline(__always)
    subscript(state: Int32) -> State { states[Int(state)] }
}

// MARK: Letters

extension MatcherStates {
    /// The letter of a token; letter 0 is a word that no term holds.
    @inline(__always)
    mutating func letter(_ token: Token) -> Int32 {
        if token.exact >= 0 { return exactLetter(token) }
        let letter = token.form + 1
        if letters[Int(letter)].first < 0 { meet(letter, token) }
        return letter
    }

    private mutating func exactLetter(_ token: Token) -> Int32 {
        let key = UInt64(UInt32(bitPattern: token.form)) << 32 | UInt64(UInt32(bitPattern: token.exact))
        if let letter = exactLetters[key] { return letter }
        let letter = Int32(letters.count)
        letters.append(Letter())
        exactLetters[key] = letter
        meet(letter, token)
        return letter
    }

    /// Works out what a letter does as the first word of terms.
    private mutating func meet(_ letter: Int32, _ token: Token) {
        var own = Letter(form: token.form, exact: token.exact)
        reportDraft.removeAll(keepingCapacity: true)
        threadDraft.removeAll(keepingCapacity: true)
        forEachSymbol(of: own) { states, symbol, inflected in
            // A symbol that stands in tails only has no bits, but must not pass for an unknown word.
            own.sieve.signature |= max(states.lexicon.trie.symbols[symbol].signature, 1)
            own.sieve.words |= PatternTrie.word(symbol)
            states.begin(symbol, inflected)
        }
        own.first = state(depth: 1)
        letters[Int(letter)] = own
    }

    private mutating func forEachSymbol(
        of letter: Letter,
        _ body: (inout MatcherStates, _ symbol: Int32, _ inflected: Int32) -> Void
    ) {
        if letter.form >= 0 {
            let form = lexicon.vocabulary.records[letter.form]
            for offset in 0..<Int(form.symbolCount) {
                let symbol = lexicon.vocabulary.formSymbols[Int(form.symbolStart) + offset]
                body(&self, symbol, offset < Int(form.sameCount) ? 0 : 1)
            }
        }
        if letter.exact >= 0 { body(&self, letter.exact, 0) }
    }

    /// Begins all terms that a symbol begins.
    private mutating func begin(_ symbol: Int32, _ inflected: Int32) {
        let record = lexicon.trie.symbols[symbol]
        if record.rootNode >= 0 {
            arrive(MatcherThread(node: record.rootNode, mask: 1, count: 1, inflected: inflected))
        }
        for row in Int(record.rootUseStart)..<Int(record.rootUseEnd) {
            let use = lexicon.trie.rootUses[row]
            arrive(
                MatcherThread(
                    node: use.element,
                    tailStart: use.tailStart,
                    tailLength: use.tailLength,
                    mask: 1,
                    count: 1,
                    inflected: inflected
                )
            )
        }
    }
}

// MARK: Steps

extension MatcherStates {
    /// What a text needs to know of a letter.
    @inline(__always)
    func beginning(_ letter: Int32) -> Beginning {
        let own = letters[Int(letter)]
        return Beginning(sieve: own.sieve, letter: letter, first: own.first, state: states[Int(own.first)])
    }

    /// The state after one more word.
    @inline(__always)
    mutating func next(_ state: Int32, _ letter: Int32) -> Int32 {
        let next = steps.find(state, letter)
        if next >= 0 { return next }
        let found = workOut(state, letter)
        steps.insert(state, letter, found)
        return found
    }

    /// The state after a word that the sieve of a state holds back.
    @inline(__always)
    mutating func pass(_ state: Int32, _ letter: Int32) -> Int32 {
        if idle[Int(state)] < 0 { idle[Int(state)] = workOut(state, letter) }
        return idle[Int(state)]
    }

    private mutating func workOut(_ number: Int32, _ letter: Int32) -> Int32 {
        let own = origins[Int(number)]
        let read = letters[Int(letter)]
        reportDraft.removeAll(keepingCapacity: true)
        threadDraft.removeAll(keepingCapacity: true)
        for row in Int(own.threads)..<Int(own.end) { step(threads[row], read, own.depth) }
        return state(depth: own.depth + 1)
    }

    /// What becomes of one thread: first what takes the word, then what lets it pass.
    private mutating func step(_ thread: MatcherThread, _ letter: Letter, _ depth: Int32) {
        if thread.tailLength > 0 {
            guard has(letter, lexicon.trie.tails[thread.tailStart]) else { return }
            var next = thread
            next.tailStart += 1
            next.tailLength -= 1
            next.mask |= 1 << UInt64(depth)
            next.count += 1
            return arrive(next)
        }
        if lexicon.trie.nodes[thread.node].signature & letter.sieve.signature != 0 {
            forEachSymbol(of: letter) { states, symbol, inflected in
                states.follow(thread, symbol, inflected, depth)
            }
        }
        guard thread.patience > 0 else { return }
        var next = thread
        next.patience -= 1
        threadDraft.append(next)
    }

    /// Follows the edges that a symbol fits, by merging two lists that rise by element.
    private mutating func follow(_ thread: MatcherThread, _ symbol: Int32, _ inflected: Int32, _ depth: Int32) {
        let trie = lexicon.trie
        guard trie.symbols[symbol].signature & trie.nodes[thread.node].signature != 0 else { return }
        var edge = Int(trie.nodes[thread.node].edges)
        var row = Int(trie.symbols[symbol].useStart)
        let lastEdge = Int(trie.nodes[thread.node + 1].edges)
        let lastRow = Int(trie.symbols[symbol].useEnd)
        while edge < lastEdge, row < lastRow {
            let use = trie.uses[row]
            let wanted = trie.edges[edge].element
            if wanted == use.element {
                arrive(
                    MatcherThread(
                        node: trie.edges[edge].child,
                        tailStart: use.tailStart,
                        tailLength: use.tailLength,
                        mask: thread.mask | 1 << UInt64(depth),
                        count: thread.count + 1,
                        inflected: thread.inflected + inflected
                    )
                )
            }
            if use.element <= wanted { row += 1 } else { edge += 1 }
        }
    }

    private func has(_ letter: Letter, _ symbol: Int32) -> Bool {
        if letter.exact == symbol { return true }
        guard letter.form >= 0 else { return false }
        for place in lexicon.vocabulary.symbolRange(letter.form)
        where lexicon.vocabulary.formSymbols[place] == symbol {
            return true
        }
        return false
    }

    /// Notes what a thread reports and how it may go on, unless it is still in a tail.
    private mutating func arrive(_ thread: MatcherThread) {
        guard thread.tailLength == 0 else { return threadDraft.append(thread) }
        var own = thread
        own.tailStart = 0
        let trie = lexicon.trie
        let node = trie.nodes[own.node]
        let after = trie.nodes[own.node + 1]
        if node.leaves < after.leaves { reportDraft.append(own) }
        if node.edges < after.edges { threadDraft.append(own) }
        for row in Int(node.gaps)..<Int(after.gaps) {
            own.node = trie.gaps[row].child
            own.patience = trie.gaps[row].width
            threadDraft.append(own)
        }
    }
}

// MARK: Memory

extension MatcherStates {
    /// The state that holds the drafts.
    private mutating func state(depth: Int32) -> Int32 {
        if reportDraft.isEmpty, threadDraft.isEmpty { return Self.dead }
        let hash = draftHash(depth)
        if let found = known[hash], holdsDraft(origins[Int(found)], depth) { return found }
        var new = State()
        var origin = Origin(depth: depth, nodes: Int32(threads.count))
        threads += reportDraft
        origin.threads = Int32(threads.count)
        threads += threadDraft
        origin.end = Int32(threads.count)
        if !reportDraft.isEmpty { new.reports = Int32(reports.count) }
        for reached in reportDraft { report(reached, span: depth) }
        if !reportDraft.isEmpty { reports[reports.count - 1].isLast = true }
        for thread in threadDraft {
            let node = lexicon.trie.nodes[thread.node]
            let isTail = thread.tailLength > 0
            new.sieve.signature |= isTail ? .max : node.signature
            new.sieve.words |= isTail ? PatternTrie.word(lexicon.trie.tails[thread.tailStart]) : node.words
            new.patience = max(new.patience, thread.patience)
        }
        states.append(new)
        idle.append(threadDraft.isEmpty ? Self.dead : -1)
        origins.append(origin)
        known[hash] = Int32(states.count - 1)
        return Int32(states.count - 1)
    }

    /// Adds the entries of a node: up to the first that suits any word class, then conditions only.
    private mutating func report(_ thread: MatcherThread, span: Int32) {
        var isHidden = false
        let rows = Int(lexicon.trie.nodes[thread.node].leaves)..<Int(lexicon.trie.nodes[thread.node + 1].leaves)
        for row in rows {
            let entry = lexicon.trie.leaves[row]
            let record = records[entry]
            if isHidden, record.kind != .conditional, record.kind != .event { continue }
            let isAffix = record.kind == .affix
            let wordClass = isAffix || thread.count == 1 ? record.wordClass : .any
            reports.append(
                Report(
                    entry: entry,
                    count: thread.count,
                    mask: thread.mask,
                    rank: rank(entry, thread, span),
                    wordClass: wordClass,
                    isAffix: isAffix,
                    isConditional: record.kind == .conditional,
                    isEvent: record.kind == .event,
                    isFirst: row == rows.lowerBound
                )
            )
            if !isAffix, wordClass == .any, record.kind != .event { isHidden = true }
        }
    }

    /// More words before fewer, then fewer inflected ones, lemmas last, the shorter reach, the earlier row.
    private func rank(_ entry: Int32, _ thread: MatcherThread, _ span: Int32) -> UInt64 {
        let isLemma: UInt64 = records[entry].kind == .lemma ? 1 : 0
        return UInt64(255 - thread.count) << 56 | UInt64(thread.inflected) << 48 | isLemma << 47
            | UInt64(span) << 32 | UInt64(entry)
    }

    private func draftHash(_ depth: Int32) -> UInt64 {
        var hash = UInt64(UInt32(bitPattern: depth))
        for thread in reportDraft { hash = thread.mixed(into: hash) }
        hash = (hash ^ 0xFF) &* 0x9E37_79B9_7F4A_7C15
        for thread in threadDraft { hash = thread.mixed(into: hash) }
        return hash
    }

    private func holdsDraft(_ state: Origin, _ depth: Int32) -> Bool {
        guard state.depth == depth, Int(state.threads - state.nodes) == reportDraft.count,
            Int(state.end - state.threads) == threadDraft.count
        else { return false }
        for place in reportDraft.indices
        where threads[Int(state.nodes) + place] != reportDraft[place] {
            return false
        }
        for place in threadDraft.indices
        where threads[Int(state.threads) + place] != threadDraft[place] {
            return false
        }
        return true
    }
}
