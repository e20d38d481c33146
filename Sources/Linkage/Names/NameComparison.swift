/// How two names stand to each other.
enum NameLevel: String, Hashable, Sendable, CaseIterable {
    /// Surname and given name agree, as written or as read.
    case same
    /// One part agrees and the other differs by one slip of the pen.
    case slip
    /// One part agrees, of the other there is the initial.
    case partAndInitial
    /// One of the two names is a single part, and it agrees.
    case singlePart
    /// Initials only, and they agree.
    case initials
    /// The author is another, and the text names the person.
    case spokenFor
    /// Same surname, another given name.
    case family
    /// Two different people.
    case different
    /// A single word that is no part of the other name: perhaps a nickname.
    case otherWord
    /// Nothing to compare.
    case unknown

    /// Whether the names agree in part only.
    var isPartial: Bool { self == .partAndInitial || self == .singlePart || self == .initials }

    /// Whether the two may well be the same person.
    var isAgreement: Bool {
        switch self {
        case .same, .slip, .partAndInitial, .singlePart, .initials, .spokenFor: true
        case .family, .different, .otherWord, .unknown: false
        }
    }
}

extension PersonName {
    /// Compares two names part by part, in either order.
    func level(against other: PersonName) -> NameLevel {
        if tokens.isEmpty || other.tokens.isEmpty {
            guard let whole, let otherWhole = other.whole, whole == otherWhole else { return .unknown }
            return .same
        }
        if whole == other.whole, tokens.count >= 2 || other.tokens.count >= 2 || isUndivided {
            return isInitialsOnly ? .initials : .same
        }
        if tokens.count == 1 || other.tokens.count == 1 { return singleLevel(against: other) }
        if tokens.allSatisfy(\.isInitial) || other.tokens.allSatisfy(\.isInitial) {
            return initialsLevel(against: other)
        }
        return pairLevel(against: other)
    }

    private func singleLevel(against other: PersonName) -> NameLevel {
        let (single, full) = tokens.count == 1 ? (self, other) : (other, self)
        guard let word = single.tokens.first else { return .unknown }
        if full.tokens.contains(where: { $0.isSame(as: word) }) { return .singlePart }
        if full.tokens.contains(where: { $0.isInitialMatch(with: word) && !word.isInitial && full.tokens.count == 1 }) {
            return .initials
        }
        if word.isInitial { return .unknown }
        if word.matchesJoined(full.tokens) { return .same }
        let isComparable = full.tokens.contains { $0.isComparable(with: word) }
        return isComparable ? .otherWord : .unknown
    }

    private func initialsLevel(against other: PersonName) -> NameLevel {
        let mine = initialsKeys
        return other.initialsKeys.contains { mine.contains($0) } ? .initials : .different
    }

    private func pairLevel(against other: PersonName) -> NameLevel {
        let mine = (tokens[0], tokens[tokens.count - 1])
        let theirs = (other.tokens[0], other.tokens[other.tokens.count - 1])
        let inOrder = Self.level(mine.0, theirs.0, mine.1, theirs.1)
        if inOrder == .same { return .same }
        let inTurn = Self.level(mine.0, theirs.1, mine.1, theirs.0)
        let best = Self.rank(inTurn) < Self.rank(inOrder) ? inTurn : inOrder
        if best == .singlePart { return sharedPartLevel(mine, theirs, other) }
        guard best == .different else { return best }
        let areComparable =
            mine.0.isComparable(with: theirs.0) || mine.0.isComparable(with: theirs.1)
            || mine.1.isComparable(with: theirs.0) || mine.1.isComparable(with: theirs.1)
        return areComparable ? .different : .unknown
    }

    private typealias Parts = (NameToken, NameToken)

    /// The level when exactly one part agrees: a relative when it is the surname, else another person.
    private func sharedPartLevel(_ mine: Parts, _ theirs: Parts, _ other: PersonName) -> NameLevel {
        for position in 0...1 {
            let token = position == 0 ? mine.0 : mine.1
            let isFirst = theirs.0.isSame(as: token)
            guard isFirst || theirs.1.isSame(as: token) else { continue }
            let rests = (position == 0 ? mine.1 : mine.0, isFirst ? theirs.1 : theirs.0)
            if !rests.0.isComparable(with: rests.1) { return .singlePart }
            let match = isFirst ? 0 : 1
            let knowsSurname = surname == position || other.surname == match
            let knowsGiven = (surname != nil && surname != position) || (other.surname != nil && other.surname != match)
            if knowsGiven { return .different }
            return knowsSurname || (position == 1 && match == 1) ? .family : .different
        }
        return .different
    }

    private static func level(_ a: NameToken, _ b: NameToken, _ c: NameToken, _ d: NameToken) -> NameLevel {
        let first = a.isSame(as: b)
        let second = c.isSame(as: d)
        if first, second { return .same }
        guard first || second else {
            let areInitials = a.isInitialMatch(with: b) && c.isInitialMatch(with: d)
            let isSlip =
                (a.isInitialMatch(with: b) && c.isSlip(of: d)) || (a.isSlip(of: b) && c.isInitialMatch(with: d))
            return areInitials || isSlip ? .initials : .different
        }
        let (left, right) = first ? (c, d) : (a, b)
        if left.isInitialMatch(with: right) { return .partAndInitial }
        if left.isInitial, right.isInitial, left.literal == right.literal { return .partAndInitial }
        if left.isSlip(of: right) { return .slip }
        if left.isPetForm(of: right) { return .partAndInitial }
        return left.isInitial || right.isInitial ? .different : .singlePart
    }

    private static func rank(_ level: NameLevel) -> Int {
        switch level {
        case .same: 0
        case .slip: 1
        case .partAndInitial: 2
        case .singlePart: 3
        case .initials: 4
        case .family, .spokenFor: 5
        case .different, .otherWord, .unknown: 6
        }
    }
}

extension NameToken {
    /// Whether a word such as `johnsmith` is the parts of a name written together, in either order.
    func matchesJoined(_ parts: [NameToken]) -> Bool {
        guard parts.count == 2, !isInitial else { return false }
        for first in parts[0].spellings {
            for second in parts[1].spellings {
                for spelling in spellings {
                    let joined = first + second
                    let reversed = second + first
                    if spelling == Romaji.folded(joined) || spelling == Romaji.folded(reversed) { return true }
                }
            }
        }
        return false
    }
}
