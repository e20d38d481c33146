/// The language a text was recognised to be in.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case japanese = "ja"
    case english = "en"
    /// None of the others: counted, never scored by a guess.
    case unknown = "und"

    /// The languages that texts are scored in.
    package static let scored = allCases.filter { $0 != .unknown }

    /// The language that a source declares, such as `ja` or `en-US`, where it is one that texts are scored in.
    package init?(declared name: String) {
        self.init(rawValue: String(name.prefix(2)).lowercased())
    }

    /// Letters that no other of the languages is written in; none for those of Latin letters.
    package var ownLetters: [ClosedRange<UInt32>] {
        switch self {
        case .japanese: [0x3041...0x3096, 0x30A1...0x30FA]
        case .english, .unknown: []
        }
    }

    /// The language of which a text holds a letter of its own, for rooms that do not score.
    ///
    /// - Returns: `otherwise` when the text holds no such letter.
    package static func byLetters(of text: String, otherwise: Language = .english) -> Language {
        let candidates = scored.map { (language: $0, letters: $0.ownLetters) }.filter { !$0.letters.isEmpty }
        for scalar in text.unicodeScalars where scalar.value >= 0x80 {
            for (language, letters) in candidates where letters.contains(where: { $0.contains(scalar.value) }) {
                return language
            }
        }
        return otherwise
    }
}
