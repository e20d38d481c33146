import Foundation
import Reports

/// Marks the words of a search in what it found.
enum FoundWords {
    /// The text cut where a word begins or ends; joined, the stretches are the text.
    static func stretches(of text: String, query: String) -> [LiveSearch.Stretch] {
        var found: [Range<String.Index>] = []
        for word in query.split(whereSeparator: \.isWhitespace) {
            var start = text.startIndex
            while let range = text.range(of: word, options: .caseInsensitive, range: start..<text.endIndex) {
                found.append(range)
                start = range.upperBound
            }
        }
        var position = text.startIndex
        var stretches: [LiveSearch.Stretch] = []
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > position {
            let start = max(position, range.lowerBound)
            if start > position {
                stretches.append(LiveSearch.Stretch(text: String(text[position..<start]), isFound: false))
            }
            stretches.append(LiveSearch.Stretch(text: String(text[start..<range.upperBound]), isFound: true))
            position = range.upperBound
        }
        if position < text.endIndex {
            stretches.append(LiveSearch.Stretch(text: String(text[position...]), isFound: false))
        }
        return stretches
    }
}
