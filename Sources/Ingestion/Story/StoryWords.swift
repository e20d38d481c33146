import Feedback

/// The words by which stories of one language tell the steps of a case.
struct StoryWords {
    /// Whether a line end within a paragraph ends no sentence.
    let joinsLines: Bool
    let cues: [StoryCue]
    let tags: [StoryTag]
    /// Words after which a teller says what he had supposed would come.
    let supposed: [[UInt8]]
    /// Words that end a supposition, after which he tells what came.
    let supposedEnd: [[UInt8]]
    /// Words of sentences that speak of customers or companies at large.
    let general: [[UInt8]]
    /// Words of what went wrong.
    let problems: [[UInt8]]

    /// The words for a text, by the letters it is written in.
    static func of(_ text: String) -> StoryWords {
        switch Language.byLetters(of: text) {
        case .japanese: japanese
        case .english, .unknown: english
        }
    }

    static func holds(_ text: [UInt8], _ words: [[UInt8]]) -> Bool {
        words.contains { ByteSearch.firstIndex(of: $0, in: text, 0..<text.count) != nil }
    }
}
