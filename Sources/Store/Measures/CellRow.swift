package import Feedback

/// A cell and where it stands: sums of integers.
package struct CellRow: Hashable, Sendable {
    package let brand: String
    package let period: Period
    /// `*` stands for all channels.
    package let channel: String
    package let sums: CellSums

    package init(brand: String, period: Period, channel: String, sums: CellSums) {
        self.brand = brand
        self.period = period
        self.channel = channel
        self.sums = sums
    }

    package var measure: String { sums.measure }
    package var n: Int { sums.n }
    package var isSufficient: Bool { sums.isSufficient }
}

/// What a cell of one measure adds up: see `Cell` of Measures.
package struct CellSums: Hashable, Sendable {
    package let measure: String
    package var n: Int
    package var sum: Int
    package var sumOfSquares: Int
    package var customers: Int
    package var customerSumSquares: Int
    package var customerSumCounts: Int
    package var customerCountSquares: Int
    /// Whether voices enough stand behind it for its value to be told.
    package var isSufficient: Bool

    package init(
        measure: String,
        n: Int = 0,
        sum: Int = 0,
        sumOfSquares: Int = 0,
        customers: Int = 0,
        customerSumSquares: Int = 0,
        customerSumCounts: Int = 0,
        customerCountSquares: Int = 0,
        isSufficient: Bool = false
    ) {
        self.measure = measure
        self.n = n
        self.sum = sum
        self.sumOfSquares = sumOfSquares
        self.customers = customers
        self.customerSumSquares = customerSumSquares
        self.customerSumCounts = customerSumCounts
        self.customerCountSquares = customerCountSquares
        self.isSufficient = isSufficient
    }
}
