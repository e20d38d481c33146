import Feedback

extension Interpreter {
    /// Ratings written in words: "2 out of 5", "5/5", "1 star", 星5.
    mutating func addRatings(_ tokens: [Token]) {
        for place in tokens.indices where tokens[place].number >= 0 && tokens[place].number <= 100 {
            guard let rating = rating(at: place, tokens), !isTaken(place) else { continue }
            let token = tokens[place]
            findings.append(
                Finding(
                    entry: -1,
                    kind: .lemma,
                    start: Int32(place),
                    end: Int32(rating.end),
                    clause: token.clause,
                    sentence: token.sentence,
                    valence: measure.valence(ofRating: rating.basisPoints),
                    facet: nil,
                    polarity: .bare,
                    signal: nil,
                    rules: .rating
                )
            )
        }
    }

    private func isTaken(_ place: Int) -> Bool {
        findings.contains { Int($0.start) <= place && place < Int($0.end) }
    }

    private func rating(at place: Int, _ tokens: [Token]) -> (basisPoints: Int32, end: Int)? {
        let number = tokens[place].number
        let next = place + 1
        if next < tokens.count, tokens[next].number == 5 || tokens[next].number == 10, tokens[next].border == .weak,
            number <= tokens[next].number
        {
            return (basisPoints(number, of: tokens[next].number), next + 1)
        }
        if place + 3 < tokens.count, isWord(tokens[place + 1], "out"), isWord(tokens[place + 2], "of"),
            [5, 10, 100].contains(tokens[place + 3].number), number <= tokens[place + 3].number
        {
            return (basisPoints(number, of: tokens[place + 3].number), place + 4)
        }
        guard number <= 5 else { return nil }
        let basisPoints = basisPoints(number, of: 5)
        if next < tokens.count, tokens[next].border == .none, classes(tokens[next]).contains(.ratingUnit) {
            return (basisPoints, next + 1)
        }
        if place > 0, tokens[place].border <= .weak, classes(tokens[place - 1]).contains(.ratingName) {
            return (basisPoints, next)
        }
        return nil
    }

    /// Stars run from 1 to 5, other scales from 0.
    private func basisPoints(_ number: Int32, of full: Int32) -> Int32 {
        full == 5 ? max(0, (number - 1) * 2_500) : number * 10_000 / full
    }

    private func isWord(_ token: Token, _ word: String) -> Bool {
        token.form >= 0 && token.form == lexicon.vocabulary.forms.find(word)
    }
}
