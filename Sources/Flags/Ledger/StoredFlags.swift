import Feedback
import Foundation
import JSON
package import Measures
package import Store

/// The ledger of flags as it lies in the database, with the names that reports use.
///
/// Kept beside the content that is hashed: when a flag was first reported, and who has seen it, depends on nights and
/// people, not on the comments.
package struct StoredFlags: Codable {
    package struct Entry: Codable {
        /// Stays the same for life, such as `Lotte/support/2014-03`.
        package let id: String
        package let ledgerID: String
        package let series: String
        package var kind: String
        package let direction: Int
        /// Months, weeks or quarters since the one that holds 1970-01-01.
        package var month: Int
        package var low: Int
        package var high: Int
        package var difference: Double
        package var state: String
        package let firstReported: Int
        /// As-of of the run that reported it first.
        package let firstReportedAt: String
        package var lastSeen: Int
        /// The first run that told it as a flag of its own; `nil` for a facet's part in another flag.
        package var toldIn: Int?
        /// When a person acknowledged it, in the zone of the workspace.
        package var acknowledgedAt: String?
        /// What that person wrote.
        package var note: String?
    }

    package static let factName = "flag ledger"

    package private(set) var entries: [Entry] = []

    package static func load(in db: StoreConnection) throws -> StoredFlags {
        guard let text = try FactTable.value(factName, in: db) else { return StoredFlags() }
        return try JSONDecoder().decode(StoredFlags.self, from: Data(text.utf8))
    }

    package func save(in db: StoreConnection) throws {
        try FactTable.set(Self.factName, to: try JSONTreeEncoder.record(self), in: db)
    }

    /// Takes in the findings of a run; `asOf`: the moment it speaks of.
    package mutating func take(_ series: [TestedSeries], _ results: [TrendResult], run: Int, asOf: String) {
        let firsts = Dictionary(series.map { ($0.name, $0.first) }) { first, _ in first }
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
            if var entry = known[flag.id] {
                entry.refresh(flag, firstMonth: offset)
                return entry
            }
            let first = begins[Place(flag)] ?? flag.period
            var name = "\(flag.series)/\(Period(length: SeriesName.length(of: flag.series), index: offset + first))"
            while !names.insert(name).inserted { name += "'" }
            return Entry(flag, id: name, at: asOf, offset)
        }
        entries = untouched + current
    }

    /// Takes down that a run tells these flags; `ids`: as in ``Entry/id``.
    package mutating func tell(_ ids: Set<String>, run: Int) {
        for place in entries.indices where ids.contains(entries[place].id) && entries[place].toldIn == nil {
            entries[place].toldIn = run
        }
    }

    /// Marks a flag as seen by a person; once more changes only the note, if there is one.
    ///
    /// - Returns: False when the flag is not open.
    package mutating func acknowledge(_ id: String, at time: String, note: String?) -> Bool {
        mark(id) { ledger, entry in
            guard ledger.acknowledge(entry.ledgerID) else { return false }
            if entry.state != Flag.State.acknowledged.rawValue { entry.acknowledgedAt = time }
            entry.note = note ?? entry.note
            return true
        }
    }

    /// Takes an acknowledgement back.
    ///
    /// - Returns: False when the flag is not open.
    package mutating func takeBackAcknowledgement(of id: String) -> Bool {
        mark(id) { ledger, entry in
            guard ledger.takeBackAcknowledgement(of: entry.ledgerID) else { return false }
            (entry.acknowledgedAt, entry.note) = (nil, nil)
            return true
        }
    }

    private mutating func mark(_ id: String, _ change: (inout FlagLedger, inout Entry) -> Bool) -> Bool {
        guard let place = entries.firstIndex(where: { $0.id == id }) else { return false }
        var ledger = FlagLedger(flags: [entries[place].flag(firstMonth: 0)].compactMap { $0 })
        guard change(&ledger, &entries[place]), let flag = ledger.flags.first else { return false }
        entries[place].state = flag.state.rawValue
        return true
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
    package func entry(of change: TrendChange, in series: TestedSeries, run: Int) -> Entry? {
        entries.first {
            $0.series == series.name && $0.direction == change.direction && $0.lastSeen == run
                && $0.month == series.first + change.period
        }
    }

    /// What is stored of the flags of the last measuring, each with what the ledger knows of it by now.
    package func details(of rows: [FlagRow]) throws -> [FlagDetail] {
        let known = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        return try rows.map { row in
            var detail = try JSONDecoder().decode(FlagDetail.self, from: Data(row.detail.utf8))
            detail.entry = detail.entry.map { known[$0.id] ?? $0 }
            return detail
        }
    }

    /// Flags that were told and are no change any more with what is known now, latest first.
    package var superseded: [Entry] {
        entries.filter { $0.toldIn != nil && $0.state == Flag.State.superseded.rawValue }
            .sorted { ($0.lastSeen, $1.id) > ($1.lastSeen, $0.id) }
    }
}

extension StoredFlags.Entry {
    package init(_ flag: Flag, id: String, at firstReportedAt: String, _ firstMonth: Int) {
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

    /// Takes over what another night has said of the flag.
    package mutating func refresh(_ flag: Flag, firstMonth: Int) {
        kind = flag.kind.rawValue
        month = firstMonth + flag.period
        low = firstMonth + flag.interval.lowerBound
        high = firstMonth + flag.interval.upperBound
        difference = flag.difference
        // What a person has seen is no news when it is found again after a night that did not find it.
        let isFoundAgain = state == Flag.State.superseded.rawValue && flag.state == .ongoing
        state = (isFoundAgain && acknowledgedAt != nil ? Flag.State.acknowledged : flag.state).rawValue
        lastSeen = flag.lastSeen
    }

    /// The state to a reader of the latest run: what an earlier run has told is no news.
    package func state(latestRun: Int) -> Flag.State {
        let stored = Flag.State(rawValue: state) ?? .ongoing
        return stored == .new && firstReported < latestRun ? .ongoing : stored
    }

    /// What the series is of: `support` or a facet's measure, such as `facet.speed`.
    package var measure: String {
        let measure = String(subject.prefix { $0 != "@" })
        let length = SeriesName.length(of: series)
        return length == .month ? measure : String(measure.dropLast(length.rawValue.count + 1))
    }

    /// Brand of the series, whose name may hold a slash itself.
    package var brand: String { String(series.dropLast(subject.count + 1)) }

    /// The part after the last slash.
    private var subject: Substring { series.split(separator: "/").last ?? "" }

    /// - Returns: `nil` for names of another version of Koe.
    package func flag(firstMonth: Int) -> Flag? {
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
