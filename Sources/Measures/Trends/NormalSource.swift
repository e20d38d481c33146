import Glibc

/// Standard normal numbers from a seed.
///
/// Source: Marsaglia and Bray, polar method, SIAM Review 6, 1964.
struct NormalSource: Sendable {
    private var generator: SeededGenerator
    private var spare: Double?

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func next() -> Double {
        if let value = spare {
            spare = nil
            return value
        }
        while true {
            let x = 2 * generator.unit() - 1
            let y = 2 * generator.unit() - 1
            let square = x * x + y * y
            guard square > 0, square < 1 else { continue }
            let factor = (-2 * log(square) / square).squareRoot()
            spare = y * factor
            return x * factor
        }
    }
}
