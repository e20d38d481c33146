/// Phrases, each with a mark, that are looked for at every place of a text; in flat arrays.
struct PhraseTable<Mark: Sendable>: Sendable {
    private struct Phrase: Sendable {
        let start: Int
        let length: Int
        let mark: Mark
    }

    /// The letters of all phrases, one after another.
    private var letters: [UInt32] = []
    /// Group by group.
    private var phrases: [Phrase] = []
    /// Where each group ends: the phrases whose first letters have the same low bits, in the order given.
    private var ends: [Int] = [0]
    /// The group of each value of those bits; 0 for the most, which have none.
    private var groups = [UInt16](repeating: 0, count: 1 << 12)

    /// `list`: phrases of one letter or more.
    init(_ list: [(letters: [UInt32], mark: Mark)]) {
        let grouped = Dictionary(grouping: list.filter { !$0.letters.isEmpty }) { Self.lowBits($0.letters[0]) }
        for (bits, group) in grouped.sorted(by: { $0.key < $1.key }) {
            groups[bits] = UInt16(ends.count)
            for (own, mark) in group {
                phrases.append(Phrase(start: letters.count, length: own.count, mark: mark))
                letters += own
            }
            ends.append(phrases.count)
        }
    }

    /// Whether a phrase may begin with a letter: with few of a text, and surely with those that one begins with.
    func mayBegin(with letter: UInt32) -> Bool { groups[Self.lowBits(letter)] != 0 }

    /// Calls the body with the length and mark of each phrase that stands at a place of a text, in the order given.
    func forEach(in text: [UInt32], at place: Int, _ body: (_ length: Int, _ mark: Mark) -> Void) {
        let group = Int(groups[Self.lowBits(text[place])])
        guard group > 0 else { return }
        for phrase in ends[group - 1]..<ends[group] {
            let (start, length) = (phrases[phrase].start, phrases[phrase].length)
            guard length <= text.count - place else { continue }
            var same = 0
            while same < length, text[place + same] == letters[start + same] { same += 1 }
            if same == length { body(length, phrases[phrase].mark) }
        }
    }

    private static func lowBits(_ letter: UInt32) -> Int { Int(letter & 0xFFF) }
}
