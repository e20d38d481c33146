/// A word of ASCII letters while it is read; one of more than eight is none that ``ShortWords`` holds.
struct ShortWord {
    static let longest = 8

    /// Its letters, the first one in the lowest byte.
    fileprivate private(set) var bytes: UInt64 = 0
    private(set) var count = 0

    init() {}

    /// A word of at most eight letters, the first one in the lowest byte, filled up with zeros.
    @inline(__always)
    init(bytes: UInt64, count: Int) {
        self.bytes = bytes
        self.count = count
    }

    var isEmpty: Bool { count == 0 }

    mutating func append(_ letter: UInt8) {
        if count < Self.longest { bytes |= UInt64(letter) << UInt64(count << 3) }
        count += 1
    }
}

/// Fixed sets of words of at most eight letters, asked for each word of each text: open addressing by their bytes.
struct ShortWords<Kind: BitwiseCopyable & Sendable>: Sendable {
    private struct Slot: BitwiseCopyable, Sendable {
        /// Zero when free.
        var word: UInt64 = 0
        var kind: Kind?
    }

    private static var slotCount: Int { 1 << 10 }
    private var slots = Array(repeating: Slot(), count: slotCount)
    /// Letters of the longest word.
    private var longest = 0

    /// A word that stands under two kinds is of the first.
    init(_ sets: [(kind: Kind, words: [String])]) {
        precondition(sets.reduce(0) { $0 + $1.words.count } * 2 <= slots.count, "the table is too small for its words")
        for (kind, words) in sets {
            for text in words {
                precondition(text.utf8.count <= ShortWord.longest, "\(text) is longer than eight letters")
                var word = ShortWord()
                for letter in text.utf8 { word.append(letter) }
                longest = max(longest, word.count)
                let place = place(of: word.bytes)
                if slots[place].word == 0 { slots[place] = Slot(word: word.bytes, kind: kind) }
            }
        }
    }

    /// The kind of a word, `nil` when no set holds it.
    @inline(__always)
    func kind(of word: ShortWord) -> Kind? {
        word.count <= longest ? slots[place(of: word.bytes)].kind : nil
    }

    /// Where a word stands, or would.
    @inline(__always)
    private func place(of word: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 54)
        while slots[place].word != 0, slots[place].word != word { place = (place &+ 1) & (Self.slotCount &- 1) }
        return place
    }
}
