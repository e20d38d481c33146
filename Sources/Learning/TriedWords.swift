package import Feedback
package import Foundation
import Scoring
import Workspace

/// Words that somebody tries: one meaning for some terms, as a list for `koe lexicon accept`.
package struct TriedWords: Hashable, Sendable {
    /// What the terms say.
    package enum Meaning: Hashable, Sendable {
        case facet(Facet, isPraise: Bool)
        case signal(LoyaltySignal)
        /// Good or bad, and nothing else.
        case valence

        /// Every meaning, in the order of facets and signals.
        package static let all: [Meaning] =
            Facet.inOrder.flatMap { [.facet($0, isPraise: true), .facet($0, isPraise: false)] }
            + LoyaltySignal.inOrder.map(Meaning.signal) + [.valence]

        /// Such as `speed+`, `speed-`, `churn` or `valence`.
        package var name: String {
            switch self {
            case .facet(let facet, let isPraise): facet.rawValue + (isPraise ? "+" : "-")
            case .signal(let signal): signal.rawValue
            case .valence: "valence"
            }
        }

        /// - Returns: `nil` for other names.
        package init?(named name: String) {
            guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
            self = found
        }
    }

    /// Name of the list as a file.
    package static let fileName = "tried-words.tsv"
    private static let mostTerms = 50
    private static let longestTerm = 200
    private static let valences = -1_000...1_000

    package let language: Language
    /// As word lists write them, each once, in the order in which they were typed.
    package let terms: [String]
    package let meaning: Meaning
    /// −1,000…1,000; `nil` for terms that are neither good nor bad.
    package let valence: Int?

    /// - Parameters:
    ///   - language: Japanese or English.
    ///   - text: A term a line; empty lines are passed over, and so are those that repeat a term.
    ///   - meaning: What all of them say.
    ///   - valence: −1,000…1,000; needed where nothing else is said.
    ///   - dictionary: The setting of this name, by which Japanese terms are cut.
    /// - Throws: ``WorkspaceError`` `usage` for what makes no list.
    package init(
        language: Language,
        terms text: String,
        meaning: Meaning,
        valence: Int?,
        dictionary: String?
    ) throws {
        self.language = language
        var seen: Set<String> = []
        terms = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
        self.meaning = meaning
        self.valence = valence
        guard Language.scored.contains(language), (1...Self.mostTerms).contains(terms.count),
            terms.allSatisfy({ $0.unicodeScalars.count <= Self.longestTerm && !$0.contains("\t") })
        else {
            throw WorkspaceError(
                .usage,
                "write 1 to \(Self.mostTerms) terms, one a line, of at most \(Self.longestTerm) characters and without tabs"
            )
        }
        guard valence.map(Self.valences.contains) ?? (meaning != .valence) else {
            throw WorkspaceError(.usage, "the valence must be a whole number from -1000 to 1000")
        }
        let file = LexiconFile(name: "workspace/\(Self.fileName)", bytes: Array(list))
        if let problem = try AcceptedLists.problems(of: file, dictionary: dictionary).first {
            throw WorkspaceError(.usage, "a term makes no entry of a word list: \(problem.message)")
        }
    }

    /// The list in the format of the shipped ones.
    package var list: Data {
        let head = [
            "#name: tried-words", "#version: 1", "#language: \(language.rawValue)", "#licence: own",
            "#source: tried in the dashboard", LexiconReader.columns.joined(separator: "\t"),
        ]
        return Data((head + terms.map(row)).joined(separator: "\n").utf8 + [UInt8(ascii: "\n")])
    }

    private func row(_ term: String) -> String {
        var (facet, polarity, signal) = ("", "", "")
        switch meaning {
        case .facet(let own, let isPraise): (facet, polarity) = (own.rawValue, isPraise ? "1" : "-1")
        case .signal(let own): signal = own.rawValue
        case .valence: break
        }
        return [
            term, EntryKind.phrase.rawValue, "", valence.map(String.init) ?? "", facet, polarity, signal, "", "own",
            "own",
            "",
        ].joined(separator: "\t")
    }
}
