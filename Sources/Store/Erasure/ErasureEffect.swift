/// What an erasure means for a brand's number over all its voices.
package struct ErasureEffect: Hashable, Sendable, Encodable {
    package let brand: String
    /// `support` or `brand`.
    package let measure: String
    /// Voices with a value of the measure that went.
    package let voices: Int
    /// Whether they count on as sealed sums; otherwise too few spoke for their sums to name nobody.
    package let isSealed: Bool
    /// Thousandths of a point by which the number would have moved without the seal; `nil` where it has no seal, and
    /// where nobody is left.
    package let moveThousandths: Int?

    package init(brand: String, measure: String, voices: Int, isSealed: Bool, moveThousandths: Int?) {
        self.brand = brand
        self.measure = measure
        self.voices = voices
        self.isSealed = isSealed
        self.moveThousandths = moveThousandths
    }
}
