/// Reads a person's name as written by people and by forms.
struct NameNormaliser: Sendable {
    private let names: NameReadings

    init(names: NameReadings) {
        self.names = names
    }

    /// The name in parts; nicknames with digits or underscores keep only the hash of the whole.
    func name(_ text: String?) -> PersonName {
        guard let text else { return .none }
        let written = Self.withoutApostrophes(stripped(Self.beforePlace(FoldedText(text, keepsCase: true).scalars)))
        guard !written.isEmpty else { return .none }
        let whole = StableHash(scalars: written.filter { $0 != Self.space && $0 != Self.middleDot }.map(Self.lower))
        if written.contains(where: Self.isNickMark) || Self.isAnonymous(written) {
            return PersonName(tokens: [], whole: Self.isAnonymous(written) ? nil : whole, surname: nil)
        }
        let (pieces, surname) = pieces(of: written)
        guard !pieces.isEmpty else { return PersonName(tokens: [], whole: whole, surname: nil) }
        return assembled(pieces, surname: surname, whole: whole)
    }

    // MARK: Pieces

    private func pieces(of written: [UInt32]) -> (pieces: [ArraySlice<UInt32>], surname: Int?) {
        if let comma = written.firstIndex(of: Self.comma), comma > written.startIndex, comma < written.endIndex - 1 {
            let family = words(of: written[..<comma])
            let given = words(of: written[(comma + 1)...])
            if family.count == 1, !given.isEmpty { return (family + given, 0) }
        }
        return (words(of: written[...]), nil)
    }

    private func words(of written: ArraySlice<UInt32>) -> [ArraySlice<UInt32>] {
        let words = written.split { Self.isSeparator($0) }
        return words.flatMap { Self.splitAtCapitals($0, isAlone: words.count == 1) }
    }

    private func assembled(_ pieces: [ArraySlice<UInt32>], surname: Int?, whole: StableHash) -> PersonName {
        if pieces.count == 1, let piece = pieces.first {
            let (parts, isFamilyFirst) = split(Array(piece))
            let family = parts.count == 2 ? (isFamilyFirst ? 0 : 1) : nil
            let tokens = parts.enumerated().map { position, part in
                token(part, kind: family.map { position == $0 ? .surname : .given })
            }
            return PersonName(tokens: tokens, whole: whole, surname: family)
        }
        let kept = (pieces.count > 2 ? [pieces[0], pieces[pieces.count - 1]] : pieces).map { Array($0) }
        let isJapanese = kept.contains { $0.contains { !ScalarClass.isLatin($0) } }
        let family = surname ?? (isJapanese ? (isGivenFirst(kept) ? 1 : 0) : nil)
        let tokens = kept.enumerated().map { position, piece in
            token(piece, kind: isJapanese ? (position == family ? .surname : .given) : nil)
        }
        return PersonName(tokens: tokens, whole: whole, surname: family)
    }

    /// Whether two kanji parts stand in the order of the West: the first is known as a given name only, the second as a
    /// surname.
    private func isGivenFirst(_ parts: [[UInt32]]) -> Bool {
        guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(ScalarClass.isKanji) }) else { return false }
        return names.readings(of: parts[0][...], kind: .surname).isEmpty
            && !names.readings(of: parts[0][...], kind: .given).isEmpty
            && !names.readings(of: parts[1][...], kind: .surname).isEmpty
    }

    /// The parts of a name in one word, and whether the surname comes first.
    private func split(_ word: [UInt32]) -> (parts: [[UInt32]], isFamilyFirst: Bool) {
        if let mask = word.firstIndex(where: Self.isMask), mask >= 2, word[..<mask].allSatisfy(ScalarClass.isKanji) {
            let shown = Array(word[..<mask])
            let parts = Self.divided(shown, at: names.surnameLength(inKanji: shown) ?? (mask > 2 ? 2 : nil))
            return (parts.count == 2 ? [parts[0], parts[1] + [Self.mask]] : parts, true)
        }
        if word.allSatisfy(ScalarClass.isKanji) {
            return (Self.divided(word, at: names.surnameLength(inKanji: word)), true)
        }
        if word.allSatisfy(ScalarClass.isKana) { return divided(word, names.division(ofKana: word)) }
        if word.allSatisfy(ScalarClass.isLatin) {
            return divided(word, names.division(ofLatin: word.map(Self.lower)))
        }
        if ScalarClass.isKanji(word[0]), let rest = word.firstIndex(where: { !ScalarClass.isKanji($0) }),
            word[rest...].allSatisfy(ScalarClass.isKana)
                || (rest == word.count - 1 && ScalarClass.isLatin(word[rest]))
        {
            return (Self.divided(word, at: rest), true)
        }
        return ([word], true)
    }

    private func divided(_ word: [UInt32], _ division: NameDivision?) -> (parts: [[UInt32]], isFamilyFirst: Bool) {
        var parts = Self.divided(word, at: division?.length)
        // `たなかのひろ` is Hiro of the Tanakas.
        if parts.count == 2, parts[1].count > 2, parts[1][0] == Self.of,
            let given = Romaji.spelling(ofKana: parts[1]), !names.isReading(given, kind: .given)
        {
            parts[1].removeFirst()
        }
        return (parts, division?.isFamilyFirst ?? true)
    }

    private func token(_ word: [UInt32], kind: NameReadings.Kind?) -> NameToken {
        if word.last == Self.mask { return NameToken(literal: word.dropLast(), spellings: [], isCut: true) }
        if word.allSatisfy(ScalarClass.isKana) {
            let spelling = Romaji.spelling(ofKana: word)
            return NameToken(literal: word.map(Self.hiragana), spellings: spelling.map { [$0] } ?? [])
        }
        if word.contains(where: ScalarClass.isKanji) {
            return NameToken(literal: word, spellings: readings(ofKanji: word, kind: kind))
        }
        let literal = word.map(Self.lower)
        let letters = literal.filter(ScalarClass.isLowerLatin).map { UInt8(truncatingIfNeeded: $0) }
        return NameToken(literal: literal, spellings: letters.isEmpty ? [] : [Romaji.folded(letters)])
    }

    private func readings(ofKanji word: [UInt32], kind: NameReadings.Kind?) -> [[UInt8]] {
        if let kind { return names.readings(of: word[...], kind: kind) }
        let surname = names.readings(of: word[...], kind: .surname)
        return surname.isEmpty ? names.readings(of: word[...], kind: .given) : surname
    }

    // MARK: Cleaning

    private func stripped(_ scalars: [UInt32]) -> [UInt32] {
        var written = Self.withoutBrackets(scalars)
        written = Self.trimmed(written[...])
        for honorific in Self.endings
        where written.count > honorific.count && written.reversed().starts(with: honorific.reversed()) {
            written = Self.trimmed(written[..<(written.count - honorific.count)])
            break
        }
        if let family = Self.family(in: written) { return family }
        let lower = written.map(Self.lower)
        for title in Self.titles where lower.count > title.count && lower.starts(with: title) {
            written = Self.trimmed(written[title.count...])
            break
        }
        return written
    }

    /// The surname of a whole family: `the Tanakas`, `Tanaka family`, `田中家`, `田中一家`.
    private static func family(in written: [UInt32]) -> [UInt32]? {
        let lower = written.map(lower)
        for ending in familyEndings where lower.count >= ending.count + 2 && lower.suffix(ending.count) == ending[...] {
            let name = Array(written.dropLast(ending.count))
            return lower.starts(with: article) ? trimmed(name[article.count...]) : trimmed(name[...])
        }
        guard lower.starts(with: article), lower.last == 0x73, lower.count >= article.count + 4 else { return nil }
        return trimmed(written.dropLast()[article.count...])
    }

    /// The name before a place such as `＠自宅`; a mail address stays whole.
    private static func beforePlace(_ scalars: [UInt32]) -> [UInt32] {
        guard let at = scalars.firstIndex(of: 0x40), at >= 2, !scalars[at...].contains(0x2E) else { return scalars }
        return Array(scalars[..<at])
    }

    /// Leaves apostrophes out; the capital after one begins no part: `O'Leary`.
    private static func withoutApostrophes(_ scalars: [UInt32]) -> [UInt32] {
        var output: [UInt32] = []
        for (position, value) in scalars.enumerated() where value != apostrophe {
            output.append(position > 0 && scalars[position - 1] == apostrophe ? lower(value) : value)
        }
        return output
    }

    private static func isMask(_ value: UInt32) -> Bool { masks.contains(value) }

    private static func withoutBrackets(_ scalars: [UInt32]) -> [UInt32] {
        var depth = 0
        var output: [UInt32] = []
        for value in scalars {
            if opening.contains(value) {
                depth += 1
            } else if closing.contains(value) {
                depth = max(0, depth - 1)
            } else if depth == 0 {
                output.append(value)
            }
        }
        return output
    }

    private static func trimmed(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
        let isEdge: (UInt32) -> Bool = {
            $0 == space || $0 == 0x3A || $0 == 0x22 || $0 == 0x27 || $0 == 0x3E || $0 == 0x40
        }
        var slice = scalars
        while let first = slice.first, isEdge(first) { slice = slice.dropFirst() }
        while let last = slice.last, isEdge(last) || last == comma { slice = slice.dropLast() }
        return Array(slice)
    }

    /// Divides `JohnSmith` and `JSmith` before capitals, and two capitals alone into initials; `McDonald` stays whole.
    private static func splitAtCapitals(_ word: ArraySlice<UInt32>, isAlone: Bool) -> [ArraySlice<UInt32>] {
        guard isAlone, word.allSatisfy({ ScalarClass.isLatin($0) }) else { return [word] }
        if word.allSatisfy(ScalarClass.isUpperLatin) {
            guard word.count == 2 else { return [word] }
            return [word.prefix(1), word.suffix(1)]
        }
        let cuts = word.indices.dropFirst().filter { ScalarClass.isUpperLatin(word[$0]) }
        // The second of two capitals in a row belongs to names such as `JohnOBrien`.
        guard let cut = cuts.first, cuts.count == 1 || (cuts.count == 2 && cuts[1] == cut + 1) else { return [word] }
        let head = word[..<cut].map(lower)
        if head.elementsEqual("mc".unicodeScalars.map(\.value)) || head.elementsEqual("mac".unicodeScalars.map(\.value))
        {
            return [word]
        }
        return [word[..<cut], word[cut...]]
    }

    private static func divided(_ word: [UInt32], at length: Int?) -> [[UInt32]] {
        guard let length, length > 0, length < word.count else { return [word] }
        return [Array(word[..<length]), Array(word[length...])]
    }

    private static func isAnonymous(_ written: [UInt32]) -> Bool {
        let lower = written.map(lower)
        return anonymous.contains { lower.starts(with: $0) }
    }

    private static func isNickMark(_ value: UInt32) -> Bool {
        ScalarClass.isDigit(value) || value == 0x5F || value == 0x40 || value == 0x23
    }

    private static func isSeparator(_ value: UInt32) -> Bool {
        value == space || value == middleDot || value == 0x2E || value == comma || value == 0x3D || value == 0xB7
    }

    static func lower(_ value: UInt32) -> UInt32 {
        ScalarClass.isUpperLatin(value) ? value + 0x20 : value
    }

    private static func hiragana(_ value: UInt32) -> UInt32 {
        ScalarClass.isKatakana(value) && value <= 0x30F6 ? value - 0x60 : value
    }

    private static let space: UInt32 = 0x20
    private static let comma: UInt32 = 0x2C
    private static let apostrophe: UInt32 = 0x27
    private static let middleDot: UInt32 = 0x30FB
    private static let opening = Set("([{<「『【〔（".unicodeScalars.map(\.value))
    private static let closing = Set(")]}>」』】〕）".unicodeScalars.map(\.value))
    private static let mask: UInt32 = 0x25CB
    private static let masks = Set("○〇◯●*×".unicodeScalars.map(\.value))
    /// `の`.
    private static let of: UInt32 = 0x306E
    private static let article = "the ".unicodeScalars.map(\.value)
    private static let familyEndings = [" family", " household", "一家", "家"].map { $0.unicodeScalars.map(\.value) }
    private static let endings = [
        "さま", "さん", "ちゃん", "くん", "たん", "っち", "りん", "様", "氏", "殿", "君", "先生",
    ].map { $0.unicodeScalars.map(\.value) }
    private static let titles = [
        "mr. ", "mr ", "mrs. ", "mrs ", "ms. ", "ms ", "miss ", "mx. ", "mx ", "dr. ", "dr ", "prof. ", "prof ",
    ].map { $0.unicodeScalars.map(\.value) }
    private static let anonymous = [
        "匿名", "名無し", "ななし", "通りすがり", "anonymous", "anon", "guest", "ゲスト", "user ", "a customer", "customer ", "お客様",
        "n/a",
        "unknown", "不明", "名前なし", "no name", "利用者", "一消費者",
    ].map { $0.unicodeScalars.map(\.value) }
}
