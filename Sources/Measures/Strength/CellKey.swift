package import Feedback

/// Where a cell stands: brand × period × channel × measure.
package struct CellKey: Hashable, Sendable {
    package let brand: String
    package let period: Period
    /// `nil` for all channels together.
    package let channel: String?
    package let measure: MeasureID

    package init(brand: String, period: Period, channel: String? = nil, measure: MeasureID) {
        self.brand = brand
        self.period = period
        self.channel = channel
        self.measure = measure
    }
}

extension CellKey: Comparable {
    /// By brand, measure, channel (all channels first), then period.
    package static func < (left: CellKey, right: CellKey) -> Bool {
        if left.brand != right.brand { return left.brand < right.brand }
        if left.measure != right.measure { return left.measure < right.measure }
        if left.channel != right.channel {
            guard let leftChannel = left.channel else { return true }
            guard let rightChannel = right.channel else { return false }
            return leftChannel < rightChannel
        }
        return left.period < right.period
    }
}
