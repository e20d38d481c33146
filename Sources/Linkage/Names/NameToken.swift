/// One part of a person's name.
///
/// A class, for the parts of two names are looked at for every pair, and those of the cases lie in memory once.
final class NameToken: Hashable, Sendable {
    /// As written, folded; lower case for Latin letters.
    let literal: [UInt32]
    /// Romanised, folded readings; empty for kanji whose reading is not known.
    let spellings: [[UInt8]]
    let isInitial: Bool
    let isKanji: Bool
    /// Whether only the beginning is shown: `裕○`.
    let isCut: Bool
    /// One hash for each spelling, or of the written form where no spelling is known.
    let hashes: [StableHash]
    /// First letters of the spellings, without repeats.
    let initials: [UInt8]

    init(literal: [UInt32], spellings: [[UInt8]], isCut: Bool = false) {
        self.literal = literal
        self.isCut = isCut
        self.spellings = spellings
        isInitial = literal.count == 1 && ScalarClass.isLatin(literal[0])
        isKanji = literal.contains(where: ScalarClass.isKanji)
        hashes = spellings.isEmpty ? [StableHash(scalars: literal)] : spellings.map { StableHash($0) }
        initials = spellings.reduce(into: []) { letters, spelling in
            if let first = spelling.first, !letters.contains(first) { letters.append(first) }
        }
    }

    static func == (left: NameToken, right: NameToken) -> Bool {
        left === right
            || (left.literal == right.literal && left.spellings == right.spellings && left.isCut == right.isCut)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(literal)
        hasher.combine(spellings)
        hasher.combine(isCut)
    }

    /// Whether the two are the same part of a name, written alike or read alike; kanji are compared as written.
    func isSame(as other: NameToken) -> Bool {
        if isInitial || other.isInitial || isCut || other.isCut { return false }
        if literal == other.literal { return true }
        if isKanji, other.isKanji { return false }
        return !spellings.isEmpty && !other.spellings.isEmpty && hashes.contains { other.hashes.contains($0) }
    }

    /// Whether one of the two is the initial of the other, or its shown beginning.
    func isInitialMatch(with other: NameToken) -> Bool {
        if isCut != other.isCut {
            let (cut, whole) = isCut ? (self, other) : (other, self)
            return whole.literal.starts(with: cut.literal)
        }
        guard isInitial != other.isInitial else { return false }
        return initials.contains { other.initials.contains($0) }
    }

    /// Whether the two could be compared at all: unread kanji say nothing about Latin letters or kana.
    func isComparable(with other: NameToken) -> Bool {
        if isKanji, other.isKanji { return true }
        return !spellings.isEmpty && !other.spellings.isEmpty
    }

    /// Whether one of the two is short for the other: its beginning, as people shorten kana and Latin names, or a
    /// customary pet form.
    func isPetForm(of other: NameToken) -> Bool {
        if isKanji, other.isKanji { return false }
        if Nicknames.isPair(literal, other.literal) { return true }
        return spellings.contains { mine in
            other.spellings.contains { theirs in
                min(mine.count, theirs.count) >= Self.shortestPetForm
                    && (mine.starts(with: theirs) || theirs.starts(with: mine))
            }
        }
    }

    private static let shortestPetForm = 3

    /// Whether the two differ by one slip of the pen in Latin letters.
    func isSlip(of other: NameToken) -> Bool {
        guard !isKanji, !other.isKanji, min(literal.count, other.literal.count) >= 4 else { return false }
        return EditDistance.isWithinOne(literal, other.literal)
    }
}
