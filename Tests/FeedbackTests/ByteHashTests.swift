import Feedback
import Testing

struct ByteHashTests {
    /// Test vectors of draft-eastlake-fnv, appendix C.
    @Test(
        arguments: [
            ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
        ] as [(String, UInt64)]
    )
    func valuesAreThePublishedOnes(text: String, expected: UInt64) {
        #expect(ByteHash.value(text.utf8) == expected)
    }

    @Test func aHashGoesOnFromAnother() {
        #expect(ByteHash.value("bar".utf8, behind: ByteHash.value("foo".utf8)) == ByteHash.value("foobar".utf8))
    }
}
