/// An entry found in a text.
struct Match {
    let entry: Int32
    /// Tokens from `start` up to `end`.
    let start: Int32
    let end: Int32
    /// Which of the tokens are words of the entry, bit 0 for `start`; the others lie in gaps.
    let mask: UInt64
    /// Number of words of the entry.
    let count: Int32
    /// Words that fit only by an inflected form.
    let inflected: Int32
}
