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
