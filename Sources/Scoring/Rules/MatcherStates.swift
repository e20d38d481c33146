/// The automaton of one language made deterministic, state by state, as texts need it.
///
/// A state is a set of threads, each a term that has begun and how far it has come. Most words lead most states
/// nowhere, which a sieve shows without a look-up; the other steps are worked out once and remembered.
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

    /// What comes of a state beside the words it takes.
    struct Outlook: BitwiseCopyable {
        /// Its first report, −1 for none.
        var reports: Int32 = -1
        /// How many words that fit none of its threads may come before one that does; none, once in vain, revives it.
        var patience: Int32 = 0

        init() {}

        @inline(__always)
        init(of state: Sieve) {
            reports = Int32(truncatingIfNeeded: state.note)
            patience = Int32(truncatingIfNeeded: state.note >> 32)
        }
    }

    /// What a state was made of.
    struct Origin: BitwiseCopyable {
        /// Tokens read so far.
        var depth: Int32 = 0
        /// Nodes reached, which tell states apart.
        var nodes: Int32 = 0
        var threads: Int32 = 0
        var end: Int32 = 0
    }

    /// A kind of token, as terms tell tokens apart: what texts ask of it.
    struct Letter: BitwiseCopyable {
        var bits = Sieve.Bits()
        /// The state it leads to as a first word, −1 while not worked out.
        var first: Int32 = -1
    }

    /// What a letter is made of.
    struct LetterOrigin: BitwiseCopyable {
        var form: Int32 = -1
        var exact: Int32 = -1
        /// Marks of its symbols.
        var marks: UInt64 = 0
    }

    /// A letter of a text.
    struct LetterInPlace: BitwiseCopyable {
        let bits: Sieve.Bits
        let number: Int32
    }

    /// The state without threads and reports.
    static let dead: Int32 = 0

    /// Words that are passed at a time.
    static let longestPass = 4

    private static let mostStates = 1 << 18
    private static let mostThreads = 1 << 19
    private static let mostSteps = 1 << 18

    let lexicon: LanguageLexicon
    let records: FlatArray<LexiconRecord>
    private var letters: [Letter] = []
    var letterOrigins: [LetterOrigin] = []
    /// Letters of tokens with an exact symbol, by form and symbol.
    private var exactLetters: [UInt64: Int32] = [:]
    /// What the threads of each state can take next, with its outlook beside it.
    var states: [Sieve] = []
    /// The states after one word and more that fit no thread of a state, `longestPass` of each; −1 while not worked out.
    var passes: [Int32] = []
    var origins: [Origin] = []
    var reports: [Report] = []
    var threads: [MatcherThread] = []
    /// Steps worked out.
    var steps = StepTable()
    /// States by a hash of what they hold.
    var known = StateIndex()
    var reportDraft: [MatcherThread] = []
    var threadDraft: [MatcherThread] = []

    init(lexicon: LanguageLexicon, records: FlatArray<LexiconRecord>) {
        self.lexicon = lexicon
        self.records = records
        reset()
    }

    /// Forgets everything when it has grown too large; to be called between texts.
    mutating func trim() {
        if states.count > Self.mostStates || threads.count > Self.mostThreads || steps.count > Self.mostSteps {
            reset()
        }
    }

    private mutating func reset() {
        letters = Array(repeating: Letter(), count: lexicon.vocabulary.records.count + 1)
        letterOrigins = Array(repeating: LetterOrigin(), count: letters.count)
        exactLetters = [:]
        states = [Self.state(Sieve(), Outlook())]
        passes = Array(repeating: Self.dead, count: Self.longestPass)
        origins = [Origin()]
        reports = []
        threads = []
        steps = StepTable()
        known = StateIndex()
    }

    static func state(_ sieve: Sieve, _ outlook: Outlook) -> Sieve {
        var state = sieve
        state.note = UInt64(UInt32(bitPattern: outlook.reports)) | UInt64(UInt32(bitPattern: outlook.patience)) << 32
        return state
    }
}

extension MatcherStates {
    /// What a text needs to know of a token, and the state it leads to as a first word.
    @inline(__always)
    mutating func read(_ token: Token) -> (letter: LetterInPlace, first: Int32) {
        let number = letter(token)
        let own = letters[Int(number)]
        return (LetterInPlace(bits: own.bits, number: number), own.first)
    }

    /// The letter of a token; letter 0 is a word that no term holds.
    @inline(__always)
    private mutating func letter(_ token: Token) -> Int32 {
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
        letterOrigins.append(LetterOrigin())
        exactLetters[key] = letter
        meet(letter, token)
        return letter
    }

    /// Works out what a letter does as the first word of terms.
    private mutating func meet(_ letter: Int32, _ token: Token) {
        var own = Letter()
        var origin = LetterOrigin(form: token.form, exact: token.exact)
        reportDraft.removeAll(keepingCapacity: true)
        threadDraft.removeAll(keepingCapacity: true)
        forEachSymbol(of: origin) { states, symbol, inflected in
            own.bits.insert(symbol)
            origin.marks |= Sieve.mark(of: symbol)
            states.begin(symbol, inflected)
        }
        own.first = state(depth: 1)
        letters[Int(letter)] = own
        letterOrigins[Int(letter)] = origin
    }

    mutating func forEachSymbol(
        of letter: LetterOrigin,
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
