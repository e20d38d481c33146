/// Sums over the voices of one cell.
///
/// All integers, so that any order of adding gives the same bytes. Values are basis points. With n ≤ 10⁶ voices in a cell no sum leaves 64 bits.
package struct Cell: Hashable, Sendable {
    /// Voices with a value.
    package var n: Int
    /// Σ value.
    package var sum: Int
    /// Σ value².
    package var sumOfSquares: Int
    /// Distinct customers.
    package var customers: Int
    /// Σ over customers of (the customer's Σ value)².
    package var customerSumSquares: Int
    /// Σ over customers of (the customer's Σ value) · (the customer's n).
    package var customerSumCounts: Int
    /// Σ over customers of (the customer's n)².
    package var customerCountSquares: Int

    package init(
        n: Int = 0,
        sum: Int = 0,
        sumOfSquares: Int = 0,
        customers: Int = 0,
        customerSumSquares: Int = 0,
        customerSumCounts: Int = 0,
        customerCountSquares: Int = 0
    ) {
        self.n = n
        self.sum = sum
        self.sumOfSquares = sumOfSquares
        self.customers = customers
        self.customerSumSquares = customerSumSquares
        self.customerSumCounts = customerSumCounts
        self.customerCountSquares = customerCountSquares
    }

    /// All values of one customer in the cell.
    ///
    /// - Parameters:
    ///   - n: Number of values.
    ///   - sum: Their sum in basis points.
    ///   - sumOfSquares: The sum of their squares.
    package init(ofCustomer n: Int, sum: Int, sumOfSquares: Int) {
        self.init(
            n: n,
            sum: sum,
            sumOfSquares: sumOfSquares,
            customers: n > 0 ? 1 : 0,
            customerSumSquares: sum * sum,
            customerSumCounts: sum * n,
            customerCountSquares: n * n
        )
    }

    /// Adds a cell of other customers.
    ///
    /// Exact when no customer stands in both cells. Where one may, merge the `CellBuilder`s instead.
    package mutating func merge(_ other: Cell) {
        n += other.n
        sum += other.sum
        sumOfSquares += other.sumOfSquares
        customers += other.customers
        customerSumSquares += other.customerSumSquares
        customerSumCounts += other.customerSumCounts
        customerCountSquares += other.customerCountSquares
    }

    /// Takes out a cell of customers that were added before.
    package mutating func remove(_ other: Cell) {
        n -= other.n
        sum -= other.sum
        sumOfSquares -= other.sumOfSquares
        customers -= other.customers
        customerSumSquares -= other.customerSumSquares
        customerSumCounts -= other.customerSumCounts
        customerCountSquares -= other.customerCountSquares
    }

    /// Mean in basis points; `nil` without voices.
    package var mean: Double? { n > 0 ? Double(sum) / Double(n) : nil }
}
