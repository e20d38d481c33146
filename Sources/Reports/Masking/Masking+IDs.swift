extension Masking {
    /// Whether an id tells a mail address, a phone or card number, or a number that the settings hide.
    ///
    /// Digits alone are the number of a row; of them only those of a Japanese mobile phone are taken for a person's.
    package func isPersonal(id: String) -> Bool {
        if id.utf8.allSatisfy({ (0x30...0x39).contains($0) }), patterns.isEmpty { return Self.isMobile(id) }
        if MailFinder.holdsAddress(id) { return true }
        let text = ScalarText(id)
        if patterns.contains(where: { !$0.finds(in: text).isEmpty }) { return true }
        let digits = text.scalars.count { DigitGroups.digit($0) != nil }
        if digits == text.scalars.count { return Self.isMobile(id) }
        return digits >= Self.fewestDigits && NumberFinder.finds(in: text).contains { stands($0, in: id) }
    }

    /// Digits of the shortest phone number.
    private static let fewestDigits = 8

    /// 070, 080 or 090, and 050 of internet phones, with eight digits behind.
    private static func isMobile(_ id: String) -> Bool {
        let digits = id.unicodeScalars.compactMap(DigitGroups.digit)
        return digits.count == 11 && digits[0] == 0 && [5, 7, 8, 9].contains(digits[1]) && digits[2] == 0
    }

    /// Whether no letter touches a number, as in the pieces of a UUID.
    private func stands(_ found: MaskedRange, in id: String) -> Bool {
        let bytes = Array(id.utf8)
        func isLetter(_ place: Int) -> Bool {
            bytes.indices.contains(place)
                && ((0x41...0x5A).contains(bytes[place]) || (0x61...0x7A).contains(bytes[place]))
        }
        return !isLetter(found.start - 1) && !isLetter(found.end)
    }
}
