import Foundation
import Measures

/// Series with known truth, from a seed.
enum TrendSample {
    /// Scores 1–5 in two channels of about `volume` values a period each; `level` shifts the chance of a low score.
    static func series(
        seed: UInt64,
        periods: Int = 120,
        volume: Int = 30,
        shareOfFirst: (Int) -> Double = { _ in 0.5 },
        level: (Int) -> Double = { _ in 0 }
    ) -> TrendSeries {
        var generator = SeededGenerator(seed: seed)
        var cells: [TrendCell] = []
        for period in 0..<periods {
            var counts = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]
            for _ in 0..<(2 * volume) {
                let channel = generator.unit() < shareOfFirst(period) ? 0 : 1
                let position = generator.unit() + level(period) + (channel == 0 ? 0.1 : -0.1)
                counts[channel][
                    position < 0.2 ? 0 : position < 0.4 ? 1 : position < 0.6 ? 2 : position < 0.8 ? 3 : 4
                ] += 1
            }
            cells += counts.map { TrendCell(histogram: $0) }
        }
        return TrendSeries(channels: 2, cells: cells)
    }

    /// ln, for tests that need no other mathematics.
    static func logarithm(_ value: Double) -> Double { log(value) }

    /// AR(1) noise of variance 1 that has forgotten its start.
    static func autoregressive(_ count: Int, _ correlation: Double, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + generator.unit() } }
        var value = 0.0
        var result: [Double] = []
        for index in 0..<(count + 50) {
            value = correlation * value + (1 - correlation * correlation).squareRoot() * normal()
            if index >= 50 { result.append(value) }
        }
        return result
    }
}
