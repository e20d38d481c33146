/// A word of ASCII letters while it is read; one of more than eight is none that ``ShortWords`` holds.
struct ShortWord {
    /// Its letters, the last one in the lowest byte.
    fileprivate private(set) var bytes: UInt64 = 0
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ letter: UInt8) {
        bytes = bytes << 8 | UInt64(letter)
        count += 1
    }
}

/// A fixed set of words of at most eight letters, asked for each word of each text: open addressing by their bytes.
struct ShortWords {
    private static let longest = 8
    private var slots: [UInt64]

    init(_ words: [String]) {
        slots = Array(repeating: 0, count: 256)
        precondition(words.count * 2 <= slots.count, "the table is too small for its words")
        for text in words {
            precondition(text.utf8.count <= Self.longest, "\(text) is longer than eight letters")
            var word = ShortWord()
            for letter in text.utf8 { word.append(letter) }
            slots[place(of: word.bytes)] = word.bytes
        }
    }

    func contains(_ word: ShortWord) -> Bool {
        word.count <= Self.longest && slots[place(of: word.bytes)] == word.bytes
    }

    /// Where a word stands, or would.
    private func place(of word: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 56)
        while slots[place] != 0, slots[place] != word { place = (place + 1) & (slots.count - 1) }
        return place
    }
}
