import Feedback
import Flags
import Measures
import Reports
import Store

/// Whether a fall in the support strength of a brand that matters would have been seen.
struct FallSight {
    /// Points of a fall that should not be missed.
    static let wantedFall = 10.0

    let notes: TrendNotes

    /// - Returns: `nil` when such a fall would have been seen.
    func note(on cells: BrandCells) -> InsufficientNote? {
        let support = cells.total(.support)
        let voices = support?.n ?? 0
        let months = cells.all.count {
            $0.key.measure == .support && $0.key.channel == nil && $0.key.period.length == .month
        }
        let sight = notes.sights.first { $0.brand == cells.brand }
        guard let sight, sight.isTested, let fall = sight.smallestFall else {
            return InsufficientNote(voices: voices, months: months, wantedFall: Self.wantedFall)
        }
        guard fall > Self.wantedFall else { return nil }
        // The smallest fall that is seen goes with 1/√n.
        let ratio = fall / Self.wantedFall
        let needed = (Double(voices) * ratio * ratio).rounded(.up)
        // Nothing can fall by more than it stands above the end of the scale.
        let room = support.map { Double(PrintedMean.tenths(of: $0)) / 10 } ?? 100
        return InsufficientNote(
            voices: voices,
            months: months,
            neededVoices: needed < 1e9 ? Int(needed) : 1_000_000_000,
            wantedFall: Self.wantedFall,
            smallestDetectableFall: fall < room ? fall : nil
        )
    }
}
