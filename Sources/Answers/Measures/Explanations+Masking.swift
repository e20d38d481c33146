import Reports

extension FlagExplanation {
    /// The explanation with personal data hidden.
    package func masked() -> FlagExplanation {
        var copy = self
        copy.comments = comments.map { $0.masked() }
        return copy
    }
}

extension MeasureExplanation {
    /// The explanation with personal data hidden.
    package func masked() -> MeasureExplanation {
        var copy = self
        copy.support = masked(support)
        copy.brandSide = masked(brandSide)
        copy.difference = masked(difference)
        return copy
    }

    private func masked(_ side: Side) -> Side {
        var copy = side
        copy.contributions = side.contributions.map { contribution in
            var contribution = contribution
            contribution.voice = VoiceName.masked(contribution.voice, brand: brand)
            contribution.sentences = contribution.sentences.map { sentence in
                var sentence = sentence
                sentence.words = Masking.standard.masked(sentence.words)
                return sentence
            }
            return contribution
        }
        return copy
    }
}

/// Ids of voices, which name the author where there is no case.
enum VoiceName {
    /// `author/Lotte/山田/2014-12` becomes `author/Lotte/山…/2014-12`; ids without a name stay.
    static func masked(_ id: String, brand: String) -> String {
        let opening = "author/\(brand)/"
        guard id.hasPrefix(opening), let end = id.lastIndex(of: "/") else { return id }
        let start = id.index(id.startIndex, offsetBy: opening.count)
        guard start < end else { return id }
        return opening + Masking.author(String(id[start..<end])) + id[end...]
    }
}
