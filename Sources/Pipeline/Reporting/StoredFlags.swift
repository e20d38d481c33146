import Feedback
import Foundation
import Measures
import Store

/// The ledger of flags as it lies in the database, with the names that reports use.
///
/// Kept beside the content that is hashed: when a flag was first reported depends on the nights, not on the comments.
struct StoredFlags: Codable {
    struct Entry: Codable {
        /// Stays the same for life, such as `Lotte/support/2014-03`.
        let id: String
        let ledgerID: String
        let series: String
        var kind: String
        let direction: Int
        /// Months since January 1970.
        var month: Int
        var low: Int
        var high: Int
        var difference: Double
        var state: String
        let firstReported: Int
        /// As-of of the run that reported it first.
        let firstReportedAt: String
        var lastSeen: Int
    }

    static let factName = "flag ledger"

    private(set) var entries: [Entry] = []

    static func load(in db: StoreConnection) throws -> StoredFlags {
        guard let text = try FactTable.value(factName, in: db) else { return StoredFlags() }
        return try JSONDecoder().decode(StoredFlags.self, from: Data(text.utf8))
    }

    func save(in db: StoreConnection) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try FactTable.set(Self.factName, to: String(decoding: try encoder.encode(self), as: UTF8.self), in: db)
    }

    /// Takes in the findings of a run; `asOf`: the moment it speaks of.
    mutating func take(_ series: [TestedSeries], _ results: [TrendResult], run: Int, asOf: String) {
        let firsts = Dictionary(series.map { ($0.name, $0.firstMonth) }) { first, _ in first }
        var ledger = FlagLedger(
            flags: entries.compactMap { entry in
                firsts[entry.series].flatMap { entry.flag(firstMonth: $0) }
            }
        )
        let findings = zip(series, results).map { FlagLedger.Finding(series: $0.name, result: $1) }
        _ = ledger.take(findings, night: run)
        let known = Dictionary(entries.map { ($0.ledgerID, $0) }) { first, _ in first }
        let begins = Self.begins(findings)
        var names = Set(entries.map(\.id))
        let untouched = entries.filter { firsts[$0.series] == nil }
        let current = ledger.flags.map { flag in
            let offset = firsts[flag.series] ?? 0
            if let entry = known[flag.id] { return Entry(flag, id: entry.id, at: entry.firstReportedAt, offset) }
            let first = begins[Place(flag)] ?? flag.period
            var name = "\(flag.series)/\(Period(length: .month, index: offset + first))"
            while !names.insert(name).inserted { name += "'" }
            return Entry(flag, id: name, at: asOf, offset)
        }
        entries = untouched + current
    }

    /// The first month of every change that was found.
    private static func begins(_ findings: [FlagLedger.Finding]) -> [Place: Int] {
        let changes = findings.flatMap { finding in
            finding.result.changes.map {
                (Place(series: finding.series, direction: $0.direction, period: $0.period), FlagDates($0).first)
            }
        }
        return Dictionary(changes) { first, _ in first }
    }

    /// The entry of a change found in run `run`.
    func entry(of change: TrendChange, in series: TestedSeries, run: Int) -> Entry? {
        entries.first {
            $0.series == series.name && $0.direction == change.direction && $0.lastSeen == run
                && $0.month == series.firstMonth + change.period
        }
    }

    /// The state of a flag to a reader of the latest run: what an earlier run has told is no news.
    static func state(_ stored: String, firstRun: Int?, latestRun: Int) -> String {
        stored == Flag.State.new.rawValue && (firstRun ?? latestRun) < latestRun
            ? Flag.State.ongoing.rawValue : stored
    }
}

extension StoredFlags.Entry {
    init(_ flag: Flag, id: String, at firstReportedAt: String, _ firstMonth: Int) {
        self.init(
            id: id,
            ledgerID: flag.id,
            series: flag.series,
            kind: flag.kind.rawValue,
            direction: flag.direction,
            month: firstMonth + flag.period,
            low: firstMonth + flag.interval.lowerBound,
            high: firstMonth + flag.interval.upperBound,
            difference: flag.difference,
            state: flag.state.rawValue,
            firstReported: flag.firstReported,
            firstReportedAt: firstReportedAt,
            lastSeen: flag.lastSeen
        )
    }

    /// - Returns: `nil` for names of another version of Koe.
    func flag(firstMonth: Int) -> Flag? {
        guard let kind = TrendKind(rawValue: kind), let state = Flag.State(rawValue: state), low <= high else {
            return nil
        }
        return Flag(
            id: ledgerID,
            series: series,
            kind: kind,
            direction: direction,
            period: month - firstMonth,
            interval: (low - firstMonth)...(high - firstMonth),
            difference: difference,
            state: state,
            firstReported: firstReported,
            lastSeen: lastSeen
        )
    }
}

/// Where a change stands by the detector's own date.
private struct Place: Hashable {
    let series: String
    let direction: Int
    let period: Int
}

extension Place {
    init(_ flag: Flag) {
        self.init(series: flag.series, direction: flag.direction, period: flag.period)
    }
}
