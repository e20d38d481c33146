/// Remembers the forms of short words in a table small enough to stay near the processor.
///
/// Only saves time: the vocabulary knows the same.
struct ShortForms {
    private struct Slot: BitwiseCopyable {
        /// Bytes of the word, the last lowest; no word has a zero byte.
        var word: UInt64 = 0
        var form: Int32 = -1
    }

    private static let longest = 8
    private static let count = 1 << 13
    private var slots = Array(repeating: Slot(), count: Self.count)

    /// Number of a word with its hash as `SymbolIndex` makes it, −1 when the vocabulary does not hold it.
    @inline(__always)
    mutating func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ forms: SymbolIndex) -> Int32 {
        guard bytes.count <= Self.longest else { return forms.find(bytes, hash: hash) }
        var word: UInt64 = 0
        for byte in bytes { word = word << 8 | UInt64(byte) }
        let place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.count &- 1)
        if slots[place].word == word { return slots[place].form }
        let form = forms.find(bytes, hash: hash)
        slots[place] = Slot(word: word, form: form)
        return form
    }
}
