/// What one voice adds to a cell.
///
/// The contributions of a cell sum, as integers, to its `sum`; with n of them a polarity measure reads
/// S = 50·(1 + sum / (10,000·n)), a share 100·sum / (10,000·n).
package struct Contribution: Hashable, Sendable {
    package let voiceID: String
    /// −10,000…10,000.
    package let basisPoints: Int

    package init(voiceID: String, basisPoints: Int) {
        self.voiceID = voiceID
        self.basisPoints = basisPoints
    }

    /// The contributions to one cell, sorted by voice id.
    package static func list(for key: CellKey, voices: [Voice]) -> [Contribution] {
        voices.compactMap { voice in
            guard voice.belongs(to: key), let value = voice.value(of: key.measure) else { return nil }
            return Contribution(voiceID: voice.id, basisPoints: value)
        }
        .sorted { $0.voiceID < $1.voiceID }
    }
}
