import Feedback

/// What a page that tries new words says.
extension EnglishPhrases {
    func callAsFunction(_ word: TrialWord) -> String {
        switch word {
        case .heading: "Trial of new words"
        case .purpose:
            "Adds words to the lists of a copy of this workspace, scores and measures the copy, and tells which months and "
                + "changes would move. The workspace stays as it is. With many comments this takes minutes."
        case .link: "Try new words, and see which months and changes would move"
        case .formHeading: "Words to try"
        case .outcomeHeading: "What they would change"
        case .terms: "Words or phrases, one a line"
        case .meaning: "What they say"
        case .valence: "How good or bad, −1000 to 1000"
        case .onlyValence: "good or bad, nothing more"
        case .button: "Try them"
        case .stop: "Stop"
        case .stopped: "Stopped before it came to an end."
        case .nothingToCompare:
            "Comments wait to be scored or measured, so there is nothing to compare with. Try again after the next run."
        case .failed: "It failed; the messages of the server say why."
        case .download: "The list, for koe lexicon accept (tried-words.tsv)"
        case .lookAgain: "The page looks again by itself every few seconds. Look again now"
        case .movedMonths: "Months that would move"
        case .noFlagMoves: "No change would come or go."
        case .flagsGone: "Changes that would no longer be told"
        case .flagsNew: "Changes that would be told anew"
        }
    }

    func trialProgress(_ stage: String, _ done: Int, of total: Int?) -> String {
        guard let name = ["score": "Scoring the copy", "measure": "Measuring the copy"][stage] else {
            return "The copy is being made."
        }
        return total.map { "\(name): \(NumberText.count(done)) of \(NumberText.count($0)) comments." } ?? "\(name)."
    }

    func trialOutcome(_ moves: Int, of strengths: Int) -> String {
        "\(NumberText.count(moves)) of \(NumberText.count(strengths)) monthly strengths would move by a point or more."
    }

    func furtherMoves(_ count: Int) -> String { "And \(NumberText.count(count)) more that move less." }
}
