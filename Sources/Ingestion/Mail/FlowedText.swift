/// Text whose lines are cut for the eye (RFC 3676): a line that ends in a space goes on in the next.
enum FlowedText {
    /// `deletesSpace`: whether the space at the end was added with the cut, as in Japanese.
    static func joined(_ text: String, deletesSpace: Bool) -> String {
        var out: [String] = []
        var isOpen = false
        var depth = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let quotes = line.prefix { $0 == ">" }.count
            var rest = line.dropFirst(quotes)
            // A space was stuffed before what might be taken for a quote.
            if rest.first == " " { rest = rest.dropFirst() }
            let isSignature = rest == "-- "
            let flows = rest.last == " " && !isSignature
            let piece = flows && deletesSpace ? rest.dropLast() : rest
            if isOpen, quotes == depth, !isSignature, let last = out.indices.last {
                out[last] += piece
            } else {
                out.append(quotes > 0 ? String(repeating: ">", count: quotes) + " " + piece : String(piece))
            }
            (isOpen, depth) = (flows, quotes)
        }
        return out.joined(separator: "\n")
    }
}
