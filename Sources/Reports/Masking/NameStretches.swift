/// Finds every stretch of a text that may be a person's whole name: words of Latin letters, characters of other scripts,
/// and what one space joins of them.
package enum NameStretches {
    /// Words and characters of the longest name.
    private static let mostParts = 14

    /// Folded as ``NameForms`` folds, in order, each once.
    package static func candidates(in texts: [String]) -> [String] {
        Set(texts.flatMap { candidates(in: ScalarText($0)) }).sorted()
    }

    private static func candidates(in text: ScalarText) -> [String] {
        let parts = parts(of: text)
        return parts.indices.flatMap { first -> [String] in
            var last = first
            var found: [String] = []
            while last < parts.count, last - first < mostParts {
                if last > first, !isJoined(parts[last - 1], parts[last], in: text) { break }
                let whole = parts[first].lowerBound..<parts[last].upperBound
                if whole.count > 1 { found.append(text.candidate(whole).name) }
                last += 1
            }
            return found
        }
    }

    /// Latin words, and other letters one by one.
    private static func parts(of text: ScalarText) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var place = 0
        while place < text.scalars.count {
            var end = place
            while end < text.scalars.count, NameScript(text.scalars[end]) == .latin { end += 1 }
            if end == place, text.isOfName(place) { end += 1 }
            if end > place { parts.append(place..<end) }
            place = max(end, place + 1)
        }
        return parts
    }

    private static func isJoined(_ left: Range<Int>, _ right: Range<Int>, in text: ScalarText) -> Bool {
        let gap = left.upperBound..<right.lowerBound
        return gap.isEmpty || text.isOneSpace(gap)
    }
}
