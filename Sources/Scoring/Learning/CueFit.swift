import Glibc

/// What two sums say of a text: where it leans, and how much it takes to be an opinion.
struct CueModel {
    /// What a shipped sum of 1 is worth, in logits.
    var slope = 2.0
    var bias = 0.0
    /// Calm of a text without cues, in logits.
    var zone = 0.0
    /// In logits, by cue.
    var valences: [Double]
    var calms: [Double]

    /// Lean and calm of a text, in logits.
    func sums(_ offset: Double, _ columns: ArraySlice<Int32>) -> (lean: Double, calm: Double) {
        var (lean, calm) = (slope * offset + bias, zone)
        for column in columns {
            lean += valences[Int(column)]
            calm += calms[Int(column)]
        }
        return (lean, calm)
    }

    /// The likeliest class.
    static func label(lean: Double, calm: Double) -> Int { abs(lean) > calm && lean != 0 ? (lean < 0 ? -1 : 1) : 0 }
}

/// Fits cues to classes: multinomial logistic regression, written so that each cue has a valence and a calm.
///
/// With lean L and calm C, log-odds against the class 0 are L − C for 1 and −L − C for −1, so a text is of the class of
/// its lean when the lean is larger than the calm. Cues are drawn to nothing (L2); slope, bias and zone are hardly. The
/// same rows in the same order give the same bits. Source: D. Böhning, "Multinomial Logistic Regression Algorithm",
/// Ann. Inst. Statist. Math. 44 (1992), with other coordinates.
struct CueFit {
    let rows: NgramTable.Rows
    /// Sum of the shipped rows, in units, by text.
    let offsets: [Double]
    /// −1, 0 or 1 by text.
    let labels: [Int8]
    /// Weights of the classes −1, 0 and 1; a class of weight 0 is left out of the model.
    let classWeights: [Double]
    let cueCount: Int
    /// Half of it times the squared valence is added to the loss.
    let penalty: Double
    let calmPenalty: Double
    /// Keeps the slope where it is.
    var fixedSlope: Double?

    /// Least worth of the shipped sum: below it the cues would drown what the lists say.
    static let leastSlope = 0.5
    private static let head = 3
    /// Draw of slope, bias and zone: enough to keep them finite when classes are told apart without fail.
    private static let headPenalty = 0.01

    /// The best model.
    func model() -> CueModel {
        var start = [Double](repeating: 0, count: Self.head + 2 * cueCount)
        start[0] = fixedSlope ?? 2
        let found = MinimumSearch().minimum(from: start) { point, slopes in loss(point, &slopes) }
        if fixedSlope == nil, found[0] < Self.leastSlope {
            var fixed = self
            fixed.fixedSlope = Self.leastSlope
            return fixed.model()
        }
        return CueModel(
            slope: found[0],
            bias: found[1],
            zone: found[2],
            valences: Array(found[Self.head..<Self.head + cueCount]),
            calms: Array(found[(Self.head + cueCount)...])
        )
    }

    /// Weighted minus log-likelihood with penalties, and its slopes.
    func loss(_ point: [Double], _ slopes: inout [Double]) -> Double {
        let calms = Self.head + cueCount
        let hasNeutral = classWeights[1] > 0
        var total = 0.0
        for place in point.indices {
            let draw = place < Self.head ? Self.headPenalty : place < calms ? penalty : calmPenalty
            total += draw * point[place] * point[place] / 2
            slopes[place] = draw * point[place]
        }
        for row in 0..<rows.count {
            let range = rows.range(row)
            var lean = point[0] * offsets[row] + point[1]
            var calm = point[2]
            for place in range {
                let column = Int(rows.columns[place])
                lean += point[Self.head + column]
                calm += point[calms + column]
            }
            let part = part(lean, calm, Int(labels[row]))
            total += part.loss
            slopes[0] += part.lean * offsets[row]
            slopes[1] += part.lean
            slopes[2] += part.calm
            for place in range {
                let column = Int(rows.columns[place])
                slopes[Self.head + column] += part.lean
                slopes[calms + column] += part.calm
            }
        }
        if fixedSlope != nil { slopes[0] = 0 }
        if !hasNeutral { for place in [2] + Array(calms..<point.count) { slopes[place] = 0 } }
        return total
    }

    /// Loss of one text with its slopes.
    @inline(__always)
    private func part(_ lean: Double, _ calm: Double, _ label: Int) -> (loss: Double, lean: Double, calm: Double) {
        let logits = (-lean - calm, 0.0, lean - calm)
        let top = max(logits.0, logits.2, classWeights[1] > 0 ? 0 : -.infinity)
        let low = exp(logits.0 - top)
        let middle = classWeights[1] > 0 ? exp(-top) : 0
        let high = exp(logits.2 - top)
        let whole = low + middle + high
        let own = label < 0 ? logits.0 : label > 0 ? logits.2 : 0
        let weight = classWeights[label + 1]
        let below = low / whole - (label < 0 ? 1 : 0)
        let above = high / whole - (label > 0 ? 1 : 0)
        return (weight * (log(whole) + top - own), weight * (above - below), -weight * (above + below))
    }
}
