import Testing

@testable import Scoring

struct ByteBlockTests {
    private func block(_ bytes: [UInt8]) -> ByteBlock {
        bytes.withUnsafeBufferPointer { $0.baseAddress.map(ByteBlock.init) ?? ByteBlock(bytes: 0) }
    }

    private func places(_ mask: UInt64) -> [Bool] { (0..<8).map { mask >> (8 * UInt64($0)) & 0x80 != 0 } }

    /// Every byte in every place, among neighbours that a carry would change.
    @Test(arguments: [UInt8(0x00), 0x61, 0x7F, 0x80, 0xFF])
    func masksSayWhatEachByteIs(neighbour: UInt8) {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<8 {
                var bytes = Array(repeating: neighbour, count: 8)
                bytes[place] = byte
                let block = block(bytes)
                #expect(places(block.lowerLetters) == bytes.map(\.isASCIILower))
                #expect(places(block.letters) == bytes.map(\.isASCIILetter))
                #expect(places(block.lettersAndDigits) == bytes.map(\.isASCIIAlphanumeric))
                #expect(block.isASCII == bytes.allSatisfy { $0 < 0x80 })
            }
        }
    }

    @Test func runsEndAtTheFirstOther() {
        let text = Array("abCd e1\u{1}".utf8)
        #expect(ByteBlock.run(block(text).lowerLetters) == 2)
        #expect(ByteBlock.run(block(text).letters) == 4)
        #expect(ByteBlock.count(block(text).letters) == 5)
        #expect(ByteBlock.run(block(Array("abcdefgh".utf8)).lowerLetters) == 8)
        #expect(ByteBlock.run(block(Array(" bcdefgh".utf8)).lowerLetters) == 0)
    }

    @Test func capitalsBecomeSmallAndNothingElseChanges() {
        let given = Array("AZ[@az{`".utf8)
        #expect(block(given).lowercased.bytes == block(Array("az[@az{`".utf8)).bytes)
    }

    @Test func aPrefixIsFilledUpWithZeros() {
        #expect(block(Array("abcdefgh".utf8)).prefix(3) == block(Array("abc\0\0\0\0\0".utf8)).bytes)
        #expect(block(Array("abcdefgh".utf8)).prefix(8) == block(Array("abcdefgh".utf8)).bytes)
        #expect(block(Array("abcdefgh".utf8)).prefix(0) == 0)
    }
}
