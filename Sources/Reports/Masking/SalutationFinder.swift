/// Finds who is addressed in a text: `山田さん`, `佐藤 様`, `Hi Jane,`, `Dear Mr Smith`, and a name alone behind `>`.
///
/// What it finds are candidates: only names that are known become hidden.
enum SalutationFinder {
    /// A stretch of UTF-8 bytes that may be a name.
    struct Candidate: Hashable {
        let start: Int
        let end: Int
        /// The same by scalars.
        let range: Range<Int>
        /// Folded.
        let name: String
    }

    private static let honorifics = ["様", "さま", "さん", "くん", "君", "ちゃん", "氏", "殿"].map {
        Array($0.unicodeScalars)
    }
    private static let openers: Set<String> = [
        "hi", "hello", "hey", "dear", "thanks", "morning", "afternoon", "evening",
    ]
    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof"]
    /// Characters of the longest name.
    private static let longest = 16

    /// Longer candidates before the shorter ones in them.
    static func candidates(in text: String) -> [Candidate] {
        let text = ScalarText(text)
        return beforeHonorifics(in: text) + afterOpeners(in: text) + onAnsweredLines(in: text)
    }

    /// The candidates that read like names where no name is known: of one script, or of words that begin with a capital.
    static func likely(in text: String) -> [Candidate] {
        let scalars = ScalarText(text)
        // Where no name is known, a line behind `>` is rather a quoted text.
        return (beforeHonorifics(in: scalars) + afterOpeners(in: scalars)).filter { found in
            let words = found.name.split(separator: " ").map(String.init)
            guard !words.contains(where: NameForms.isNobody) else { return false }
            let letters = scalars.scalars[found.range]
            let scripts = Set(letters.compactMap { NameScript($0) })
            let starts = found.range.filter { $0 == found.range.lowerBound || scalars.isSpace($0 - 1) }
            return scripts == [.latin]
                ? starts.allSatisfy { scalars.scalars[$0].properties.isUppercase }
                : scripts.count == 1 && scripts != [.hiragana]
        }
    }

    private static func beforeHonorifics(in text: ScalarText) -> [Candidate] {
        text.scalars.indices.flatMap { place -> [Candidate] in
            guard honorifics.contains(where: { text.scalars[place...].starts(with: $0) }) else { return [] }
            let end = place > 0 && text.isSpace(place - 1) ? place - 1 : place
            return names(endingAt: end, in: text)
        }
    }

    /// Lines that hold a name and nothing else behind marks of an answer: `>kura`, `>> 山田`.
    private static func onAnsweredLines(in text: ScalarText) -> [Candidate] {
        var found: [Candidate] = []
        var start = 0
        while start < text.scalars.count {
            let end = text.scalars[start...].firstIndex { "\r\n".unicodeScalars.contains($0) } ?? text.scalars.count
            if let name = answered(start..<end, in: text) { found.append(text.candidate(name)) }
            start = end + 1
        }
        return found
    }

    private static func answered(_ line: Range<Int>, in text: ScalarText) -> Range<Int>? {
        let marks = line.prefix { ">＞".unicodeScalars.contains(text.scalars[$0]) }
        let name = line[marks.endIndex...].drop { text.isSpace($0) }
        let trimmed = name.startIndex..<(name.last { !text.isSpace($0) }.map { $0 + 1 } ?? name.startIndex)
        guard !marks.isEmpty, (1...longest).contains(trimmed.count),
            trimmed.allSatisfy({ text.isOfName($0) || isGap($0, in: text) }),
            // With an honorific, the name is what stands before it.
            !honorifics.contains(where: { text.scalars[trimmed].suffix($0.count).elementsEqual($0) })
        else { return nil }
        return trimmed
    }

    private static func names(endingAt end: Int, in text: ScalarText) -> [Candidate] {
        var first = end
        while first > 0, end - first < longest, text.isOfName(first - 1) || isGap(first - 1, in: text) { first -= 1 }
        let starts = (first..<end).filter { start in
            guard text.isOfName(start) else { return false }
            let isBorder = start == 0 || NameScript(text.scalars[start - 1]) != NameScript(text.scalars[start])
            // Japanese puts no space in front of a name; one character alone is a name only at a border.
            return isBorder || (end - start > 1 && NameScript(text.scalars[start]) != .latin)
        }
        let found = starts.map { text.candidate($0..<end) }
        // `皆さん` is nobody, and neither is `の皆さん`.
        return found.contains { NameForms.isNobody($0.name) } ? [] : found
    }

    /// Whether a single space stands between two parts of a name.
    private static func isGap(_ place: Int, in text: ScalarText) -> Bool {
        text.isSpace(place) && place > 0 && text.isOfName(place - 1) && text.isOfName(place + 1)
    }

    private static func afterOpeners(in text: ScalarText) -> [Candidate] {
        let words = text.latinWords
        return words.indices.flatMap { index -> [Candidate] in
            guard openers.contains(words[index].name) || titles.contains(words[index].name) else { return [] }
            var next = index + 1
            while next < words.count, titles.contains(words[next].name) { next += 1 }
            guard next < words.count, text.isOneSalutation(words[index].range.upperBound..<words[next].range.lowerBound)
            else { return [] }
            let one = words[next].range
            guard next + 1 < words.count, text.isOneSpace(one.upperBound..<words[next + 1].range.lowerBound) else {
                return [text.candidate(one)]
            }
            return [text.candidate(one.lowerBound..<words[next + 1].range.upperBound), text.candidate(one)]
        }
    }
}
