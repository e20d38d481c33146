/// Keeps bytes somewhere other than in memory: what there is of every case, and is asked for seldom.
///
/// A store that fails gives zeros from then on and remembers why; whoever made it asks before anything that was read is
/// used for good.
package protocol ByteStore: Sendable {
    /// Adds bytes behind those that are there.
    func append(_ bytes: [UInt8])

    /// The bytes of a range that was added.
    func bytes(in range: Range<Int>) -> [UInt8]
}
