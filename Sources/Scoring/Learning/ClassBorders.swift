/// Sums, in thousandths, below which a text is negative and above which it is positive.
package struct ClassBorders: Hashable, Sendable {
    package var lower: Int
    package var upper: Int

    package init(lower: Int, upper: Int) {
        self.lower = lower
        self.upper = upper
    }

    package func label(_ sum: Int) -> Int { sum < lower ? -1 : sum >= upper ? 1 : 0 }

    private static let step = 20
    private static let reach = 60

    /// The borders with the greatest macro-F1, on a grid of 20 thousandths within ±1,200; the first of equals.
    ///
    /// - Parameters:
    ///   - sums: of texts, with their labels.
    ///   - width: distance between the borders; `nil` leaves it free.
    /// - Returns: ±60 for no texts.
    package static func best(_ sums: [(sum: Int, label: Int)], width: Int? = nil) -> ClassBorders {
        // counts[class][i]: texts of the class whose sum lies below grid point i.
        let points = 2 * reach + 1
        var counts = [[Int]](repeating: [Int](repeating: 0, count: points + 1), count: 3)
        for item in sums {
            let place = (item.sum - (-reach * step)) / step + 1
            counts[item.label + 1][min(points, max(0, item.sum < -reach * step ? 0 : place))] += 1
        }
        for index in counts.indices { for place in 1...points { counts[index][place] += counts[index][place - 1] } }
        var best = ClassBorders(lower: -60, upper: 60)
        var bestF1 = -1.0
        for low in 0..<points {
            for high in low..<points where width.map({ (high - low) * step == $0 / step * step }) ?? true {
                let f1 = macroF1(counts, low, high)
                if f1 > bestF1 {
                    bestF1 = f1
                    best = ClassBorders(lower: (low - reach) * step, upper: (high - reach) * step)
                }
            }
        }
        return best
    }

    private static func macroF1(_ counts: [[Int]], _ low: Int, _ high: Int) -> Double {
        var sum = 0.0
        var classes = 0.0
        for index in 0..<3 {
            let total = counts[index][counts[index].count - 1]
            if total == 0 { continue }
            func predicted(_ row: [Int]) -> Int {
                switch index {
                case 0: row[low]
                case 1: row[high] - row[low]
                default: row[row.count - 1] - row[high]
                }
            }
            let right = predicted(counts[index])
            let all = counts.reduce(0) { $0 + predicted($1) }
            sum += all + total == 0 ? 0 : 2 * Double(right) / Double(all + total)
            classes += 1
        }
        return classes == 0 ? 0 : sum / classes
    }
}

/// How often predicted classes are right.
package struct ClassAgreement: Hashable, Sendable {
    package let count: Int
    /// Share of texts put into their class.
    package let accuracy: Double
    /// Mean F1 of the classes that have texts.
    package let macroF1: Double
    /// Cohen's κ: 0 for guesses, however often each class is guessed, and 1 when all are right.
    ///
    /// Source: J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educ. Psychol. Meas. 20 (1960).
    package let kappa: Double

    package init(_ pairs: [(predicted: Int, label: Int)]) {
        count = pairs.count
        accuracy = pairs.isEmpty ? 0 : Double(pairs.count { $0.predicted == $0.label }) / Double(pairs.count)
        var sum = 0.0
        var classes = 0.0
        var byChance = 0.0
        for value in -1...1 {
            let gold = pairs.count { $0.label == value }
            if gold == 0 { continue }
            let right = pairs.count { $0.label == value && $0.predicted == value }
            let all = pairs.count { $0.predicted == value }
            byChance += Double(gold) * Double(all) / Double(pairs.count * pairs.count)
            sum += 2 * Double(right) / Double(gold + all)
            classes += 1
        }
        macroF1 = classes == 0 ? 0 : sum / classes
        kappa = byChance < 1 ? (accuracy - byChance) / (1 - byChance) : 0
    }
}
