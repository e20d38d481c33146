import Feedback
import Measures
import Reports

extension Reports.Strength {
    /// A strength as a report shows it: no number below the minimum of voices.
    init(_ strength: Measures.Strength?) {
        self.init(voices: strength?.n ?? 0)
        guard let strength, strength.isSufficient else { return }
        range = ValueRange(value: strength.value, low: strength.low, high: strength.high)
    }

    init(_ cell: Cell?, minimumVoices: Int) {
        self.init(cell.flatMap { Measures.Strength(cell: $0, minimumVoices: minimumVoices) })
    }
}

extension ValueRange {
    init(_ value: Double, _ interval: ClosedRange<Double>) {
        self.init(
            value: value,
            low: min(value, interval.lowerBound),
            high: max(value, interval.upperBound)
        )
    }
}

extension ValueRange {
    /// A mean as it is printed, in points.
    init(_ mean: PrintedMean) {
        self.init(
            value: mean.value,
            low: Double(mean.interval.lowerBound) / 10,
            high: Double(mean.interval.upperBound) / 10
        )
    }
}

/// The cells of one brand, found by period, channel and measure.
struct BrandCells {
    let brand: String
    let all: [KeyedCell]
    private let byKey: [CellKey: Cell]

    init(brand: String, cells: [KeyedCell]) {
        self.brand = brand
        all = cells
        byKey = Dictionary(cells.map { ($0.key, $0.cell) }, uniquingKeysWith: { first, _ in first })
    }

    func cell(_ measure: MeasureID, _ period: Period, channel: String? = nil) -> Cell? {
        byKey[CellKey(brand: brand, period: period, channel: channel, measure: measure)]
    }

    /// The cell over all time.
    func total(_ measure: MeasureID) -> Cell? {
        cell(measure, Period(length: .all, index: 0))
    }

    /// Periods of one length from the first to the last that hold a voice, without gaps; empty without dated voices.
    func periods(_ length: PeriodLength) -> [Period] {
        let indexes = all.lazy.map(\.key.period).filter { $0.length == length }.map(\.index)
        guard let first = indexes.min(), let last = indexes.max() else { return [] }
        return (first...last).map { Period(length: length, index: $0) }
    }
}

/// A case's id as a report shows it: the separator inside the ids of stories is no character for readers.
enum CaseName {
    static func shown(_ caseID: String) -> String {
        String(String.UnicodeScalarView(caseID.unicodeScalars.map { $0.value < 0x20 ? ":" : $0 }))
    }
}
