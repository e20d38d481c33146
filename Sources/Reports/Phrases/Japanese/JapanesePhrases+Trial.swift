import Feedback

/// What a trial of words says.
extension JapanesePhrases {
    func trialProgress(_ stage: String, _ done: Int, of total: Int?) -> String {
        guard let name = ["score": "写しを採点しています", "measure": "写しを集計しています"][stage] else { return "写しを作っています。" }
        return total.map { "\(name)（\(NumberText.count($0))件中\(NumberText.count(done))件）。" } ?? "\(name)。"
    }

    func trialOutcome(_ moves: Int, of strengths: Int) -> String {
        "月ごとの値\(NumberText.count(strengths))のうち、\(NumberText.count(moves))が1ポイント以上動きます。"
    }

    func furtherMoves(_ count: Int) -> String { "動きの小さい月は、ほかに\(NumberText.count(count))あります。" }
}
