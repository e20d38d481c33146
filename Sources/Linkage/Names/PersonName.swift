/// A person's name in comparable parts, in whatever script and order it was written.
struct PersonName: Hashable, Sendable {
    /// One to three parts; empty for nicknames and for no name at all.
    private(set) var tokens: [NameToken]
    /// Hash of the whole as written, folded and without spaces; `nil` for no name.
    let whole: StableHash?
    /// Position of the surname, where the writing shows it.
    let surname: Int?
    /// Keys of the full name, free of order; one for each combination of readings.
    let fullKeys: [StableHash]

    static let none = PersonName(tokens: [], whole: nil, surname: nil)

    init(tokens: [NameToken], whole: StableHash?, surname: Int?) {
        self.tokens = tokens
        self.whole = whole
        self.surname = surname
        fullKeys = Self.fullKeys(of: tokens, whole: whole)
    }

    /// The name whose parts lie in memory once for all names that have them.
    func sharing(_ parts: inout Set<NameToken>) -> PersonName {
        var name = self
        name.tokens = tokens.map { parts.insert($0).memberAfterInsert }
        return name
    }

    /// Whether this is a whole name in kanji that could not be divided: no surname is that long.
    var isUndivided: Bool { Self.areUndivided(tokens) }

    private static func areUndivided(_ tokens: [NameToken]) -> Bool {
        tokens.count == 1 && tokens[0].literal.count >= 4 && tokens[0].literal.allSatisfy(ScalarClass.isKanji)
    }

    var isInitialsOnly: Bool { !tokens.isEmpty && tokens.allSatisfy(\.isInitial) }

    private static func fullKeys(of tokens: [NameToken], whole: StableHash?) -> [StableHash] {
        if areUndivided(tokens), let token = tokens.first { return token.hashes.map { $0.pairedFreely(with: $0) } }
        guard tokens.count >= 2, !tokens.contains(where: { $0.isInitial || $0.isCut }), let first = tokens.first,
            let last = tokens.last
        else { return [] }
        let keys = first.hashes.flatMap { left in last.hashes.map { left.pairedFreely(with: $0) } }
        // Where a kanji name divides cannot always be told: a space in one writing and none in the other.
        guard let whole, tokens.allSatisfy(\.isKanji) else { return keys }
        let undivided = whole.pairedFreely(with: whole)
        return keys.contains(undivided) ? keys : keys + [undivided]
    }

    /// Keys of each part beside the initial of another: `T. Yamada`, `James S.`.
    var initialKeys: [StableHash] {
        var keys: [StableHash] = []
        for (position, token) in tokens.enumerated() where !token.isInitial && !token.isCut {
            for (other, initial) in tokens.enumerated() where other != position {
                for letter in initial.initials {
                    keys += token.hashes.map { $0.combined(with: StableHash(value: UInt64(letter))) }
                }
            }
        }
        return keys
    }

    /// Keys of the two initials, free of order.
    var initialsKeys: [StableHash] {
        guard tokens.count >= 2, let first = tokens.first, let last = tokens.last else { return [] }
        return first.initials.flatMap { left in
            last.initials.map { right in
                StableHash(value: UInt64(min(left, right)) << 8 | UInt64(max(left, right)) | 1 << 20)
            }
        }
    }

    /// Keys of each part alone.
    var tokenKeys: [StableHash] {
        tokens.filter { !$0.isInitial && !$0.isCut }.flatMap(\.hashes)
    }
}
