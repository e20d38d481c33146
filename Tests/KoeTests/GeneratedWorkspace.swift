import Feedback
import Measures
import Reports
import Store

@testable import Flags
@testable import Reporting

/// Voices of some brands drawn from a seed: few of them, extremes, ties, one month or many years, empty channels.
struct GeneratedWorkspace {
    private enum Shape: Int, CaseIterable {
        case few, extremes, oneMonth, manyMonths, emptyChannels, ties, undated, oneCustomer, supportOnly, brandOnly
        case oneFullMonth, ordinary
    }

    let number: Int
    let brands: [[Voice]]
    private let sight: Double

    init(number: Int, brands count: Int? = nil) {
        self.number = number
        var generator = SeededGenerator(seed: UInt64(number) + 1)
        let size = count ?? 1 + generator.index(below: 3)
        brands = (0..<size).map { index in
            let shape = Shape(rawValue: (number + index) % Shape.allCases.count) ?? .ordinary
            return Self.voices(shape, brand: Self.name(index), most: count == nil ? .max : 8, &generator)
        }
        sight = generator.unit() * 200
    }

    func name(of brand: Int) -> String { Self.name(brand) }

    private static func name(_ index: Int) -> String { "Brand \(index + 1)" }

    private static func voices(
        _ shape: Shape,
        brand: String,
        most: Int,
        _ generator: inout SeededGenerator
    ) -> [Voice] {
        let count =
            switch shape {
            case .few: 1 + generator.index(below: 7)
            case .manyMonths: 200
            default: 8 + generator.index(below: 60)
            }
        return (0..<min(most, count)).map { number in
            let month = month(number, shape, &generator)
            return Voice(
                id: "\(brand)/\(number)",
                brand: brand,
                author: shape == .oneCustomer || generator.index(below: 4) == 0 ? "A" : nil,
                day: month.map { Period(length: .month, index: $0).firstDay },
                channel: channel(shape, &generator),
                supportPolarity: shape == .brandOnly || generator.index(below: 3) == 0
                    ? nil : polarity(shape, &generator),
                brandPolarity: shape == .supportOnly || generator.index(below: 9) == 0
                    ? nil : polarity(shape, &generator)
            )
        }
    }

    /// Several where the shares of the channels are what is odd; telling them apart takes most of the time.
    private static func channel(_ shape: Shape, _ generator: inout SeededGenerator) -> String {
        switch shape {
        case .emptyChannels: ""
        case .ordinary, .extremes, .oneFullMonth: ["web", "call", "mail"][generator.index(below: 3)]
        default: "web"
        }
    }

    private static func month(_ number: Int, _ shape: Shape, _ generator: inout SeededGenerator) -> Int? {
        switch shape {
        case .oneMonth: 540
        case .manyMonths: 400 + number
        case .undated: generator.index(below: 2) == 0 ? nil : 540 + generator.index(below: 20)
        case .oneFullMonth: number < 10 ? 530 + number : 541
        default: 520 + generator.index(below: 40)
        }
    }

    private static func polarity(_ shape: Shape, _ generator: inout SeededGenerator) -> Int {
        switch shape {
        case .extremes: generator.index(below: 2) == 0 ? -10_000 : 10_000
        case .ties: 3_333
        default: generator.index(below: 20_001) - 10_000
        }
    }

    /// A search for changes that would have seen a fall of up to 200 points, or was not made.
    func notes(on cells: BrandCells) -> TrendNotes {
        var notes = TrendNotes()
        notes.sights = [
            SightRow(
                brand: cells.brand,
                isTested: number % 4 > 0,
                voices: cells.total(.support)?.n ?? 0,
                smallestFall: number % 7 > 0 ? sight : nil
            )
        ]
        return notes
    }

    func head(minimumVoices: Int) -> ReportHead {
        ReportHead(
            runID: "run 1",
            asOf: "2026-01-01T00:00:00Z",
            zone: "UTC",
            databaseHash: "0",
            lexiconVersion: "1",
            scorerVersion: "1",
            configVersion: "1",
            definitionVersion: "4",
            command: "koe report",
            margin: 5,
            minimumVoices: minimumVoices
        )
    }

    var coverage: Coverage {
        let rows = brands.reduce(0) { $0 + $1.count }
        return Coverage(
            sources: [
                SourceCoverage(
                    source: "generated",
                    read: rows,
                    stored: rows,
                    duplicate: 0,
                    updated: 0,
                    quarantined: 0,
                    comments: rows,
                    unknownLanguage: 0,
                    withLexiconHit: rows,
                    unlinked: rows,
                    freshness: .unknown
                )
            ],
            ledgerAddsUp: true,
            voices: rows,
            cases: 0
        )
    }
}
