import Feedback

/// A rating as people write it.
enum RatingText {
    /// Such as `2 of 5` or `4.5 of 5`.
    static func text(_ rating: Rating) -> String {
        let fraction = rating.thousandths % 1_000
        let whole = String(rating.thousandths / 1_000)
        let value = fraction == 0 ? whole : whole + "." + trimmed(fraction.padded(to: 3))
        return "\(value) of \(rating.scale.high)"
    }

    private static func trimmed(_ digits: String) -> String {
        var digits = digits
        while digits.last == "0" { digits.removeLast() }
        return digits
    }
}
