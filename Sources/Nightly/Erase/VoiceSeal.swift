import Feedback
import Measures
import Store

/// Keeps what voices add to the cells when the comments behind them go, so that numbers stay what they were.
///
/// The sums of a cell are kept only where at least ``fewest`` customers with as many voices spoke in it: of a smaller one
/// whoever knows the others' words could tell what the erased thought, so there the person's share goes as well.
struct VoiceSeal {
    /// Voices and customers that a cell needs before it keeps the share of somebody erased.
    static let fewest = 5

    /// Whether a share can be kept of what so many voices of so many customers add up to.
    static func hides(_ voices: Int, of customers: Int) -> Bool { voices >= fewest && customers >= fewest }

    private let stored: StoredCells
    private let subjects: SubjectSeal
    /// Voices all of whose comments go.
    private var whole: CellAccumulator
    /// Customers some of whose words stay, with their voices as they are.
    private var partial: [(brand: String, code: Int64, voices: [Voice])] = []

    /// Looks at the voices as they stand before the comments go.
    init(of comments: [Int64], kinds: CellKinds, in db: StoreConnection) throws {
        stored = StoredCells(kinds: kinds)
        whole = CellAccumulator(lengths: kinds.lengths)
        let erased = Set(comments)
        var touched: [VoiceRow] = []
        for customer in try VoiceTable.customers(of: comments, in: db) {
            let rows = try VoiceTable.voices(ofCustomer: customer.code, brand: customer.brand, in: db)
            let voices = try rows.map { try Voice($0.voice) }
            touched += rows.map(\.voice)
            if try rows.allSatisfy({ try erased.isSuperset(of: VoiceTable.members(of: $0.id, in: db)) }) {
                whole.add(customer: voices)
            } else {
                partial.append((customer.brand, customer.code, voices))
            }
        }
        subjects = try SubjectSeal(of: touched, in: db)
    }

    /// Puts what went back as sums, once voices and cells are made without it.
    ///
    /// - Returns: what that means for the numbers of each brand, in the order of brand and measure.
    func close(in db: StoreConnection) throws -> [ErasureEffect] {
        try subjects.close(in: db)
        let gone = try self.gone(in: db)
        var effects: [ErasureEffect] = []
        var sealed: [CellKey: Cell] = [:]
        for key in gone.keys.sorted() {
            guard let share = gone[key], share != Cell() else { continue }
            let rest = try stored.cell(at: key, in: db)
            var before = rest
            before.merge(share)
            let isSealed = Self.hides(before.n, of: before.customers)
            if isSealed {
                try SealedCellTable.add(stored.row(key, share), in: db)
                sealed[key] = share
            }
            if key.period.length == .all, key.channel == nil, [.support, .brand].contains(key.measure) {
                effects.append(ErasureEffect(key, voices: share.n, isSealed: isSealed, before: before, rest: rest))
            }
        }
        try stored.add(sealed, in: db)
        return effects.sorted { ($0.brand, $0.measure) < ($1.brand, $1.measure) }
    }

    /// What the cells have lost, by their places.
    private func gone(in db: StoreConnection) throws -> [CellKey: Cell] {
        var gone: [CellKey: Cell] = [:]
        func add(_ cells: [CellKey: Cell]) { gone.merge(cells) { $0.merged(with: $1) } }
        add(Self.cells(of: whole))
        for customer in partial {
            var before = CellAccumulator(lengths: stored.kinds.lengths)
            var after = before
            before.add(customer: customer.voices)
            let left = try VoiceTable.voices(ofCustomer: customer.code, brand: customer.brand, in: db)
            after.add(customer: try left.map { try Voice($0.voice) })
            var change = Self.cells(of: before)
            for (key, cell) in Self.cells(of: after) { change[key, default: Cell()].remove(cell) }
            // What is left may count as more voices than before: then it stands for itself.
            if change.values.allSatisfy({ $0.n >= 0 }) { add(change) }
        }
        return gone.filter { stored.kinds.contains($0.key) }
    }

    private static func cells(of accumulator: CellAccumulator) -> [CellKey: Cell] {
        Dictionary(accumulator.cells().map { ($0.key, $0.cell) }) { $0.merged(with: $1) }
    }
}

extension Cell {
    fileprivate func merged(with other: Cell) -> Cell {
        var sum = self
        sum.merge(other)
        return sum
    }
}

extension ErasureEffect {
    /// The move in thousandths of a point: 50·(1 + mean), so 5 for each basis point of the mean.
    fileprivate init(_ key: CellKey, voices: Int, isSealed: Bool, before: Cell, rest: Cell) {
        let move = before.mean.flatMap { whole in rest.mean.map { Int((5 * ($0 - whole)).rounded()) } }
        self.init(
            brand: key.brand,
            measure: key.measure.rawValue,
            voices: voices,
            isSealed: isSealed,
            moveThousandths: isSealed ? move : nil
        )
    }
}
