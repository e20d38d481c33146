import Glibc

/// All steps, dips and ramps one design allows, with what scoring them needs.
///
/// Penalised likelihood ratio of a shape: score² / information − penalty. The penalty by length is the multiscale one of Dümbgen and Spokoiny, Annals of Statistics 29, 2001.
struct ShapeScan: Sendable {
    /// The best shape of a scan.
    struct Best: Sendable {
        let shape: TrendShape
        /// Penalised likelihood ratio.
        let score: Double
        /// 2 ln Λ.
        let ratio: Double
        /// Estimated size.
        let effect: Double
    }

    private(set) var shapes: [TrendShape] = []
    /// 1 / information of each shape.
    private(set) var inverse: [Double] = []
    private(set) var penalty: [Double] = []
    /// What a squared score is worth: `inverse`, shrunk by the prior of the size.
    private(set) var gain: [Double] = []
    private let bumpPenalty: Double
    private let options: TrendOptions
    /// Values before each position.
    private let voicesBefore: [Double]

    init(_ design: TrendDesign, counts: [Double], options: TrendOptions) {
        self.options = options
        bumpPenalty = options.bumpPenalty
        voicesBefore = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        addSteps(design)
        addDips(design)
        addRamps(design)
    }

    /// The best shape for the scores of unit steps.
    func best(_ scores: [Double]) -> Best? {
        let prefixes = scores.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
        var (winner, top) = (-1, -Double.infinity)
        for index in shapes.indices {
            let value = penalised(index, scores, prefixes)
            if value > top { (winner, top) = (index, value) }
        }
        guard winner >= 0 else { return nil }
        let score = self.score(winner, scores, prefixes)
        return Best(
            shape: shapes[winner],
            score: top,
            ratio: score * score * gain[winner],
            effect: score * inverse[winner]
        )
    }

    /// The greatest penalised ratio alone.
    func maximum(_ scores: [Double]) -> Double {
        let prefixes = scores.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
        var top = -Double.infinity
        for index in shapes.indices { top = max(top, penalised(index, scores, prefixes)) }
        return top
    }

    /// 2 ln Λ of each shape of a kind with its dates, for intervals of a date.
    func ratios(_ kind: TrendKind, _ scores: [Double]) -> [(shape: TrendShape, ratio: Double)] {
        let prefixes = scores.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
        let rows = voicesBefore.count - 1
        return shapes.indices.filter {
            shapes[$0].kind == kind && !shapes[$0].isPending(of: rows, minimumPeriods: options.minimumPeriods)
        }.map {
            let score = self.score($0, scores, prefixes)
            return (shapes[$0], score * score * inverse[$0])
        }
    }

    @inline(__always)
    private func score(_ index: Int, _ scores: [Double], _ prefixes: [Double]) -> Double {
        let shape = shapes[index]
        switch shape.kind {
        case .step: return scores[shape.start]
        case .dip: return scores[shape.start] - scores[shape.end]
        case .ramp: return (prefixes[shape.end + 1] - prefixes[shape.start + 1]) / Double(shape.end - shape.start)
        }
    }

    @inline(__always)
    private func penalised(_ index: Int, _ scores: [Double], _ prefixes: [Double]) -> Double {
        let score = self.score(index, scores, prefixes)
        let ratio = score * score * gain[index] - penalty[index]
        return shapes[index].kind == .dip && score > 0 ? ratio - bumpPenalty : ratio
    }

    private func lengthPenalty(_ periods: Int) -> Double {
        2 * log(options.longScale / min(options.longScale, Double(max(1, periods))))
    }

    private func isLongEnough(_ from: Int, _ to: Int) -> Bool {
        to - from >= options.minimumPeriods && hasVoices(from, to)
    }

    private func hasVoices(_ from: Int, _ to: Int) -> Bool {
        voicesBefore[to] - voicesBefore[from] >= Double(options.minimumVoices)
    }

    private mutating func add(_ shape: TrendShape, information: Double, penalty: Double, total: Double) {
        guard information > total * 1e-6 else { return }
        shapes.append(shape)
        let prior = options.effectSpread * options.effectSpread
        inverse.append(1 / information)
        gain.append(prior / (1 + prior * information))
        self.penalty.append(penalty + log(1 + prior * information))
    }

    /// Steps too near the end are scored as well, so that a fall of the last days is not taken for an older one.
    private mutating func addSteps(_ design: TrendDesign) {
        for position in 1..<max(1, design.rows)
        where isLongEnough(0, position) && hasVoices(position, design.rows) {
            add(
                TrendShape(kind: .step, start: position, end: position),
                information: design.suffixWeights[position] - design.squaredSuffix(position, design.rows),
                penalty: lengthPenalty(min(position, design.rows - position)),
                total: design.suffixWeights[position]
            )
        }
    }

    private mutating func addDips(_ design: TrendDesign) {
        guard options.minimumPeriods <= options.longestDip else { return }
        for start in 1..<max(1, design.rows) where isLongEnough(0, start) {
            for length in options.minimumPeriods...options.longestDip {
                let end = start + length
                guard end + options.recoveryPeriods <= design.rows, isLongEnough(end, design.rows) else { break }
                guard isLongEnough(start, end) else { continue }
                let total = design.suffixWeights[start] - design.suffixWeights[end]
                add(
                    TrendShape(kind: .dip, start: start, end: end),
                    information: total - design.squaredSuffix(start, end),
                    penalty: lengthPenalty(length) + options.dipPenalty,
                    total: total
                )
            }
        }
    }

    private mutating func addRamps(_ design: TrendDesign) {
        let sums = RampSums(design)
        for start in 0..<max(0, design.rows) where isLongEnough(0, start + 1) {
            for length in options.rampLengths {
                let end = start + length
                guard end < design.rows else { break }
                let middle = (start + end + 1) / 2
                guard isLongEnough(middle, design.rows) else { break }
                let total = sums.weight(start, end)
                add(
                    TrendShape(kind: .ramp, start: start, end: end),
                    information: total - sums.squaredProjection(start, end),
                    penalty: lengthPenalty(min(middle, design.rows - middle)) + options.rampPenalty,
                    total: total
                )
            }
        }
    }
}

extension TrendDesign {
    /// |Lower⁻¹ Zᵀ W x|² of the indicator x of positions from `start` to before `end`.
    func squaredSuffix(_ start: Int, _ end: Int) -> Double {
        var sum = 0.0
        for column in 0..<columns {
            let difference = suffixes[start * columns + column] - suffixes[end * columns + column]
            sum += difference * difference
        }
        return sum
    }
}
