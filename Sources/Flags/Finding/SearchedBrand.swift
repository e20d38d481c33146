import Feedback
import Foundation
import JSON
package import Measures
import Store

/// What the search found in one series, before all series of a run are judged together.
package struct SearchedSeries: Codable, Sendable {
    /// As ``TestedSeries/name``.
    package let name: String
    /// Index of its first period.
    package let first: Int
    package let result: TrendResult
    /// Changes with what was searched.
    let fingerprint: Int64

    init(_ series: TestedSeries, _ result: TrendResult) {
        self.init(name: series.name, first: series.first, result: result, fingerprint: series.fingerprint)
    }

    private init(name: String, first: Int, result: TrendResult, fingerprint: Int64) {
        self.name = name
        self.first = first
        self.result = result
        self.fingerprint = fingerprint
    }

    /// The same with another result.
    func with(_ result: TrendResult) -> SearchedSeries {
        SearchedSeries(name: name, first: first, result: result, fingerprint: fingerprint)
    }
}

/// What the search found in the series of one brand, and what it says beside.
struct SearchedBrand: Codable, Sendable {
    let brand: String
    let series: [SearchedSeries]
    let notes: TrendNotes

    init(brand: String, _ series: [TestedSeries], _ results: [TrendResult]) {
        self.brand = brand
        self.series = zip(series, results).map { SearchedSeries($0, $1) }
        notes = zip(series, results).reduce(into: TrendNotes()) { $0.add($1.0, $1.1) }
    }

    /// What was found when the brand was searched last; `nil` for one that never was.
    static func stored(_ brand: String, in db: StoreConnection) throws -> SearchedBrand? {
        // What another version of Koe wrote is searched anew.
        try BrandFindingTable.finding(of: brand, in: db).flatMap { text in
            try? JSONDecoder().decode(SearchedBrand.self, from: Data(text.utf8))
        }
    }

    func store(in db: StoreConnection) throws {
        try BrandFindingTable.set(JSONTreeEncoder.record(self), of: brand, in: db)
    }

    /// What was found in a series that is the same now; `nil` for another.
    func result(of own: TestedSeries) -> TrendResult? {
        series.first { $0.name == own.name && $0.fingerprint == own.fingerprint }?.result
    }
}

extension TestedSeries {
    /// A hash of its numbers.
    fileprivate var fingerprint: Int64 {
        let numbers = [first, trend.channels] + trend.cells.flatMap { [$0.n, $0.sum, $0.sumOfSquares] }
        let hash = numbers.reduce(ByteHash.seed) { hash, number in
            withUnsafeBytes(of: number.littleEndian) { ByteHash.value($0, behind: hash) }
        }
        return Int64(bitPattern: hash)
    }
}
