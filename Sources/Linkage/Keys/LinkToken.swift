/// Something a link may hang on beside the comment and its case: a key by which cases are found, or a value whose
/// holders are counted.
///
/// Known everywhere by 48 bits of its hash, in memory and in the database alike, so that two tokens that should meet in
/// them meet in both; a false holder is harmless, for every candidate is scored against the case itself.
struct LinkToken: Hashable, Sendable {
    /// 0..<2^48.
    let id: UInt64

    init(_ hash: StableHash) {
        id = hash.value >> 16
    }

    /// A key of a case: those that few comments ask for are above all others.
    init(key hash: StableHash, isSeldom: Bool) {
        id = hash.value >> 17 | (isSeldom ? Self.seldom : 0)
    }

    private static let seldom: UInt64 = 1 << 47
}
