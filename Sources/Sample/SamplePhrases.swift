/// The sentences a synthetic comment is made of.
package struct SamplePhrases: Sendable {
    /// What sentences are found by.
    struct Key: Hashable {
        let language: String
        /// A facet, a loyalty signal, `product` or `opening`.
        let kind: String
        let polarity: Int
    }

    private let sentences: [Key: [String]]

    /// Reads the sentences from a table.
    ///
    /// `tsv`: columns lang, kind, polarity, sentence; lines with `#` and the header are passed over.
    /// Gives `nil` when a row has other than four columns, or no number as its polarity.
    package init?(tsv: String) {
        var sentences: [Key: [String]] = [:]
        for line in tsv.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") && !line.hasPrefix("lang\t") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 4, let polarity = Int(cells[2]) else { return nil }
            sentences[Key(language: cells[0], kind: cells[1], polarity: polarity), default: []].append(cells[3])
        }
        self.sentences = sentences
    }

    func all(_ key: Key) -> [String] {
        sentences[key] ?? []
    }
}
