/// Numbers as text, the same on every machine and in every locale.
package enum NumberText {
    /// Minus sign of running text (U+2212), as wide as a digit in most fonts.
    package static let minus = "\u{2212}"

    /// A number with a fixed count of decimals, half away from zero; `-0.04` with one decimal is `0.0`.
    ///
    /// Decimals are 0–6; a value that is not finite or above some 10¹² in magnitude is `–`.
    package static func fixed(_ value: Double, decimals: Int, minus: String = minus) -> String {
        var factor = 1
        for _ in 0..<decimals { factor *= 10 }
        guard let scaled = Int(exactly: (value * Double(factor)).rounded(.toNearestOrAwayFromZero)) else {
            return "–"
        }
        let sign = scaled < 0 ? minus : ""
        let magnitude = Int(scaled.magnitude)
        guard decimals > 0 else { return sign + String(magnitude) }
        let fraction = String(magnitude % factor)
        let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
        return "\(sign)\(magnitude / factor).\(zeros)\(fraction)"
    }

    /// One decimal, as in tables.
    package static func tenths(_ value: Double) -> String { fixed(value, decimals: 1) }

    /// Whole number, as in the verdict sentence.
    package static func whole(_ value: Double) -> String { fixed(value, decimals: 0) }

    /// A number without a needless decimal: `5`, `2.5`.
    package static func trimmed(_ value: Double) -> String {
        value == value.rounded() ? whole(value) : tenths(value)
    }

    /// One decimal with a sign in front, `+` for what rounds above 0.
    package static func signed(_ value: Double, decimals: Int = 1, minus: String = minus) -> String {
        let text = fixed(value, decimals: decimals, minus: minus)
        let isPositive = value > 0 && text.utf8.contains { $0 > 0x30 && $0 <= 0x39 }
        return isPositive ? "+" + text : text
    }

    /// Whole number in groups of three: `12,345`.
    package static func count(_ value: Int) -> String {
        let digits = Array(String(value.magnitude).utf8)
        var text = value < 0 ? minus : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }

    /// Share of a whole in percent with one decimal; `–` when the whole is 0.
    package static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        return fixed(100 * Double(part) / Double(whole), decimals: 1) + "%"
    }

    /// A probability: three decimals, or `< 0.001`.
    package static func probability(_ value: Double) -> String {
        value < 0.001 ? "< 0.001" : fixed(value, decimals: 3)
    }

    /// A probability of a bootstrap: what lies at its `resolution` is below that, and no number.
    package static func probability(_ value: Double, resolution: Double?) -> String {
        guard let resolution, resolution >= 0.001, value <= resolution else { return probability(value) }
        return "< " + fixed(resolution, decimals: 3)
    }
}
