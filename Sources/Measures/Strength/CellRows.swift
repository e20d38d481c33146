import Feedback

/// A brand, channel and period with numbers for names.
struct CellPlace: Hashable, Sendable {
    let brand: Int32
    /// −1 for all channels.
    let channel: Int32
    let period: Period

    func with(_ period: Period) -> CellPlace { CellPlace(brand: brand, channel: channel, period: period) }

    var withAllChannels: CellPlace { CellPlace(brand: brand, channel: -1, period: period) }

    static func == (left: CellPlace, right: CellPlace) -> Bool {
        left.brand == right.brand && left.channel == right.channel
            && left.period.index == right.period.index && left.period.length == right.period.length
    }

    func hash(into hasher: inout Hasher) {
        // Lengths of one index share a hash; they are few, and equality tells them apart.
        hasher.combine(Int64(brand) << 32 | Int64(UInt32(bitPattern: channel)))
        hasher.combine(period.index)
    }
}

/// One element for every measure at each place, in one flat array.
struct CellRows<Element: EmptyInitializable & Sendable>: Sendable {
    /// Row of each place, in no order.
    private(set) var places: [CellPlace: Int] = [:]
    private var elements: [Element] = []
    private let width = MeasureID.all.count

    /// Orders of all measures.
    static var measures: Range<Int> { 0..<MeasureID.all.count }

    /// The row of a place; made when it is new.
    mutating func row(of place: CellPlace) -> Int {
        if let row = places[place] { return row }
        let row = places.count
        places[place] = row
        elements.append(contentsOf: repeatElement(Element(), count: width))
        return row
    }

    /// The element of a row and a measure's order.
    subscript(row: Int, measure: Int) -> Element {
        get { elements[row * width + measure] }
        _modify { yield &elements[row * width + measure] }
    }
}

/// Something that starts out with nothing in it.
protocol EmptyInitializable {
    init()
}

extension Cell: EmptyInitializable {
    init() { self.init(n: 0) }
}

/// Sums of voices, each of another customer or all of one.
struct CellSums: EmptyInitializable, Sendable {
    private(set) var n = 0
    private(set) var sum = 0
    private(set) var sumOfSquares = 0

    mutating func add(_ value: Int) {
        n += 1
        sum += value
        sumOfSquares += value * value
    }

    mutating func merge(_ other: CellSums) {
        n += other.n
        sum += other.sum
        sumOfSquares += other.sumOfSquares
    }

    /// The cell of n customers with one value each.
    var cell: Cell {
        Cell(
            n: n,
            sum: sum,
            sumOfSquares: sumOfSquares,
            customers: n,
            customerSumSquares: sumOfSquares,
            customerSumCounts: sum,
            customerCountSquares: n
        )
    }
}
