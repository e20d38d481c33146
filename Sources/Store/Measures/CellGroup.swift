package import Feedback

/// The cells of one brand, period and channel, which lie in one row of the database.
package struct CellGroup: Hashable, Sendable {
    /// The cells as they were read, with what names their row.
    package struct Stored: Sendable {
        let id: Int64
        let text: String
        /// In the order of the measures' names.
        package let sums: [CellSums]
    }

    /// The name of all channels together.
    package static let allChannels = "*"

    package let brand: String
    package let period: Period
    /// ``allChannels`` or one.
    package let channel: String
    /// In the order of the measures' names.
    package var sums: [CellSums]

    package init(brand: String, period: Period, channel: String, sums: [CellSums]) {
        self.brand = brand
        self.period = period
        self.channel = channel
        self.sums = sums
    }

    package var cells: [CellRow] {
        sums.map { CellRow(brand: brand, period: period, channel: channel, sums: $0) }
    }
}
