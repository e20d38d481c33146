/// Where a name written in one word divides.
struct NameDivision: Hashable, Sendable {
    /// Letters of the first part.
    let length: Int
    let isFamilyFirst: Bool
}

/// Readings of Japanese surnames and given names.
package struct NameReadings: Sendable {
    enum Kind: Hashable {
        case surname, given
    }

    /// Romanised readings by the hash of the written form.
    private var surnames: [StableHash: [[UInt8]]] = [:]
    private var givenNames: [StableHash: [[UInt8]]] = [:]
    /// Hashes of all readings, to split names written in kana.
    private var surnameReadings: Set<StableHash> = []
    private var givenReadings: Set<StableHash> = []
    private let longestSurname = 4

    /// A table without names: kanji names are then compared as written only.
    package init() {}

    /// Reads `names.tsv`.
    ///
    /// Columns: `term`, `kind` (`surname` or `given`), `readings` in kana separated by `|`, then source and licence.
    /// Lines that start with `#` and the column line are skipped.
    ///
    /// - Throws: ``LinkageError`` with the line of a row that is not of this form.
    package init(tsv: [UInt8]) throws(LinkageError) {
        for (index, line) in tsv.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
            let kind = columns.count > 1 ? String(decoding: columns[1], as: UTF8.self) : ""
            if kind == "kind" { continue }
            guard columns.count >= 3, kind == "surname" || kind == "given" else {
                throw LinkageError(code: .malformedNameRow, line: index + 1)
            }
            let readings = columns[2].split(separator: UInt8(ascii: "|")).compactMap { reading in
                Romaji.spelling(ofKana: FoldedText(String(decoding: reading, as: UTF8.self)).scalars)
            }
            guard !readings.isEmpty, !columns[0].isEmpty else {
                throw LinkageError(code: .malformedNameRow, line: index + 1)
            }
            let term = FoldedText(String(decoding: columns[0], as: UTF8.self)).scalars
            insert(term: term, kind: kind == "surname" ? .surname : .given, readings: readings)
        }
    }

    private mutating func insert(term: [UInt32], kind: Kind, readings: [[UInt8]]) {
        let hash = Self.hash(term[...])
        switch kind {
        case .surname:
            surnames[hash, default: []] += readings.filter { surnames[hash]?.contains($0) != true }
            surnameReadings.formUnion(readings.map { StableHash($0) })
        case .given:
            givenNames[hash, default: []] += readings.filter { givenNames[hash]?.contains($0) != true }
            givenReadings.formUnion(readings.map { StableHash($0) })
        }
    }

    func readings(of term: ArraySlice<UInt32>, kind: Kind) -> [[UInt8]] {
        (kind == .surname ? surnames[Self.hash(term)] : givenNames[Self.hash(term)]) ?? []
    }

    func isReading(_ letters: [UInt8], kind: Kind) -> Bool {
        kind == .surname
            ? surnameReadings.contains(StableHash(letters)) : givenReadings.contains(StableHash(letters))
    }

    /// Where a kanji name written without a space divides: the length of its surname; `nil` when it cannot be told.
    ///
    /// A known surname before a known given name is best, then a known surname, then a known given name; among equals
    /// the longer surname.
    func surnameLength(inKanji name: [UInt32]) -> Int? {
        guard name.count >= 2 else { return nil }
        var best: (rank: Int, length: Int)?
        for length in 1...min(longestSurname, name.count - 1) {
            let knowsSurname = !readings(of: name[..<length], kind: .surname).isEmpty
            let knowsGiven = !readings(of: name[length...], kind: .given).isEmpty
            let rank = (knowsSurname ? 2 : 0) + (knowsGiven ? 1 : 0)
            guard rank > 0 else { continue }
            if let known = best, known.rank > rank { continue }
            best = (rank, length)
        }
        if let best {
            if isWholeSurname(name, unless: best.rank) { return nil }
            // Four kanji are two and two, unless a longer surname is known or both parts are.
            return name.count == 4 && best.rank < 3 && best.length == 1 ? 2 : best.length
        }
        if !readings(of: name[...], kind: .surname).isEmpty { return nil }
        return name.count == 4 ? 2 : nil
    }

    /// A name such as `小野寺` is a surname alone, unless a full split is known.
    private func isWholeSurname(_ name: [UInt32], unless rank: Int) -> Bool {
        rank < 3 && !readings(of: name[...], kind: .surname).isEmpty
    }

    /// Where a kana name written without a space divides.
    ///
    /// Two known readings are best, then the longest known surname, then a known given name; what is left must have two
    /// syllables. A known surname alone is not divided.
    func division(ofKana name: [UInt32]) -> NameDivision? {
        guard name.count >= 3 else { return nil }
        var best: (rank: Int, division: NameDivision)?
        for length in 1..<name.count {
            guard let first = Romaji.spelling(ofKana: name[..<length]),
                let second = Romaji.spelling(ofKana: name[length...])
            else { continue }
            for isFamilyFirst in [true, false] {
                let (family, given) = isFamilyFirst ? (first, second) : (second, first)
                let familyLength = isFamilyFirst ? length : name.count - length
                let knowsSurname = isReading(family, kind: .surname) && (familyLength > 1 || name.count <= 4)
                let rank = (knowsSurname ? 2 : 0) + (isReading(given, kind: .given) ? 1 : 0)
                // A name in the order of the West must be known in both its parts.
                guard rank == 3 || (isFamilyFirst && rank > 0 && length >= 2 && name.count - length >= 2) else {
                    continue
                }
                if let known = best, known.rank > rank || (known.rank == rank && (rank == 1 || !isFamilyFirst)) {
                    continue
                }
                best = (rank, NameDivision(length: length, isFamilyFirst: isFamilyFirst))
            }
        }
        guard let best else { return nil }
        let isSurname = Romaji.spelling(ofKana: name[...]).map { isReading($0, kind: .surname) } ?? false
        return isSurname && (best.rank < 3 || best.division.length == 1) ? nil : best.division
    }

    /// Where a name such as `tanakahiroshi` divides: both parts must be known readings; the longer surname is taken.
    func division(ofLatin name: [UInt32]) -> NameDivision? {
        guard (6...24).contains(name.count) else { return nil }
        let letters = name.map { UInt8(truncatingIfNeeded: $0) }
        var best: (family: Int, division: NameDivision)?
        for length in 2...(letters.count - 2) {
            let first = Romaji.folded(Array(letters[..<length]))
            let second = Romaji.folded(Array(letters[length...]))
            if isReading(first, kind: .surname), isReading(second, kind: .given), length > (best?.family ?? 0) {
                best = (length, NameDivision(length: length, isFamilyFirst: true))
            }
            let family = letters.count - length
            if isReading(first, kind: .given), isReading(second, kind: .surname), family > (best?.family ?? 0) {
                best = (family, NameDivision(length: length, isFamilyFirst: false))
            }
        }
        return best?.division
    }

    private static func hash(_ term: ArraySlice<UInt32>) -> StableHash {
        StableHash(scalars: term)
    }
}
