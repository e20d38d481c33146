import Feedback
import Foundation
import Measures
import Store

/// Looks for changes in the monthly series of every brand, and tests them together.
struct FlagFinder {
    /// Voices a facet needs over all time before its series is tested.
    private static let leastFacetVoices = 200

    let context: WorkspaceContext

    /// Falls and rises of all brands; nothing on a handful of voices.
    func flags(of brands: [TestedBrand], in db: StoreConnection) throws -> [FlagRow] {
        let known = Set(try FindingTable.flags(in: db).map(\.flagID))
        let series = brands.flatMap(series(of:))
        let results = series.map { TrendDetector.detect($0.trend) }
        let adjusted = MultipleTests.benjaminiHochberg(results.map(\.p))
        var rows: [FlagRow] = []
        for (place, result) in results.enumerated() {
            for change in result.changes {
                let detail = FlagDetail(
                    change,
                    series: series[place],
                    q: max(change.p, adjusted[place]),
                    seriesTested: series.count
                )
                guard detail.q <= 0.05 else { continue }
                rows.append(try row(detail, known: known))
            }
        }
        return rows
    }

    /// The series of support strength, and of every facet that is spoken of enough.
    private func series(of brand: TestedBrand) -> [TestedSeries] {
        let facets = Facet.allCases.map(MeasureID.facet).filter { measure in
            brand.cells.contains {
                $0.key.measure == measure && $0.key.channel == nil && $0.key.period.length == .all
                    && $0.cell.n >= Self.leastFacetVoices
            }
        }
        return ([.support] + facets).compactMap { TestedSeries(brand: brand, measure: $0) }
    }

    private func row(_ detail: FlagDetail, known: Set<String>) throws -> FlagRow {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return FlagRow(
            flagID: detail.id,
            brand: detail.brand,
            measure: detail.measure,
            channel: "*",
            kind: detail.kind,
            state: known.contains(detail.id) ? "ongoing" : "new",
            firstBadPeriod: detail.firstPeriod,
            detail: String(decoding: try encoder.encode(detail), as: UTF8.self)
        )
    }
}

/// A monthly series of one measure, cut by channel.
struct TestedSeries {
    let brand: String
    let measure: MeasureID
    let firstMonth: Int
    /// In the order of their names.
    let channels: [String]
    let trend: TrendSeries

    /// - Returns: `nil` without a dated voice.
    init?(brand: TestedBrand, measure: MeasureID) {
        let cells = brand.cells.filter {
            $0.key.measure == measure && $0.key.period.length == .month && $0.key.channel != nil
        }
        let months = cells.map(\.key.period.index)
        guard let first = months.min(), let last = months.max() else { return nil }
        let channels = Set(cells.compactMap(\.key.channel)).sorted()
        let places = Dictionary(uniqueKeysWithValues: channels.enumerated().map { ($1, $0) })
        var grid = [TrendCell](repeating: TrendCell(), count: (last - first + 1) * channels.count)
        for cell in cells {
            guard let channel = cell.key.channel.flatMap({ places[$0] }) else { continue }
            grid[(cell.key.period.index - first) * channels.count + channel] = TrendCell(
                n: cell.cell.n,
                sum: cell.cell.sum,
                sumOfSquares: cell.cell.sumOfSquares
            )
        }
        self.brand = brand.brand
        self.measure = measure
        firstMonth = first
        self.channels = channels
        trend = TrendSeries(channels: channels.count, cells: grid)
    }

    /// Name of the month at a place of the series, such as `2014-03`.
    func month(_ place: Int) -> String {
        Period(length: .month, index: firstMonth + place).description
    }
}
