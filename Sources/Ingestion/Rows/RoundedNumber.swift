/// Numbers that a spreadsheet cut to a few digits.
enum RoundedNumber {
    /// Whether a text is written with an exponent, as `6.12206E+11`: its last digits are lost.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= 32, ByteSearch.holds(text, 0x2B) else { return false }
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let sign = parts[1].first, sign == "+", parts[1].dropFirst().allSatisfy(isDigit),
            parts[1].count > 1, parts[0].first.map(isDigit) == true
        else { return false }
        return parts[0].allSatisfy { isDigit($0) || $0 == "." }
    }

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character)
    }
}
