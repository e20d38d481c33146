/// Digits that stand together in a text.
struct DigitGroup {
    /// Places of the scalars.
    var range: Range<Int>
    var digits: [UInt8]
    /// What stands between it and the group in front.
    let gap: Gap

    /// A short stretch without letters between two groups of digits.
    struct Gap: Hashable {
        /// The one kind of mark in it; spaces and brackets are none.
        var mark: Mark?
        var length = 0
    }

    enum Mark { case dash, dot, slash }
}

/// Finds groups of digits of either width, or of Chinese characters, that may belong to one number.
enum DigitGroups {
    /// Scalars of the longest gap inside a number: `) - ` and one more space.
    private static let longestGap = 5

    /// Groups with nothing but short gaps between them.
    static func chains(in text: ScalarText) -> [[DigitGroup]] {
        var chains: [[DigitGroup]] = []
        var gap: DigitGroup.Gap?
        for (place, scalar) in text.scalars.enumerated() {
            if let digit = digit(scalar) {
                append(digit, at: place, behind: gap, to: &chains)
                gap = DigitGroup.Gap()
            } else {
                gap = gap.flatMap { longer($0, by: scalar) }
            }
        }
        return chains
    }

    private static func append(
        _ digit: UInt8,
        at place: Int,
        behind gap: DigitGroup.Gap?,
        to chains: inout [[DigitGroup]]
    ) {
        let group = DigitGroup(range: place..<place + 1, digits: [digit], gap: gap ?? DigitGroup.Gap())
        guard let gap, let chain = chains.indices.last, let last = chains[chain].indices.last else {
            return chains.append([group])
        }
        if gap.length > 0 { return chains[chain].append(group) }
        chains[chain][last].range = chains[chain][last].range.lowerBound..<place + 1
        chains[chain][last].digits.append(digit)
    }

    private static func longer(_ gap: DigitGroup.Gap, by scalar: Unicode.Scalar) -> DigitGroup.Gap? {
        var gap = gap
        gap.length += 1
        guard gap.length <= longestGap else { return nil }
        if "  \u{3000}\t()（）[]［］".unicodeScalars.contains(scalar) { return gap }
        guard let mark = mark(scalar), gap.mark == nil || gap.mark == mark else { return nil }
        gap.mark = mark
        return gap
    }

    private static func mark(_ scalar: Unicode.Scalar) -> DigitGroup.Mark? {
        switch scalar.value {
        // Hyphens, dashes, minus signs, the long vowel mark and box lines that are typed for them, of either width.
        case 0x2D, 0x5F, 0x7E, 0x2010...0x2015, 0x2212, 0x2500, 0x301C, 0x306E, 0x30FC, 0xFF0D, 0xFF5E, 0xFF70: .dash
        case 0x2E, 0xB7, 0x2022, 0x30FB, 0xFF0E, 0xFF65: .dot
        case 0x2F, 0xFF0F: .slash
        default: nil
        }
    }

    private static let chinese: [Unicode.Scalar: UInt8] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value - 0x30)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10)
        case 0x3007...: chinese[scalar]
        default: nil
        }
    }
}
