import Feedback

/// What a trial of words says.
extension EnglishPhrases {
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
