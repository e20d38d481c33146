import Feedback

/// A text with its title as a sentence before it.
struct TitledText {
    /// What is scored.
    let bytes: [UInt8]
    /// Bytes of the title; 0 where there is none, or where the text begins with it anyway.
    private let titleLength: Int

    /// An empty line ends a sentence, whatever stands before and after it.
    private static let border = Array("\n\n".utf8)

    init(title: [UInt8], text: [UInt8]) {
        if title.isEmpty || Self.repeats(title, text) {
            bytes = text
            titleLength = 0
        } else {
            bytes = title + Self.border + text
            titleLength = title.count
        }
    }

    /// Whether a text begins with its title, as where a site cuts one from it: "Waited two hours and …".
    private static func repeats(_ title: [UInt8], _ text: [UInt8]) -> Bool {
        var stem = title.drop { $0 <= 0x20 }
        while let last = stem.last, last == UInt8(ascii: ".") || last <= 0x20 { stem.removeLast() }
        if stem.suffix(3).elementsEqual("…".utf8) { stem.removeLast(3) }
        while let last = stem.last, last <= 0x20 { stem.removeLast() }
        return text.drop { $0 <= 0x20 }.starts(with: stem)
    }

    /// A score of `bytes` with every range moved to where it stands, in the title or in the text.
    func placed(_ score: Score) -> Score {
        if titleLength == 0 { return score }
        var placed = score
        placed.facets = score.facets.map {
            FacetMention(facet: $0.facet, polarity: $0.polarity, range: place($0.range), entry: $0.entry)
        }
        placed.signals = score.signals.map {
            SignalMention(signal: $0.signal, range: place($0.range), entry: $0.entry)
        }
        placed.evidence = score.evidence.map {
            Evidence(range: place($0.range), entry: $0.entry, valence: $0.valence, rule: $0.rule)
        }
        return placed
    }

    private func place(_ range: ByteRange) -> ByteRange {
        let head = titleLength + Self.border.count
        // What no words stand for has no place and is put at the beginning.
        if range.length == 0 { return ByteRange(start: max(0, range.start - head), length: 0) }
        if range.start >= head { return ByteRange(start: range.start - head, length: range.length) }
        let end = min(range.end, titleLength)
        return ByteRange(start: min(range.start, end), length: max(0, end - range.start), isInTitle: true)
    }
}
