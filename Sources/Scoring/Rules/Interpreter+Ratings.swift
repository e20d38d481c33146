import Feedback

extension Interpreter {
    /// Ratings written in words: "2 out of 5", "5/5", "1 star", 星5, 5点中1点.
    mutating func addRatings(_ tokens: [Token]) {
        var ratings: [Finding] = []
        // Findings that are parts of ratings.
        var parts: [Int] = []
        var place = 0
        while place < tokens.count {
            if tokens[place].number < 0 {
                place += 1
            } else if let rating = scaleRating(at: place, tokens) {
                let within = firstFinding(from: Int32(place))..<firstFinding(from: Int32(rating.end))
                parts += within.filter { Int(findings[$0].end) <= rating.end }
                ratings.append(finding(of: rating, at: place, tokens))
                place = rating.end
            } else {
                let isRated = ratings.last.map { place < Int($0.end) } ?? false
                if !isRated, !isTaken(place), let rating = rating(at: place, tokens) {
                    ratings.append(finding(of: rating, at: place, tokens))
                }
                place += 1
            }
        }
        if ratings.isEmpty { return }
        if !parts.isEmpty {
            let parts = Set(parts)
            findings = findings.indices.filter { !parts.contains($0) }.map { findings[$0] }
        }
        findings += ratings
        sortFindings()
    }

    private func finding(of rating: (basisPoints: Int32, end: Int), at place: Int, _ tokens: [Token]) -> Finding {
        Finding(
            entry: -1,
            kind: .lemma,
            start: Int32(place),
            end: Int32(rating.end),
            clause: tokens[place].clause,
            sentence: tokens[place].sentence,
            valence: measure.valence(ofRating: rating.basisPoints),
            facet: nil,
            polarity: .bare,
            signal: nil,
            rules: .rating
        )
    }

    /// A rating that names its scale first: 5点中1点, 10点満点で2点.
    private func scaleRating(at start: Int, _ tokens: [Token]) -> (basisPoints: Int32, end: Int)? {
        guard [5, 10, 100].contains(tokens[start].number) else { return nil }
        var namesScale = false
        var place = start + 1
        while place < tokens.count, tokens[place].number < 0, tokens[place].border <= .weak {
            let isScale = ratingWords.scales.contains(tokens[place].form)
            guard isScale || ratingWords.joints.contains(tokens[place].form) else { return nil }
            namesScale = namesScale || isScale
            place += 1
        }
        guard namesScale, place < tokens.count, tokens[place].border <= .weak,
            (0...tokens[start].number).contains(tokens[place].number)
        else { return nil }
        let basisPoints = basisPoints(tokens[place].number, of: tokens[start].number)
        let hasUnit = place + 1 < tokens.count && tokens[place + 1].classes.contains(.ratingUnit)
        return (basisPoints, hasUnit ? place + 2 : place + 1)
    }

    private func isTaken(_ place: Int) -> Bool {
        findings(reaching: Int32(place) + 1).contains { place < Int(findings[$0].end) }
    }

    private func rating(at place: Int, _ tokens: [Token]) -> (basisPoints: Int32, end: Int)? {
        let number = tokens[place].number
        guard (0...100).contains(number) else { return nil }
        let next = place + 1
        // "On 5/5" names a day.
        if place > 0, tokens[place - 1].form == ratingWords.on { return nil }
        if next < tokens.count, tokens[next].number == 5 || tokens[next].number == 10, tokens[next].border == .weak,
            number <= tokens[next].number
        {
            return (basisPoints(number, of: tokens[next].number), next + 1)
        }
        if place + 3 < tokens.count, tokens[place + 1].form == ratingWords.out,
            tokens[place + 2].form == ratingWords.of,
            [5, 10, 100].contains(tokens[place + 3].number), number <= tokens[place + 3].number
        {
            return (basisPoints(number, of: tokens[place + 3].number), place + 4)
        }
        guard number <= 5 else { return nil }
        let basisPoints = basisPoints(number, of: 5)
        if next < tokens.count, tokens[next].border == .none, tokens[next].classes.contains(.ratingUnit) {
            return (basisPoints, next + 1)
        }
        if place > 0, tokens[place].border <= .weak, tokens[place - 1].classes.contains(.ratingName) {
            return (basisPoints, next)
        }
        return nil
    }

    /// Stars run from 1 to 5, other scales from 0.
    private func basisPoints(_ number: Int32, of full: Int32) -> Int32 {
        full == 5 ? max(0, (number - 1) * 2_500) : number * 10_000 / full
    }
}

/// Forms of the words that written ratings hold.
struct RatingWords: Sendable {
    let out, of, on: Int32
    /// Words that say a number is the best there is.
    let scales: [Int32]
    /// Words that may stand between such a number and the rating.
    let joints: [Int32]

    init(_ vocabulary: Vocabulary, _ grammar: Grammar) {
        out = Self.form("out", vocabulary)
        of = Self.form("of", vocabulary)
        on = Self.form("on", vocabulary)
        scales = grammar.scaleNames.map { Self.form($0, vocabulary) }
        joints = grammar.scaleJoints.map { Self.form($0, vocabulary) }
    }

    /// A number that no token has stands for a word that no entry holds.
    private static func form(_ word: String, _ vocabulary: Vocabulary) -> Int32 {
        let form = vocabulary.forms.find(word)
        return form < 0 ? .min : form
    }
}
