/// A fall put into a history on purpose.
package struct PlantedFall: Hashable, Sendable {
    /// How the level falls.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// At once.
        case sudden
        /// In equal parts over two years.
        case slow
    }

    package let kind: Kind
    /// In the unit of the values, positive.
    package let size: Double
    /// The first period at a lower level.
    package let start: Int
    /// The first period with the whole fall; `start` of a sudden one.
    package let end: Int

    /// `cycle`: periods in a year.
    init(_ kind: Kind, size: Double, start: Int, cycle: Int) {
        self.kind = kind
        self.size = size
        self.start = start
        end = kind == .slow ? start + Self.years * max(1, cycle) - 1 : start
    }

    /// Years that a slow fall takes.
    package static let years = 2

    /// The part of the fall that is in effect in a period, in the unit of the values.
    func depth(at period: Int) -> Double {
        if period < start { return 0 }
        return size * min(1, Double(period - start + 1) / Double(end - start + 1))
    }
}
