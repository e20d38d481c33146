package import Feedback
package import Store
package import Workspace

/// A flag that was told and that the last measuring does not show: no flag vanishes without a word.
package struct DepartedFlag: Sendable {
    package enum Fate: Hashable, Sendable {
        /// Another flag tells the same event now; by its lasting id.
        case superseded(by: String)
        /// There is no such change any more, for a reason in words.
        case withdrawn(String)
        /// Its series is not tested any more; the flag is what it last was.
        case left(FlagState)
    }

    /// Days between the dates of two flags that may be one event.
    private static let nearDays = 184

    package let record: FlagRecord
    package let fate: Fate

    /// What became of a flag.
    ///
    /// `shown`: flags of the last measuring.
    /// `explained`: movements that are none of the company's handling.
    init(_ record: FlagRecord, shown: [FlagDetail], explained: [ExplainedRow]) {
        self.record = record
        if let other = shown.first(where: { Self.tells($0, record) }) {
            fate = .superseded(by: other.entry?.id ?? other.id)
        } else if let movement = explained.first(where: { Self.covers($0, record) }) {
            fate = .withdrawn("\(movement.cause) explains it")
        } else if record.state == .superseded {
            fate = .withdrawn("with what is known now there is no such change")
        } else {
            fate = .left(record.state)
        }
    }

    /// Such as `withdrawn`.
    package var state: String {
        switch fate {
        case .superseded: FlagState.superseded.rawValue
        case .withdrawn: Self.withdrawn
        case .left(let state): state.rawValue
        }
    }

    /// Name of the state of a flag that is none any more.
    package static let withdrawn = "withdrawn"

    /// What became of it, in words; `nil` where its state says it all.
    ///
    /// `names`: how a flag is shown; `nil` as it is stored.
    package func words(_ names: VoiceNames? = nil) -> String? {
        switch fate {
        case .superseded(let id): "superseded by \(names?.shown(flag: id) ?? id)"
        case .withdrawn(let reason): reason
        case .left: nil
        }
    }

    private static func tells(_ flag: FlagDetail, _ record: FlagRecord) -> Bool {
        guard flag.brand == record.brand, flag.direction == record.direction, let entry = flag.entry,
            entry.series == record.series || flag.alsoIn.contains(record.subject) || flag.measure == record.measure
        else { return false }
        return abs(entry.firstDay.number - record.firstDay.number) <= nearDays
    }

    private static func covers(_ movement: ExplainedRow, _ record: FlagRecord) -> Bool {
        let period = record.name(of: record.month)
        return movement.brand == record.brand && movement.measure == record.measure && movement.from <= period
            && period <= movement.to
    }
}

extension StoredFlags {
    /// Flags that were told and are not among the shown ones, latest seen first.
    package func departed(shown: [FlagDetail], explained: [ExplainedRow]) -> [DepartedFlag] {
        let ids = Set(shown.compactMap(\.entry?.id))
        return entries.filter { $0.toldIn != nil && !ids.contains($0.id) }
            .sorted { ($0.lastSeen, $1.id) > ($1.lastSeen, $0.id) }
            .map { DepartedFlag($0, shown: shown, explained: explained) }
    }
}
