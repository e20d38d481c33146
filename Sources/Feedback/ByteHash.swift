/// FNV-1a with 64 bits: the one hash of bytes that is the same in every run and on every machine.
///
/// Not for security. Values are stored and ordered by, so they never change.
///
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm", draft-eastlake-fnv.
package enum ByteHash {
    /// The hash of no bytes.
    @inlinable
    package static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }

    /// A hash with a further byte.
    @inlinable
    @inline(__always)
    package static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// The hash of bytes behind those of another hash.
    // Inlined as a loop: other modules would call it unspecialised, a function call a byte.
    @inlinable
    @inline(__always)
    package static func value(_ bytes: some Sequence<UInt8>, behind hash: UInt64 = seed) -> UInt64 {
        var state = hash
        for byte in bytes { state = adding(byte, to: state) }
        return state
    }
}
