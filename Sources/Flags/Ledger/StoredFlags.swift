import Feedback
package import Measures
package import Store

/// The ledger of flags as it lies in the database, with the names that reports use.
///
/// Kept beside the content that is hashed: when a flag was first reported, and who has seen it, depends on nights and
/// people, not on the comments.
package struct StoredFlags: Sendable {
    package private(set) var entries: [FlagRecord]

    package init(entries: [FlagRecord] = []) {
        self.entries = entries
    }

    package static func load(in db: StoreConnection) throws -> StoredFlags {
        StoredFlags(entries: try FlagLedgerTable.all(in: db))
    }

    package func save(in db: StoreConnection) throws {
        try FlagLedgerTable.replace(entries, in: db)
    }

    /// Takes in the findings of a run; `asOf`: the moment it speaks of.
    package mutating func take(_ series: [SearchedSeries], run: Int, asOf: String) {
        let firsts = Dictionary(series.map { ($0.name, $0.first) }) { first, _ in first }
        var ledger = FlagLedger(
            flags: entries.compactMap { entry in
                firsts[entry.series].flatMap { entry.flag(firstMonth: $0) }
            }
        )
        let findings = series.map { FlagLedger.Finding(series: $0.name, result: $0.result) }
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
            return FlagRecord(flag, id: name, at: asOf, offset)
        }
        entries = untouched + current
    }

    /// Takes down that the finished report of a run has told these flags; `ids`: as in ``FlagRecord/id``.
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
            if entry.state != .acknowledged { entry.acknowledgedAt = time }
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

    /// Takes down who looks after a flag; `nil` for nobody.
    ///
    /// - Returns: False when there is no such flag.
    package mutating func assign(_ id: String, to assignee: String?) -> Bool {
        guard let place = entries.firstIndex(where: { $0.id == id }) else { return false }
        entries[place].assignee = assignee
        return true
    }

    private mutating func mark(_ id: String, _ change: (inout FlagLedger, inout FlagRecord) -> Bool) -> Bool {
        guard let place = entries.firstIndex(where: { $0.id == id }) else { return false }
        var ledger = FlagLedger(flags: [entries[place].flag(firstMonth: 0)].compactMap { $0 })
        guard change(&ledger, &entries[place]), let flag = ledger.flags.first else { return false }
        entries[place].state = flag.state
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
    package func entry(of change: TrendChange, in series: TestedSeries, run: Int) -> FlagRecord? {
        entries.first {
            // A dip and a step may begin in one period.
            $0.series == series.name && $0.direction == change.direction && $0.kind == change.kind.rawValue
                && $0.lastSeen == run && $0.month == series.first + change.period
        }
    }

    /// Flags of the last measuring, each with what this ledger knows of it.
    package func details(of flags: [FlagDetail]) -> [FlagDetail] {
        let known = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        return flags.map { flag in
            var flag = flag
            flag.entry = flag.entry.map { known[$0.id] ?? $0 }
            return flag
        }
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
