/// The tokens of one text in a row, and what is known of all of them together.
///
/// Rules look here first, so that a text without question marks, say, costs them nothing.
struct TokenList {
    private(set) var tokens: [Token] = []
    /// Marks that at least one token bears.
    private(set) var marks: Token.Marks = []
    /// Classes that at least one token is, or was, a member of.
    private(set) var classes: SymbolClasses = []
    private(set) var holdsNumber = false
    private(set) var clauseCount: Int32 = 0
    private var sentenceCount: Int32 = 0
    /// The strongest border since the last token.
    private var border = Border.sentence

    /// Tokens of a clause; no sentence that a person writes has as many.
    private static let longestClause = 512

    /// Whether the next token follows the last without any border.
    var isJoined: Bool { border == .none }

    mutating func removeAll() {
        tokens.removeAll(keepingCapacity: true)
        marks = []
        classes = []
        holdsNumber = false
        clauseCount = 0
        sentenceCount = 0
        border = .sentence
    }

    /// Adds a token behind the border that was raised, and numbers its clause and sentence.
    @inline(__always)
    mutating func append(_ token: Token) {
        var token = token
        token.border = border
        if border >= .clause { clauseCount &+= 1 }
        if border == .sentence { sentenceCount &+= 1 }
        token.clause = clauseCount &- 1
        token.sentence = sentenceCount &- 1
        border = .none
        marks.formUnion(token.marks)
        classes.formUnion(token.classes)
        if token.number >= 0 { holdsNumber = true }
        tokens.append(token)
    }

    /// Puts a border before the next token, unless a stronger one is there.
    @inline(__always)
    mutating func raise(_ level: Border) { border = max(border, level) }

    /// Marks the last token, if there is one.
    mutating func mark(_ marks: Token.Marks) {
        guard !tokens.isEmpty else { return }
        tokens[tokens.count - 1].marks.formUnion(marks)
        self.marks.formUnion(marks)
    }

    /// Marks a token.
    mutating func mark(_ marks: Token.Marks, at place: Int) {
        tokens[place].marks.formUnion(marks)
        self.marks.formUnion(marks)
    }

    /// Sentences with a token of one of the classes.
    func sentences(holding wanted: SymbolClasses) -> Set<Int32> {
        if classes.isDisjoint(with: wanted) { return [] }
        return Set(tokens.lazy.filter { !$0.classes.isDisjoint(with: wanted) }.map(\.sentence))
    }

    /// Gives the last token, a number, more digits.
    mutating func lengthenNumber(to end: Int32, value: Int32) {
        guard !tokens.isEmpty else { return }
        tokens[tokens.count - 1].end = end
        tokens[tokens.count - 1].number = value
        tokens[tokens.count - 1].form = -1
        tokens[tokens.count - 1].classes = []
    }

    /// Begins clauses at further tokens than punctuation alone does; `starts` are in any order.
    mutating func splitClauses(at starts: [Int32]) {
        let starts = starts.sorted()
        var next = 0
        var clause: Int32 = -1
        for place in tokens.indices {
            var begins = tokens[place].border >= .clause
            while next < starts.count, starts[next] <= place {
                if starts[next] == place { begins = true }
                next += 1
            }
            if begins { clause += 1 }
            tokens[place].clause = clause
        }
        clauseCount = clause + 1
    }

    /// Ends clauses that run on without a border, so that what a rule looks at is bounded.
    mutating func cutLongClauses() {
        guard tokens.count > Self.longestClause else { return }
        var clause: Int32 = -1
        var last: Int32 = -1
        var length = 0
        for place in tokens.indices {
            length += 1
            if tokens[place].clause != last || length > Self.longestClause {
                last = tokens[place].clause
                clause += 1
                length = 1
            }
            tokens[place].clause = clause
        }
        clauseCount = clause + 1
    }
}
