/// The parts of NFKC and of accent folding that customer comments need.
///
/// Source: Unicode 15 charts of the blocks Latin-1 Supplement, Latin Extended-A, Halfwidth and Fullwidth Forms.
enum WidthTables {
    /// Full-width katakana of U+FF66…U+FF9D.
    static let halfWidthKatakana: [UInt32] = scalars(
        "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    )

    /// Base letters of U+00C0…U+017F, in lower case; `-` for those that are no letter.
    static let latinFolding: [UInt8] = Array(
        ("aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
            + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8
    )

    /// The voiced or half-voiced kana of a kana and a mark, `nil` when there is none.
    static func voiced(_ kana: UInt32, halfVoiced: Bool) -> UInt32? {
        let katakana = kana >= 0x30A0
        let hiragana = katakana ? kana - 0x60 : kana
        let isHa = (0x306F...0x307B).contains(hiragana) && (hiragana - 0x306F) % 3 == 0
        if halfVoiced { return isHa ? kana + 2 : nil }
        if isHa { return kana + 1 }
        if hiragana == 0x3046 { return katakana ? 0x30F4 : 0x3094 }
        let isKaToTi = (0x304B...0x3061).contains(hiragana) && (hiragana - 0x304B) % 2 == 0
        let isTuToTo = (0x3064...0x3068).contains(hiragana) && (hiragana - 0x3064) % 2 == 0
        return isKaToTi || isTuToTo ? kana + 1 : nil
    }

    private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
