import Feedback

/// Where the quoted part of a long text begins.
enum QuoteStart {
    /// Ends of sentences in Japanese and English, and of lines.
    private static let ends: Set<Unicode.Scalar> = ["。", "！", "？", ".", "!", "?", "\n"]

    /// The beginning of the sentence with a mention, in bytes; 0 where the mention is shown from the beginning too.
    ///
    /// `limit`: bytes of the text that are shown.
    static func place(in text: String, of mention: ByteRange, limit: Int) -> Int {
        guard mention.end > limit, mention.end <= text.utf8.count else { return 0 }
        var (offset, start) = (0, 0)
        for scalar in text.unicodeScalars {
            guard offset < mention.start else { break }
            offset += UTF8.width(scalar)
            if ends.contains(scalar), offset <= mention.start { start = offset }
        }
        // A sentence longer than what is shown is cut before the mention; that place is a character boundary as well.
        return mention.end - start <= limit ? start : min(mention.start, offset)
    }
}
