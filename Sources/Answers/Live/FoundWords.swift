import Reports
import Store

/// Marks the words of a search in what it found, as the search compares them: whatever their width, kana or case.
enum FoundWords {
    /// The text cut where a word begins or ends; joined, the stretches are the text.
    static func stretches(of text: String, words: [String]) -> [LiveSearch.Stretch] {
        if words.isEmpty { return text.isEmpty ? [] : [LiveSearch.Stretch(text: text, isFound: false)] }
        let folded = FoldedCharacters(text)
        var position = 0
        var stretches: [LiveSearch.Stretch] = []
        for range in words.flatMap(folded.ranges).sorted(by: { $0.lowerBound < $1.lowerBound })
        where range.upperBound > position {
            let start = max(position, range.lowerBound)
            if start > position {
                stretches.append(LiveSearch.Stretch(text: folded.text(position..<start), isFound: false))
            }
            stretches.append(LiveSearch.Stretch(text: folded.text(start..<range.upperBound), isFound: true))
            position = range.upperBound
        }
        if position < folded.count {
            stretches.append(LiveSearch.Stretch(text: folded.text(position..<folded.count), isFound: false))
        }
        return stretches
    }

    /// Characters before the first place of a word; `nil` where it does not stand in the text.
    static func offset(of word: String, in text: String) -> Int? {
        FoldedCharacters(text).ranges(of: word).first?.lowerBound
    }
}

/// The characters of a text with the folded scalars that each becomes.
private struct FoldedCharacters {
    private let characters: [Character]
    private var scalars: [Unicode.Scalar] = []
    /// The character that each folded scalar comes from.
    private var owners: [Int] = []

    init(_ text: String) {
        // A half-width kana and its sound mark are two characters, and fold to one.
        characters = Array(text)
        var place = 0
        while place < characters.count {
            var piece = String(characters[place])
            var end = place + 1
            while end < characters.count, Self.soundMarks.contains(characters[end]) {
                piece.append(characters[end])
                end += 1
            }
            for scalar in FoldedText.folded(piece).unicodeScalars {
                scalars.append(scalar)
                owners.append(place)
            }
            place = end
        }
    }

    private static let soundMarks: Set<Character> = ["\u{FF9E}", "\u{FF9F}"]

    var count: Int { characters.count }

    func text(_ range: Range<Int>) -> String { String(characters[range]) }

    /// Where a word stands, as numbers of characters, in their order.
    func ranges(of word: String) -> [Range<Int>] {
        let sought = Array(FoldedText.folded(word).unicodeScalars)
        guard !sought.isEmpty else { return [] }
        var found: [Range<Int>] = []
        var place = 0
        while place + sought.count <= scalars.count {
            if scalars[place..<place + sought.count].elementsEqual(sought) {
                let next = place + sought.count
                found.append(owners[place]..<(next < owners.count ? max(owners[next], owners[place] + 1) : count))
                place = next
            } else {
                place += 1
            }
        }
        return found
    }
}
