import Measures
import Store

extension [(name: String, value: ExportValue)] {
    /// The row of a cell with the strength that its sums give, and its 95 % interval, before its last column.
    ///
    /// 0–100; no value for measures that are no polarity.
    var withStrength: Self {
        let strength = strength
        let told: Self = [("strength", strength?.value), ("low", strength?.low), ("high", strength?.high)]
            .map { ($0, $1.map(ExportValue.real) ?? .null) }
        return dropLast() + told + suffix(1)
    }

    private var strength: Strength? {
        guard case .text(let name) = value(of: "measure"), let measure = MeasureID(rawValue: name),
            measure.scale == .polarity
        else { return nil }
        return Strength(
            cell: Cell(
                n: number("n"),
                sum: number("sum"),
                sumOfSquares: number("sumOfSquares"),
                customers: number("customers"),
                customerSumSquares: number("customerSumSquares"),
                customerSumCounts: number("customerSumCounts"),
                customerCountSquares: number("customerCountSquares")
            )
        )
    }

    private func number(_ name: String) -> Int {
        if case .integer(let number) = value(of: name) { Int(number) } else { 0 }
    }

    private func value(of name: String) -> ExportValue? { first { $0.name == name }?.value }
}
