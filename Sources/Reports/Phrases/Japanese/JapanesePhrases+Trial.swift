import Feedback

/// What a page that tries new words says.
extension JapanesePhrases {
    func callAsFunction(_ word: TrialWord) -> String {
        switch word {
        case .heading: "語を加えて試す"
        case .purpose: "ワークスペースの写しに語を加えて採点と集計をやり直し、どの月の値と変化が変わるかを示します。元のワークスペースは変わりません。コメントが多いと数分かかります。"
        case .link: "新しい語を加えて、どの月の値と変化が動くかを試す"
        case .formHeading: "試す語"
        case .outcomeHeading: "加えたときの変わり方"
        case .terms: "語句（1行に1つ）"
        case .meaning: "意味"
        case .valence: "良し悪し（−1000～1000）"
        case .onlyValence: "良し悪しのみ"
        case .button: "試す"
        case .stop: "中止する"
        case .stopped: "途中で中止しました。"
        case .nothingToCompare: "採点または集計を待っているコメントがあるため、比べられません。次の実行のあとでお試しください。"
        case .failed: "失敗しました。理由はサーバーのメッセージに出ています。"
        case .download: "koe lexicon accept 用のリスト（tried-words.tsv）"
        case .lookAgain: "画面は数秒ごとに自動で更新されます。今すぐ更新する"
        case .movedMonths: "値が動く月"
        case .noFlagMoves: "増減する変化の検出はありません。"
        case .flagsGone: "検出されなくなる変化"
        case .flagsNew: "新たに検出される変化"
        }
    }

    func trialProgress(_ stage: String, _ done: Int, of total: Int?) -> String {
        guard let name = ["score": "写しを採点しています", "measure": "写しを集計しています"][stage] else { return "写しを作っています。" }
        return total.map { "\(name)（\(NumberText.count($0))件中\(NumberText.count(done))件）。" } ?? "\(name)。"
    }

    func trialOutcome(_ moves: Int, of strengths: Int) -> String {
        "月ごとの値\(NumberText.count(strengths))のうち、\(NumberText.count(moves))が1ポイント以上動きます。"
    }

    func furtherMoves(_ count: Int) -> String { "動きの小さい月は、ほかに\(NumberText.count(count))あります。" }
}
