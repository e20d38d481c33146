import Store

/// Counts over voices, by place.
struct VoiceTallies: Sendable {
    private struct Place: Hashable {
        let brand: String
        let kind: VoiceTally.Kind
        let name: String
        let month: String

        init(_ tally: VoiceTally) {
            (brand, kind, name, month) = (tally.brand, tally.kind, tally.name, tally.month)
        }
    }

    private var tallies: [Place: VoiceTally] = [:]

    mutating func add(_ voice: VoiceRow) throws { try count(voice, 1) }

    mutating func remove(_ voice: VoiceRow) throws { try count(voice, -1) }

    /// In the order of their places; counts that changed by nothing are left out.
    var all: [VoiceTally] {
        tallies.values.filter { $0.n != 0 }.sorted { left, right in
            (left.brand, left.kind.rawValue, left.name, left.month)
                < (right.brand, right.kind.rawValue, right.name, right.month)
        }
    }

    private mutating func count(_ voice: VoiceRow, _ sign: Int) throws {
        for tally in try voice.tallies {
            var change = tally
            change.n *= sign
            tallies[Place(tally), default: change].n += tallies[Place(tally)] == nil ? 0 : change.n
        }
    }
}
