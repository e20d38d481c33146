/// A text by its scalars, each with its place in the UTF-8 bytes.
struct ScalarText {
    let scalars: [Unicode.Scalar]
    /// Offsets of the scalars, and of the end.
    private let offsets: [Int]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        offsets = scalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    }

    func isSpace(_ place: Int) -> Bool { scalars[place] == " " || scalars[place] == "\u{3000}" }

    /// A stretch of scalars as one of bytes.
    func masked(_ range: Range<Int>, sign: String) -> MaskedRange {
        MaskedRange(start: offsets[range.lowerBound], end: offsets[range.upperBound], sign: sign)
    }

    func isLatinLetter(_ place: Int) -> Bool { scalars[place].isASCII && scalars[place].properties.isAlphabetic }

    /// A salutation's name cut to its first letter.
    func masked(_ found: SalutationFinder.Candidate) -> MaskedRange {
        MaskedRange(start: found.start, end: found.end, sign: Masking.author(name(found.range)))
    }

    /// The letters that end right in front of a place.
    func latinWord(before place: Int) -> [Unicode.Scalar] {
        var start = place
        while start > 0, isLatinLetter(start - 1) { start -= 1 }
        return Array(scalars[start..<place])
    }

    func isOfName(_ place: Int) -> Bool { place < scalars.count && NameScript(scalars[place]) != nil }

    func candidate(_ range: Range<Int>) -> SalutationFinder.Candidate {
        SalutationFinder.Candidate(
            start: offsets[range.lowerBound],
            end: offsets[range.upperBound],
            range: range,
            name: NameForms.folded(name(range))
        )
    }

    /// Words of Latin letters, folded.
    var latinWords: [(name: String, range: Range<Int>)] {
        var words: [(name: String, range: Range<Int>)] = []
        var place = 0
        while place < scalars.count {
            var end = place
            while end < scalars.count, NameScript(scalars[end]) == .latin { end += 1 }
            if end > place { words.append((NameForms.folded(name(place..<end)), place..<end)) }
            place = max(end, place + 1)
        }
        return words
    }

    /// Whether nothing but a short gap lies between a greeting and a name: spaces, a full stop, a comma, a title.
    func isOneSalutation(_ range: Range<Int>) -> Bool {
        range.count <= 12
            && scalars[range].allSatisfy { NameScript($0) == .latin || " .,\u{3000}".unicodeScalars.contains($0) }
    }

    func isOneSpace(_ range: Range<Int>) -> Bool { range.count == 1 && isSpace(range.lowerBound) }

    private func name(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
}

/// The scripts that names are written in.
enum NameScript {
    case latin, hiragana, katakana, han

    /// `nil` for what is no part of a name.
    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x2D, 0x5F, 0xC0...0x24F: self = .latin
        case 0x3041...0x309F: self = .hiragana
        case 0x30A0...0x30FF, 0xFF66...0xFF9F: self = .katakana
        case 0x3005, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
        default: return nil
        }
    }
}
