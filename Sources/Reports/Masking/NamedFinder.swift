/// Finds a person's name in what was written about that person: anywhere, not only where somebody is addressed.
enum NamedFinder {
    static func finds(of names: Set<String>, in text: ScalarText) -> [MaskedRange] {
        let folded = Array(NameForms.folded(String(String.UnicodeScalarView(text.scalars))).unicodeScalars)
        return names.sorted().map { Array($0.unicodeScalars) }.filter { $0.count > 1 }.flatMap { name in
            folded.indices.compactMap { start -> MaskedRange? in
                let range = start..<start + name.count
                guard folded[start...].starts(with: name), isWhole(range, in: text) else { return nil }
                let first = String(text.scalars[start])
                return text.masked(range, sign: "\(first)…")
            }
        }
    }

    /// A name of Latin letters is a word of its own with a capital; so `will` is none where `Will` is one.
    private static func isWhole(_ range: Range<Int>, in text: ScalarText) -> Bool {
        let scalars = text.scalars
        guard NameScript(scalars[range.lowerBound]) == .latin else { return true }
        let isOpen = range.lowerBound > 0 && NameScript(scalars[range.lowerBound - 1]) == .latin
        let goesOn = range.upperBound < scalars.count && NameScript(scalars[range.upperBound]) == .latin
        let isCapital = scalars[range.lowerBound].properties.isUppercase
        // A handle such as `jane_d` or a whole name needs no capital.
        let isMore = scalars[range].contains { $0 == " " || $0 == "_" || DigitGroups.digit($0) != nil }
        return !isOpen && !goesOn && (isCapital || isMore)
    }
}
