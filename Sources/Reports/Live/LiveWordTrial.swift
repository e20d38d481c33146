package import Feedback

/// Words that are tried on a copy of the workspace, and what they would change.
package struct LiveWordTrial: Sendable {
    package enum State: Sendable {
        case idle
        /// `stage`: as commands call it; empty before the first.
        case running(stage: String, done: Int, total: Int?)
        case done(Outcome)
        /// The workspace waits to be scored and measured.
        case nothingToCompare
        case failed
    }

    /// A strength of a brand in one month that would be another.
    package struct Move: Sendable {
        package let brand: String
        package let month: String
        package let measure: StrengthMeasure
        /// 0–100; `nil` with too few voices.
        package let before: Double?
        package let after: Double?

        package init(brand: String, month: String, measure: StrengthMeasure, before: Double?, after: Double?) {
            self.brand = brand
            self.month = month
            self.measure = measure
            self.before = before
            self.after = after
        }
    }

    /// A flag that would come or go.
    package struct Flag: Sendable {
        package let brand: String
        /// `support`, or a facet's measure such as `facet.speed`.
        package let measure: String
        package let period: String
        package let kind: String

        package init(brand: String, measure: String, period: String, kind: String) {
            self.brand = brand
            self.measure = measure
            self.period = period
            self.kind = kind
        }
    }

    package struct Outcome: Sendable {
        /// Strengths of months that were compared.
        package let strengths: Int
        /// Those that move by a point or more, the largest first.
        package let moves: [Move]
        package let gone: [Flag]
        package let new: [Flag]

        package init(strengths: Int, moves: [Move], gone: [Flag], new: [Flag]) {
            self.strengths = strengths
            self.moves = moves
            self.gone = gone
            self.new = new
        }
    }

    package var state: State
    /// What was typed last.
    package var language: Language?
    package var terms = ""
    /// As the form names meanings, such as `speed+`.
    package var meaning = ""
    package var valence: Int?

    package init(state: State) {
        self.state = state
    }

    /// Whether the page is to be looked at again soon.
    package var isRunning: Bool {
        if case .running = state { true } else { false }
    }

    /// Moves that a page shows.
    private static let shownMoves = 60
    package static let path = "/try/list"
    package static let listPath = "/try/list.tsv"
    package static let stopPath = "/try/stop"

    func body(in frame: LiveFrame) -> LiveBody {
        let phrases = frame.phrases
        var sections: [LiveBody.Section] = []
        if !terms.isEmpty { sections.append(.init(heading: phrases(.outcomeHeading), content: told(in: frame))) }
        // Others wait until these are tried.
        if !isRunning { sections.append(.init(heading: phrases(.formHeading), content: form(in: frame))) }
        return LiveBody(heading: phrases(.heading), note: phrases(.purpose), sections: sections)
    }

    // MARK: - What came of it

    private func told(in frame: LiveFrame) -> Markup {
        let phrases = frame.phrases
        let words = terms.split(separator: "\n").joined(separator: phrases.listSeparator)
        let head = Markup.element(
            "p",
            [],
            .element("strong", [], Markup(words)) + Markup(phrases.bracketed(said(phrases)))
        )
        let list = Markup.element("p", [], link(Self.listPath, .download, frame))
        switch state {
        case .idle: return head + note(.stopped, phrases) + list
        case .running(let stage, let done, let total):
            let stop = LiveForm(path: Self.stopPath, fields: [], button: phrases(.stop), isLight: true)
            return head + .element("p", [("role", "status")], Markup(phrases.trialProgress(stage, done, of: total)))
                + .element("p", [("class", "quiet")], link(Self.path, .lookAgain, frame))
                + stop.markup(id: "stop", in: frame)
        case .nothingToCompare: return head + note(.nothingToCompare, phrases) + list
        case .failed: return head + note(.failed, phrases)
        case .done(let outcome): return head + outcome.markup(in: frame, shown: Self.shownMoves) + list
        }
    }

    private func note(_ word: TrialWord, _ phrases: any Phrases) -> Markup { .element("p", [], Markup(phrases(word))) }

    private func link(_ path: String, _ word: TrialWord, _ frame: LiveFrame) -> Markup {
        .element("a", [("href", frame.path(to: LiveAddress(path)))], Markup(frame.phrases(word)))
    }

    private func said(_ phrases: any Phrases) -> String {
        let name = Self.meanings(phrases).first { $0.value == meaning }?.text ?? meaning
        return [name, valence.map { NumberText.signed(Double($0), decimals: 0) }].compactMap(\.self)
            .joined(separator: phrases.listSeparator)
    }

    // MARK: - The form

    private func form(in frame: LiveFrame) -> Markup {
        let phrases = frame.phrases
        return LiveForm(
            path: Self.path,
            fields: [
                .lines(name: "terms", label: phrases(.terms), value: terms),
                .choice(
                    name: "language",
                    label: phrases(.language),
                    options: Self.first(
                        // Before the first try, the language that the reader reads.
                        language?.rawValue ?? frame.language.rawValue,
                        of: [("ja", phrases(.japaneseLanguage)), ("en", phrases(.englishLanguage))]
                    )
                ),
                .choice(
                    name: "meaning",
                    label: phrases(.meaning),
                    options: Self.first(meaning, of: Self.meanings(phrases))
                ),
                .line(name: "valence", label: phrases(.valence), value: valence.map(String.init) ?? ""),
            ],
            button: phrases(.button)
        ).markup(id: "words", in: frame)
    }

    /// The meanings by the names that the form sends.
    private static func meanings(_ phrases: any Phrases) -> [(value: String, text: String)] {
        let facets = Facet.inOrder.flatMap { facet in
            [("+", Word.praise), ("-", .blame)].map { sign, word in
                (facet.rawValue + sign, phrases.facet(facet) + phrases.colon + phrases(word))
            }
        }
        let signals = LoyaltySignal.inOrder.map { ($0.rawValue, phrases.signal($0)) }
        return (facets + signals + [("valence", phrases(.onlyValence))]).map { (value: $0.0, text: $0.1) }
    }

    /// What was chosen last stands first, and so is chosen again.
    private static func first(
        _ chosen: String,
        of options: [(value: String, text: String)]
    ) -> [(value: String, text: String)] {
        options.filter { $0.value == chosen } + options.filter { $0.value != chosen }
    }
}

extension LiveWordTrial.Outcome {
    fileprivate func markup(in frame: LiveFrame, shown: Int) -> Markup {
        let phrases = frame.phrases
        var parts = [Markup.element("p", [], Markup(phrases.trialOutcome(moves.count, of: strengths)))]
        if !moves.isEmpty { parts.append(table(frame, shown)) }
        if gone.isEmpty && new.isEmpty {
            parts.append(.element("p", [], Markup(phrases(.noFlagMoves))))
        }
        for (word, flags) in [(TrialWord.flagsGone, gone), (.flagsNew, new)] where !flags.isEmpty {
            let items = flags.map { Markup.element("li", [], Markup(name($0, frame))) }
            parts.append(.element("h3", [], Markup(phrases(word))) + .element("ul", [], items.joined()))
        }
        return parts.joined(separator: "\n")
    }

    private func table(_ frame: LiveFrame, _ shown: Int) -> Markup {
        let phrases = frame.phrases
        let table = DataTable(
            caption: phrases(.movedMonths),
            columns: [
                .short(phrases(.period)), .text(phrases(.brand)), .short(phrases(.measure)),
                .number(phrases(.before)), .number(phrases(.after)),
            ],
            rows: moves.prefix(shown).map { move in
                [
                    Markup(phrases.period(move.month)), Markup(frame.name(ofBrand: move.brand)),
                    Markup(phrases.measure(move.measure, facet: nil)), value(move.before, phrases),
                    value(move.after, phrases),
                ]
            }
        )
        let rest = moves.count - shown
        return rest > 0
            ? table.markup + .element("p", [("class", "quiet")], Markup(phrases.furtherMoves(rest))) : table.markup
    }

    private func value(_ strength: Double?, _ phrases: any Phrases) -> Markup {
        Markup(strength.map(NumberText.tenths) ?? phrases(.insufficient))
    }

    private func name(_ flag: LiveWordTrial.Flag, _ frame: LiveFrame) -> String {
        let phrases = frame.phrases
        let facet = flag.measure.split(separator: ".").last.map(String.init)
        let measure =
            flag.measure == "support"
            ? phrases(.supportStrength) : facet.map { phrases.facet(named: $0) } ?? flag.measure
        return [frame.name(ofBrand: flag.brand), measure, phrases.period(flag.period)]
            .joined(separator: phrases.listSeparator)
    }
}
