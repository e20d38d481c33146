/// Finds phone and card numbers in UTF-8 bytes, in half-width and full-width digits.
///
/// A phone number begins with 0 (10 or 11 digits), with + (8–15 digits), or is grouped 3-3-4 with or without a 1 in
/// front. A card number has 13–19 digits with a right check digit (Luhn, ISO/IEC 7812-1). Dates are neither.
enum NumberFinder {
    /// Digits that stand together.
    private struct Group {
        var start: Int
        var end: Int
        var digits: [UInt8]
        /// A `+` stands in front.
        var hasPlus: Bool
    }

    static func finds(in bytes: [UInt8]) -> [MaskedRange] {
        var finds: [MaskedRange] = []
        for chain in chains(in: bytes) {
            var first = 0
            while first < chain.count {
                guard let (last, sign) = match(chain, from: first) else {
                    first += 1
                    continue
                }
                var start = chain[first].start
                if start > 0, bytes[start - 1] == UInt8(ascii: "(") { start -= 1 }
                if chain[first].hasPlus { start -= 1 }
                finds.append(MaskedRange(start: start, end: chain[last].end, sign: sign))
                first = last + 1
            }
        }
        return finds
    }

    /// The longest number that begins with a group.
    private static func match(_ chain: [Group], from first: Int) -> (last: Int, sign: String)? {
        for last in (first..<min(chain.count, first + 7)).reversed() {
            let groups = chain[first...last]
            let digits = groups.flatMap(\.digits)
            if isCard(digits) { return (last, "•••• ••••") }
            if isPhone(groups.map(\.digits.count), digits, hasPlus: chain[first].hasPlus) { return (last, "•••-••••") }
        }
        return nil
    }

    private static func isPhone(_ lengths: [Int], _ digits: [UInt8], hasPlus: Bool) -> Bool {
        if hasPlus { return (8...15).contains(digits.count) }
        if digits.first == 0 { return (10...11).contains(digits.count) }
        return lengths == [3, 3, 4] || (lengths == [1, 3, 3, 4] && digits.first == 1)
    }

    private static func isCard(_ digits: [UInt8]) -> Bool {
        guard (14...19).contains(digits.count) || (digits.count == 13 && digits.first == 4) else { return false }
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = index % 2 == 0 ? Int(digit) : 2 * Int(digit)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    /// Groups of digits joined by at most two separators.
    private static func chains(in bytes: [UInt8]) -> [[Group]] {
        var chains: [[Group]] = []
        var index = 0
        var separators = 3
        while index < bytes.count {
            if let (digit, length) = digit(bytes, at: index) {
                append(digit, from: index, length: length, separators: separators, bytes: bytes, to: &chains)
                separators = 0
                index += length
            } else if let length = separator(bytes, at: index) {
                separators += 1
                index += length
            } else {
                separators = 3
                index += 1
            }
        }
        return chains
    }

    private static func append(
        _ digit: UInt8,
        from start: Int,
        length: Int,
        separators: Int,
        bytes: [UInt8],
        to chains: inout [[Group]]
    ) {
        let hasPlus = start > 0 && bytes[start - 1] == UInt8(ascii: "+")
        let group = Group(start: start, end: start + length, digits: [digit], hasPlus: hasPlus)
        guard separators <= 2, !hasPlus, let chain = chains.indices.last else { return chains.append([group]) }
        if separators == 0, let last = chains[chain].indices.last {
            chains[chain][last].end += length
            chains[chain][last].digits.append(digit)
        } else {
            chains[chain].append(group)
        }
    }

    private static func digit(_ bytes: [UInt8], at index: Int) -> (UInt8, length: Int)? {
        let byte = bytes[index]
        if (0x30...0x39).contains(byte) { return (byte - 0x30, 1) }
        guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC, (0x90...0x99).contains(bytes[index + 2])
        else { return nil }
        return (bytes[index + 2] - 0x90, 3)
    }

    /// Length in bytes of a hyphen, space, full stop or bracket of either width.
    private static func separator(_ bytes: [UInt8], at index: Int) -> Int? {
        switch bytes[index] {
        case 0x20, 0x28, 0x29, 0x2D, 0x2E: return 1
        default: return wideSeparators.contains { bytes[index...].starts(with: $0) } ? 3 : nil
        }
    }

    /// U+2010–2013, U+2212, U+30FC, U+FF08, U+FF09, U+FF0D, U+3000.
    private static let wideSeparators: [[UInt8]] = [
        [0xE2, 0x80, 0x90], [0xE2, 0x80, 0x91], [0xE2, 0x80, 0x92], [0xE2, 0x80, 0x93], [0xE2, 0x88, 0x92],
        [0xE3, 0x83, 0xBC], [0xEF, 0xBC, 0x88], [0xEF, 0xBC, 0x89], [0xEF, 0xBC, 0x8D], [0xE3, 0x80, 0x80],
    ]
}
