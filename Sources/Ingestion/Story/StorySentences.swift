/// A story cut at the ends of its sentences and lines.
enum StorySentences {
    /// The sentences as they stand, none of them empty; a full stop within quotes or brackets ends none.
    ///
    /// - Parameters:
    ///   - text: The story.
    ///   - joinsLines: Whether a line end within a paragraph is only a space, as in English; in Japanese, where lines
    ///     are broken at will, a line is looked at by itself.
    /// - Returns: The sentences in order.
    static func split(_ text: String, joinsLines: Bool = false) -> [String] {
        var sentences: [String] = []
        var current = String.UnicodeScalarView()
        var depth = 0
        func close() {
            let sentence = EdgeSpace.trimmed(String(current))
            if !sentence.isEmpty { sentences.append(sentence) }
            current = String.UnicodeScalarView()
        }
        var previous: Unicode.Scalar = "\n"
        for raw in text.unicodeScalars {
            let isWrapped = joinsLines && raw == "\n" && previous != "\n" && previous != " "
            let scalar = isWrapped ? " " : raw
            if scalar == "\n" {
                close()
                depth = 0
                previous = "\n"
                continue
            }
            // A stop in Latin writing ends a sentence when a space follows it: 44.49 is one number.
            if scalar == " ", depth == 0, previous == "." || previous == "!" || previous == "?" { close() }
            current.append(scalar)
            if "「『（(".unicodeScalars.contains(scalar) { depth += 1 }
            if "」』）)".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            if depth == 0, "。！？".unicodeScalars.contains(scalar) { close() }
            previous = isWrapped ? "\n" : scalar
        }
        close()
        return sentences
    }

    /// The sentence without what stands in quotes.
    static func unquoted(_ sentence: String) -> [UInt8] {
        var out = String.UnicodeScalarView()
        var depth = 0
        for scalar in sentence.unicodeScalars {
            if "「『“".unicodeScalars.contains(scalar) { depth += 1 }
            if depth == 0 { out.append(scalar) }
            if "」』”".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
        }
        return Array(String(out).utf8)
    }
}
