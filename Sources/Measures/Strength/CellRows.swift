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

/// The names behind the numbers of places.
struct CellNames: Sendable {
    private var brands = NumberedNames()
    private var channels = NumberedNames()

    /// The place of a voice in all time.
    mutating func place(of voice: Voice) -> CellPlace {
        CellPlace(
            brand: brands.number(of: voice.brand),
            channel: channels.number(of: voice.channel),
            period: Period(length: .all, index: 0)
        )
    }

    /// A place under the numbers of other names, brought under these.
    mutating func place(_ place: CellPlace, named other: CellNames) -> CellPlace {
        CellPlace(
            brand: brands.number(of: other.brands.names[Int(place.brand)]),
            channel: place.channel < 0 ? -1 : channels.number(of: other.channels.names[Int(place.channel)]),
            period: place.period
        )
    }

    /// The cells that hold a voice, in the order of their keys.
    func keyed(_ rows: CellRows<Cell>) -> [KeyedCell] {
        let brandRanks = brands.ranks
        let channelRanks = channels.ranks
        let ordered = rows.places.map { place, row in
            let channel = place.channel < 0 ? -1 : channelRanks[Int(place.channel)]
            return (brand: brandRanks[Int(place.brand)], channel: channel, place: place, row: row)
        }
        .sorted { ($0.brand, $0.channel, $0.place.period) < ($1.brand, $1.channel, $1.place.period) }
        var result: [KeyedCell] = []
        var start = 0
        while start < ordered.count {
            let end = ordered[start...].firstIndex { $0.brand != ordered[start].brand } ?? ordered.count
            for (order, measure) in MeasureID.all.enumerated() {
                for entry in ordered[start..<end] where rows[entry.row, order].n > 0 {
                    result.append(KeyedCell(key: key(of: entry.place, measure), cell: rows[entry.row, order]))
                }
            }
            start = end
        }
        return result
    }

    private func key(of place: CellPlace, _ measure: MeasureID) -> CellKey {
        CellKey(
            brand: brands.names[Int(place.brand)],
            period: place.period,
            channel: place.channel < 0 ? nil : channels.names[Int(place.channel)],
            measure: measure
        )
    }
}

/// Names numbered in the order in which they come.
private struct NumberedNames: Sendable {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(of name: String) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }

    /// Place of each name in alphabetical order.
    var ranks: [Int] {
        var ranks = [Int](repeating: 0, count: names.count)
        for (rank, index) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() { ranks[index] = rank }
        return ranks
    }
}
