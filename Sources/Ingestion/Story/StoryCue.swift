/// Words that tell a step of a case.
///
/// Its groups of alternatives must follow each other within one sentence, each close behind the one before.
struct StoryCue {
    let kind: String
    let actor: StoryActor
    let channel: String?
    let groups: [[[UInt8]]]
    /// Words that, where they begin at the first group's own place, make it something else.
    let exceptions: [[UInt8]]

    /// - Parameters:
    ///   - kind: Of the event.
    ///   - actor: Who did it.
    ///   - channel: How, where the words tell it.
    ///   - groups: Alternatives parted by `|`, in the order in which they stand.
    ///   - unless: Words that must not stand in the sentence, parted by `|`.
    init(_ kind: String, _ actor: StoryActor, _ channel: String? = nil, _ groups: String..., unless: String = "") {
        self.kind = kind
        self.actor = actor
        self.channel = channel
        self.groups = groups.map { Self.words($0) }
        exceptions = Self.words(unless)
    }

    /// Most bytes between one group's word and the next: about fifteen kanji or forty letters.
    private static let gap = 45

    /// Where the cue stands in a sentence; `nil` when it does not.
    func find(in text: [UInt8]) -> Int? {
        if exceptions.contains(where: { ByteSearch.firstIndex(of: $0, in: text, 0..<text.count) != nil }) { return nil }
        var from = 0
        while let (start, end) = first(of: groups.first ?? [], in: text, from..<text.count) {
            if follows(1, text, end) { return start }
            from = start + 1
        }
        return nil
    }

    private func follows(_ group: Int, _ text: [UInt8], _ start: Int) -> Bool {
        guard group < groups.count else { return true }
        let limit = min(text.count, start + Self.gap)
        return groups[group].contains { word in
            guard let found = ByteSearch.firstIndex(of: word, in: text, start..<limit) else { return false }
            return follows(group + 1, text, found + word.count)
        }
    }

    private func first(of words: [[UInt8]], in text: [UInt8], _ range: Range<Int>) -> (start: Int, end: Int)? {
        var best: (start: Int, end: Int)?
        for word in words {
            guard let start = ByteSearch.firstIndex(of: word, in: text, range), start < (best?.start ?? .max) else {
                continue
            }
            best = (start, start + word.count)
        }
        return best
    }

    static func words(_ list: String) -> [[UInt8]] {
        list.split(separator: "|").map { Array($0.utf8) }
    }
}

/// Who took a step.
enum StoryActor {
    case customer, company, nobody
}

/// A word that says more of a step, such as that a call was free.
struct StoryTag {
    let name: String
    /// Kinds of events it can say something of.
    let kinds: Set<String>
    let words: [[UInt8]]
    /// Words that make it something else.
    let exceptions: [[UInt8]]

    init(_ name: String, _ kinds: Set<String>, _ words: String, unless: String = "") {
        self.name = name
        self.kinds = kinds
        self.words = StoryCue.words(words)
        exceptions = StoryCue.words(unless)
    }

    func stands(in text: [UInt8]) -> Bool {
        let contains: ([UInt8]) -> Bool = { ByteSearch.firstIndex(of: $0, in: text, 0..<text.count) != nil }
        return words.contains(where: contains) && !exceptions.contains(where: contains)
    }
}
