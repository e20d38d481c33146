import Testing

@testable import Store

/// The fast way of folding against the whole of Unicode.
struct FoldedTextTests {
    private static let scalars = (0x1...0xFFFF).compactMap(Unicode.Scalar.init)

    @Test func oneByOneIsAsAWhole() {
        let plain = Self.scalars.filter { FoldedText.foldedOneByOne(String($0)) != nil }
        #expect(plain.count > 21_000)
        for scalar in plain {
            let text = String(scalar)
            #expect(FoldedText.foldedOneByOne(text) == FoldedText.foldedAsAWhole(text), "\(scalar.value)")
        }
        // Beside each other they stay what they are alone: each with several others, in an order by chance.
        var state: UInt64 = 7
        let shuffled = (0..<120_000).map { _ -> Unicode.Scalar in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return plain[Int(state >> 33) % plain.count]
        }
        let text = String(String.UnicodeScalarView(shuffled))
        #expect(FoldedText.foldedOneByOne(text) == FoldedText.foldedAsAWhole(text))
    }

    /// Marks that join the letter before them, half-width kana, accents and circled numbers.
    @Test(arguments: ["か\u{3099}", "ｶﾞ", "é", "e\u{301}", "①", "㌔", "ﬁ", "K\u{212A}", "한", "ゝ"])
    func whatChangesItsNeighboursIsFoldedAsAWhole(text: String) {
        #expect(FoldedText.foldedOneByOne(text) == nil)
    }

    @Test func widthsCasesAndKanaBecomeOne() {
        #expect(FoldedText.foldedOneByOne("さぽーとＡｂ１　ガ") == "サポートab1 ガ")
    }
}
