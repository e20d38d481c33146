package import Feedback

/// A text cut into stretches that the scorer matched and stretches that it did not.
package enum TextHighlights {
    /// What a stretch was matched for.
    package enum Match: Hashable, Sendable {
        case valence(thousandths: Int, entry: String)
        case facet(Facet, Polarity)
        case signal(LoyaltySignal)
    }

    package struct Segment: Hashable, Sendable {
        package let text: String
        package let match: Match?

        package init(text: String, match: Match?) {
            self.text = text
            self.match = match
        }
    }

    /// The segments of a text, in order; joined they are the text.
    ///
    /// Where matches overlap, a facet or signal is shown before a valence, and the earlier before the later.
    ///
    /// `start`: offset of the first byte to show, at a character boundary.
    /// `limit`: bytes of the text to show; the cut falls between characters.
    package static func segments(
        of text: String,
        score: Score,
        from start: Int = 0,
        limit: Int = .max
    ) -> [Segment] {
        let bytes = Array(text.utf8)
        let end = limit < bytes.count - start ? cut(bytes, at: start + limit) : bytes.count
        var position = start
        var segments: [Segment] = []
        for (range, match) in matches(of: score) where range.start >= position && range.end <= end {
            append(bytes[position..<range.start], nil, to: &segments)
            append(bytes[range.start..<range.end], match, to: &segments)
            position = range.end
        }
        append(bytes[position..<end], nil, to: &segments)
        return segments
    }

    private static func matches(of score: Score) -> [(range: ByteRange, match: Match)] {
        var found: [(range: ByteRange, rank: Int, match: Match)] = []
        for mention in score.facets {
            found.append((mention.range, mention.polarity == .bare ? 2 : 0, .facet(mention.facet, mention.polarity)))
        }
        for mention in score.signals { found.append((mention.range, 0, .signal(mention.signal))) }
        for part in score.evidence where part.valence != 0 {
            found.append((part.range, 1, .valence(thousandths: part.valence, entry: part.entry)))
        }
        let ranked = found.enumerated().sorted {
            ($0.element.rank, $0.element.range.start, $0.offset) < ($1.element.rank, $1.element.range.start, $1.offset)
        }
        var taken: [(range: ByteRange, match: Match)] = []
        for (_, candidate) in ranked where candidate.range.length > 0 && !candidate.range.isInTitle {
            let place = place(of: candidate.range, in: taken)
            let isFree =
                (place == 0 || taken[place - 1].range.end <= candidate.range.start)
                && (place == taken.count || candidate.range.end <= taken[place].range.start)
            if isFree { taken.insert((candidate.range, candidate.match), at: place) }
        }
        return taken
    }

    /// Number of matches that begin before a range, among matches by their beginning.
    private static func place(of range: ByteRange, in taken: [(range: ByteRange, match: Match)]) -> Int {
        var (low, high) = (0, taken.count)
        while low < high {
            let middle = (low + high) / 2
            if taken[middle].range.start < range.start { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func append(_ bytes: ArraySlice<UInt8>, _ match: Match?, to segments: inout [Segment]) {
        if bytes.isEmpty { return }
        segments.append(Segment(text: String(decoding: bytes, as: UTF8.self), match: match))
    }

    /// The last character boundary at or before an offset.
    private static func cut(_ bytes: [UInt8], at limit: Int) -> Int {
        guard limit < bytes.count else { return bytes.count }
        var end = limit
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}
