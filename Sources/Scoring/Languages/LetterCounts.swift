import Feedback

/// How many letters of each kind a text holds.
struct LetterCounts {
    var kana = 0, han = 0, chineseOnly = 0, chineseParticles = 0, latin = 0, accented = 0
    /// Of scripts that no language here is written in.
    var other = 0
    /// Of scripts that some language here is written in.
    var ours: Int { kana + han + latin }

    /// Letters of Chinese that Japanese does not use.
    private static let chineseOnly = HanSet(
        "这们吗呢没你她它说对时个为还让过给产东务买卖间问题质钱货谢" + "您們嗎這還麼沒給咱哦喔妳很啊吧啦嘛"
    )
    /// Letters that Chinese needs in most sentences, and Japanese only inside words.
    private static let chineseParticles = HanSet("了我的是也就都不在有和")

    init(_ raw: UnsafeBufferPointer<UInt8>) {
        var place = 0
        while place < raw.count {
            if let source = raw.baseAddress, raw.count &- place >= ByteBlock.size {
                let block = ByteBlock(source + place)
                if block.isASCII {
                    latin &+= ByteBlock.count(block.letters)
                    place &+= ByteBlock.size
                    continue
                }
            }
            if raw[place] < 0x80 {
                if raw[place].isASCIILetter { latin += 1 }
                place += 1
                continue
            }
            let scalar = Scalar.at(place, in: raw)
            place += scalar.length
            add(scalar.value)
        }
    }

    private mutating func add(_ value: UInt32) {
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0xFF66...0xFF9D: kana += 1
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: latin += 1
        case 0xC0...0x24F where value != 0xD7 && value != 0xF7:
            latin += 1
            accented += 1
        case _ where Scalar.isHan(value):
            han += 1
            if Self.chineseOnly.contains(value) { chineseOnly += 1 }
            if Self.chineseParticles.contains(value) { chineseParticles += 1 }
        case 0x370...0x1FFF, 0xAC00...0xD7AF, 0xA000...0xABFF, 0xFB1D...0xFDFF: other += 1
        default: break
        }
    }
}

/// A fixed set of letters between U+4E00 and U+9FFF, a bit each.
private struct HanSet {
    private static let first: UInt32 = 0x4E00
    private static let count = 0x5200
    private var words = [UInt64](repeating: 0, count: count >> 6)

    init(_ letters: String) {
        for letter in letters.unicodeScalars {
            let place = Int(letter.value - Self.first)
            words[place >> 6] |= 1 << UInt64(place & 63)
        }
    }

    @inline(__always)
    func contains(_ letter: UInt32) -> Bool {
        let place = Int(letter) - Int(Self.first)
        guard place >= 0, place < Self.count else { return false }
        return words[place >> 6] >> UInt64(place & 63) & 1 != 0
    }
}
