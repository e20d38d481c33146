import Feedback
import Testing

@testable import Ingestion

/// Names of rows that carry no id, in memory that does not grow with their number.
struct RowIdentityTests {
    /// As a dictionary would count them, however little is held in memory and however bad the filter is.
    @Test(arguments: [(3, 64), (7, 1 << 12), (500, 1 << 16)])
    func countsAreThoseOfADictionary(limit: Int, filterBits: Int) throws {
        var counts = DigestCounts(limit: limit, filterBits: filterBits)
        var expected: [Int64: Int64] = [:]
        var state: UInt64 = 9
        for _ in 0..<4_000 {
            // Numbers of the generator of Knuth, MMIX; few enough that many come again.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let digest = Int64(bitPattern: (state >> 33) % 1_500 &* 0x9E37_79B9_7F4A_7C15) & .max
            expected[digest, default: 0] += 1
            #expect(try counts.add(digest) == expected[digest])
        }
    }

    @Test func theSecondOfTwoEqualRowsHasAnotherName() throws {
        let batch = try Importing.all("text\nsame words\nother words\nsame words\n")
        let names = batch.comments.map(\.externalID)
        #expect(names[2] == names[0] + "-2" && names[1] != names[0])
        #expect(names[0].utf8.count == 33 && names[0].hasPrefix("h"))
    }

    @Test func anIdIsWrittenInHexadecimal() {
        let digest = RowDigest(high: 0xFEDC_BA98_7654_3210, low: 0x0123_4567_89AB_CDEF)
        #expect(digest.id == "hfedcba98765432100123456789abcdef")
        #expect(digest.number == 0x7EDC_BA98_7654_3210)
    }
}
