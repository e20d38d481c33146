package import GRDB

/// What some stored voices become.
package struct VoiceChanges: Sendable {
    /// A voice of which something is another.
    package struct Change: Sendable {
        let id: Int64
        package let old: VoiceRow
        package let new: VoiceRow
        /// Those that are stored otherwise.
        let columns: [VoiceColumn]
    }

    /// Voices that go, with their row ids.
    package private(set) var gone: [(id: Int64, voice: VoiceRow)] = []
    package private(set) var changed: [Change] = []
    package private(set) var come: [VoiceRow] = []
    /// Row ids of all voices as they are now, in their order.
    package private(set) var ids: [Int64]
    /// Row id of the first that comes; the others follow it.
    let firstID: Int64

    /// - Parameters:
    ///   - old: the voices as they are stored, with their row ids; their members in order.
    ///   - new: the same voices as they are now, each once; those that are as they were do not count.
    ///   - firstID: a row id that no voice has, nor any after it.
    package init(from old: [(id: Int64, voice: VoiceRow)], to new: [VoiceRow], firstID: Int64) {
        // By their bytes, as the database tells names apart.
        let names = Dictionary(
            uniqueKeysWithValues: new.enumerated().map { (Array($0.element.voiceID.utf8), $0.offset) }
        )
        var stored = [Int64?](repeating: nil, count: new.count)
        for (id, voice) in old {
            guard let place = names[Array(voice.voiceID.utf8)] else {
                gone.append((id, voice))
                continue
            }
            stored[place] = id
            let columns = VoiceColumn.others(voice, new[place])
            if columns.isEmpty, voice.memberIDs == new[place].memberIDs { continue }
            changed.append(Change(id: id, old: voice, new: new[place], columns: columns))
        }
        come = zip(new, stored).filter { $0.1 == nil }.map(\.0)
        self.firstID = firstID
        var nextID = firstID
        ids = stored.map { id in
            if let id { return id }
            defer { nextID += 1 }
            return nextID
        }
    }

    /// The brands of all of them as they were and as they are, each once, in order.
    package var brands: [String] {
        Set(gone.map(\.voice.brand) + changed.flatMap { [$0.old.brand, $0.new.brand] } + come.map(\.brand)).sorted()
    }

    /// What is taken out of the sums of each brand: the voices as they were.
    package var before: [String: [(id: Int64, voice: VoiceRow)]] {
        Dictionary(grouping: gone + changed.map { ($0.id, $0.old) }, by: \.voice.brand)
    }

    /// What is added to the sums of each brand: the voices as they are.
    package var after: [String: [VoiceRow]] { Dictionary(grouping: changed.map(\.new) + come, by: \.brand) }
}

extension VoiceTable {
    /// Stores what has changed: of a voice that stays, the columns alone that are others, since each index costs as much
    /// as the row.
    ///
    /// All must be noted in ``TouchedTables``.
    package static func store(_ changes: VoiceChanges, in db: Database) throws {
        if !changes.gone.isEmpty || !changes.changed.isEmpty { try replace(changes, in: db) }
        try insert(changes.come, from: changes.firstID, in: db)
    }

    private static func replace(_ changes: VoiceChanges, in db: Database) throws {
        try ReportJournal.note(changes.gone.map(\.voice.brand) + changes.changed.map(\.old.brand), in: db)
        try HandCount.runWithoutTriggers(in: db) {
            var sum = RowSum()
            var (members, voices) = (
                try RowWriter("DELETE FROM voiceMember WHERE voiceID = ?", in: db),
                try RowWriter("DELETE FROM voice WHERE id = ?", in: db)
            )
            for (id, voice) in changes.gone {
                try members.store(id)
                try voices.store(id)
                sum = sum - VoiceColumn.sum(of: voice)
            }
            for change in changes.changed {
                sum = sum + (try update(change, in: db))
                try updateMembers(change, in: db)
            }
            try ContentSums.add(sum, rows: -changes.gone.count, to: "voice", in: db)
        }
    }

    /// - Returns: what the voice adds to the sum of the table.
    private static func update(_ change: VoiceChanges.Change, in db: Database) throws -> RowSum {
        if change.columns.isEmpty { return RowSum() }
        let columns = change.columns.map { "\($0.name) = ?" }.joined(separator: ", ")
        var row = try RowWriter("UPDATE voice SET \(columns) WHERE id = ?", in: db)
        for column in change.columns { try row.add(column.value(change.new), counts: false) }
        try row.add(change.id, counts: false)
        try row.store()
        return VoiceColumn.sum(of: change.new) - VoiceColumn.sum(of: change.old)
    }

    private static func updateMembers(_ change: VoiceChanges.Change, in db: Database) throws {
        if change.old.memberIDs == change.new.memberIDs { return }
        let (old, new) = (Set(change.old.memberIDs), Set(change.new.memberIDs))
        for (ids, sql) in [
            (old.subtracting(new), "DELETE FROM voiceMember WHERE voiceID = ? AND commentID = ?"),
            (new.subtracting(old), "INSERT INTO voiceMember VALUES (?, ?)"),
        ] {
            var members = try RowWriter(sql, in: db)
            for id in ids.sorted() { try members.store(change.id, id) }
        }
    }
}

extension RowWriter {
    /// Stores a row of numbers that count in no digest.
    fileprivate mutating func store(_ numbers: Int64...) throws {
        for number in numbers { try add(number, counts: false) }
        try store()
    }
}
