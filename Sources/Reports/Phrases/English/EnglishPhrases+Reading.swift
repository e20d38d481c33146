import Feedback

extension EnglishPhrases {
    func reading(margin: Double, minimumVoices: Int, confidencePercent: Int) -> [(term: String, text: String)] {
        [
            (
                "Support strength (S)",
                "How the handling of customers is spoken of, from 0 (only blame) to 100 (only praise); 50 is balance."
                    + " It is taken from the aspects of handling a voice mentions, and otherwise from its clauses"
                    + " about staff or handling. Voices that say nothing of it do not count."
            ),
            (
                "Brand strength (B)",
                "How loyal voices are to the brand, from 0 to 100, taken from signals of loyalty, otherwise from the"
                    + " rating, otherwise from the tone of the whole text."
            ),
            (
                "Voice",
                "One customer about one case, or about one brand in one month. Someone who posts ten times is one voice."
            ),
            (
                "Interval",
                "With \(confidencePercent)% confidence the value lies in it. Below \(minimumVoices) voices no value is"
                    + " given."
            ),
            (
                "Equal within ±\(NumberText.trimmed(margin))",
                "S, B and their difference are over the same voices, those that have both, and n is their number. Two"
                    + " one-sided tests show that the difference lies inside a margin stated beforehand: its 90% interval"
                    + " does. “Different” means that its 95% interval leaves out 0. Both can hold; if neither does, the"
                    + " verdict is undecided, which is not the same as equal. The interval allows for months that go"
                    + " together (Newey–West) and for customers who speak more than once, whichever makes it wider."
            ),
            (
                "Fall and early sign",
                "A fall is a change that survives season, mix of channels and the number of series tested. An early sign"
                    + " is a single voice worth a look."
            ),
        ]
    }
}
