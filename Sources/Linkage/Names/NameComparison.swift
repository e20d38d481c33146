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
        let (mine, theirs) = (tokens.count - 1, other.tokens.count - 1)
        let inOrder = Self.level(tokens[0], other.tokens[0], tokens[mine], other.tokens[theirs])
        if inOrder == .same { return .same }
        let inTurn = Self.level(tokens[0], other.tokens[theirs], tokens[mine], other.tokens[0])
        let best = Self.rank(inTurn) < Self.rank(inOrder) ? inTurn : inOrder
        guard best == .singlePart || best == .different else { return best }
        let left = [tokens[0], tokens[mine]]
        let right = [other.tokens[0], other.tokens[theirs]]
        if best == .singlePart { return sharedPartLevel(left, right, other) }
        let areComparable = left.contains { token in right.contains { token.isComparable(with: $0) } }
        return areComparable ? best : .unknown
    }

    /// The level when exactly one part agrees: a relative when it is the surname, else another person.
    private func sharedPartLevel(_ left: [NameToken], _ right: [NameToken], _ other: PersonName) -> NameLevel {
        for (position, token) in left.enumerated() {
            guard let match = right.firstIndex(where: { $0.isSame(as: token) }) else { continue }
            let rests = (left[1 - position], right[1 - match])
            if !rests.0.isComparable(with: rests.1) { return .singlePart }
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
