import Feedback
import Flags
import Store
package import Workspace

/// Marks flags as seen by a person, or takes that back.
///
/// Kept in the ledger of flags, which is no part of the content that `koe verify` hashes: two workspaces with the same
/// comments have the same hash, whoever has looked at their reports.
package struct FlagAcknowledgement: Sendable {
    /// With personal data hidden in the notes.
    package struct Outcome: Encodable, Sendable {
        /// Flags whose mark is another than it was.
        package let changed: [FlagList.Item]
        /// Flags that were so already.
        package let unchanged: [FlagList.Item]
        package let isDryRun: Bool
    }

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// Acknowledges flags; doing it again changes nothing but the note.
    ///
    /// - Throws: ``WorkspaceError`` `input` when an id is unknown or its flag is not open; nothing is changed then.
    package func acknowledge(_ ids: [String], note: String?, isDryRun: Bool = false) throws -> Outcome {
        let time = context.settings.zone.format(context.now)
        return try change(ids, isDryRun: isDryRun) { $0.acknowledge($1, at: time, note: note) }
    }

    /// Takes acknowledgements back.
    ///
    /// - Throws: as ``acknowledge(_:note:isDryRun:)``.
    package func takeBack(_ ids: [String], isDryRun: Bool = false) throws -> Outcome {
        try change(ids, isDryRun: isDryRun) { $0.takeBackAcknowledgement(of: $1) }
    }

    /// Takes down who looks after flags, whatever their state; `nil` for nobody.
    ///
    /// - Throws: ``WorkspaceError`` `input` when an id is unknown; nothing is changed then.
    package func assign(_ ids: [String], to assignee: String?, isDryRun: Bool = false) throws -> Outcome {
        try change(ids, isDryRun: isDryRun) { $0.assign($1, to: assignee) }
    }

    private func change(
        _ ids: [String],
        isDryRun: Bool,
        _ mark: (inout StoredFlags, String) -> Bool
    ) throws -> Outcome {
        if isDryRun { return try context.database.read { try outcome(ids, isDryRun: true, mark, in: $0).outcome } }
        return try context.database.write { db in
            let (outcome, ledger) = try outcome(ids, isDryRun: false, mark, in: db)
            try ledger.save(in: db)
            return outcome
        }
    }

    private func outcome(
        _ ids: [String],
        isDryRun: Bool,
        _ mark: (inout StoredFlags, String) -> Bool,
        in db: StoreConnection
    ) throws -> (outcome: Outcome, ledger: StoredFlags) {
        var ledger = try StoredFlags.load(in: db)
        let names = try self.names(ids, ledger, in: db)
        let before = try FlagList.items(of: ledger, in: db)
        for name in names where !mark(&ledger, name) {
            let state = before.first { $0.id == name }?.state ?? "unknown"
            let shown = try context.voiceNames().shown(flag: name)
            throw WorkspaceError(.input, "flag \"\(shown)\" is \(state); only an open flag can be acknowledged")
        }
        let after = try FlagList.items(of: ledger, in: db)
        let shown = try FlagList.masked(
            of: ledger,
            context.voiceNames(),
            beside: context.settings.masking,
            in: db
        )
        let pairs = zip(zip(before, after), shown).filter { names.contains($0.0.1.id) }
        func isSame(_ pair: ((FlagList.Item, FlagList.Item), FlagList.Item)) -> Bool {
            let (old, new) = pair.0
            return old.state == new.state && old.note == new.note && old.assignee == new.assignee
        }
        let outcome = Outcome(
            changed: pairs.filter { !isSame($0) }.map(\.1),
            unchanged: pairs.filter(isSame).map(\.1),
            isDryRun: isDryRun
        )
        return (outcome, ledger)
    }

    /// The lasting ids of flags named by these or by the ids of the last measuring, as stored or as shown.
    private func names(_ ids: [String], _ ledger: StoredFlags, in db: StoreConnection) throws -> [String] {
        let details = ledger.details(of: try FindingTable.flags(in: db))
        let known = try FlagList.items(of: ledger, in: db).map(\.id)
        let names = try context.voiceNames()
        return try ids.map { id in
            if let known = known.first(where: { $0 == id || names.shown(flag: $0) == id }) { return known }
            if let lasting = details.first(where: { $0.isNamed(id, by: names) })?.entry?.id { return lasting }
            let there = known.isEmpty ? "none" : known.map(names.shown(flag:)).joined(separator: ", ")
            throw WorkspaceError(.input, "no flag \"\(id)\"; there are: \(there)")
        }
    }
}
