/// Remembers what short words are in a table small enough to stay near the processor.
///
/// Only saves time: the vocabulary knows the same.
struct ShortForms {
    /// What a tokenizer makes of a word.
    struct Reading: BitwiseCopyable {
        /// −1 when the vocabulary does not hold the word.
        var form: Int32 = -1
        var classes: SymbolClasses = []
        /// Whether it is read as other words.
        var hasVariants = false
    }

    /// Letters of a word of up to fifteen, the first lowest, filled up with zeros.
    struct Word: BitwiseCopyable, Equatable {
        var first: UInt64
        var second: UInt64 = 0

        @inline(__always)
        fileprivate var place: Int {
            let hash = (first ^ second &* 0xBF58_476D_1CE4_E5B9) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: hash >> (64 - ShortForms.bits))
        }
    }

    private struct Kept: BitwiseCopyable {
        /// Zero when free, as no word has a zero byte.
        var word = Word(first: 0)
        var reading = Reading()
    }

    private static let bits: UInt64 = 14
    private var slots = Array(repeating: Kept(), count: 1 << Int(Self.bits))

    @inline(__always)
    func find(_ word: Word) -> Reading? {
        let slot = slots[word.place]
        return slot.word == word ? slot.reading : nil
    }

    /// Keeps a word in place of another with the same hash.
    mutating func keep(_ word: Word, _ reading: Reading) { slots[word.place] = Kept(word: word, reading: reading) }
}
