import Feedback
import Measures
import Reports
import Store

/// Tells what became of unhappy customers after the company's answer.
struct RecoveryBuilder {
    /// Customers below which the mean of a group says nothing.
    private static let leastCustomers = 10

    let minimumVoices: Int

    /// Counts the cases whose customer was unhappy before the answer and spoke again after it.
    ///
    /// - Returns: `nil` when there is no such case and too few customers say that they were won back.
    func recovery(
        of brand: String,
        _ recoveries: [Measures.Recovery],
        in db: StoreConnection
    ) throws -> Reports.Recovery? {
        let leastCustomers = max(minimumVoices, Self.leastCustomers)
        let unhappy = recoveries.filter(\.wasNegative)
        let groups = try CustomerGroups(of: brand, recoveries: recoveries, in: db)
        guard !unhappy.isEmpty || groups.recovered.n >= leastCustomers else { return nil }
        let summary = RecoverySummary(of: unhappy)
        let isShown = unhappy.count >= minimumVoices
        var result = Reports.Recovery(cases: unhappy.count, recovered: summary.recovered?.count ?? 0)
        if isShown, let share = summary.recovered {
            let interval = share.wilson()
            result.sharePercent = ValueRange(
                100 * share.value,
                (100 * interval.lowerBound)...(100 * interval.upperBound)
            )
        }
        if isShown, let mean = summary.meanChange, let interval = summary.interval {
            result.change = ValueRange(mean / 200, (interval.lowerBound / 200)...(interval.upperBound / 200))
        }
        result.withRecovery = Reports.Strength(groups.recovered, minimumVoices: leastCustomers)
        result.withoutIncident = Reports.Strength(groups.untroubled, minimumVoices: leastCustomers)
        return result
    }
}

/// Brand polarities of recovered customers and of those without an incident, one value a customer.
///
/// The groups are those of `RecoveryParadox`, made while the voices stream by.
struct CustomerGroups {
    private(set) var recovered = Cell()
    private(set) var untroubled = Cell()

    init(of brand: String, recoveries: [Measures.Recovery], in db: StoreConnection) throws {
        let putRight = Set(recoveries.filter(\.isRecovered).map(\.caseID))
        var customer = Customer(name: "")
        try ReportVoices.forEachByCustomer(of: brand, in: db) { voice in
            if customer.name != voice.customer {
                add(customer)
                customer = Customer(name: voice.customer)
            }
            customer.add(voice, putRight: putRight)
        }
        add(customer)
    }

    private mutating func add(_ customer: Customer) {
        if let mean = customer.recovered.mean {
            recovered.merge(Cell(ofCustomer: 1, sum: mean, sumOfSquares: mean * mean))
        }
        if !customer.isTroubled, let mean = customer.others.mean {
            untroubled.merge(Cell(ofCustomer: 1, sum: mean, sumOfSquares: mean * mean))
        }
    }
}

/// The voices of one customer.
private struct Customer {
    /// A mean in whole basis points.
    struct Sum {
        var sum = 0
        var count = 0

        var mean: Int? { count == 0 ? nil : sum.roundedRatio(times: 1, over: count) }
    }

    let name: String
    var recovered = Sum()
    var others = Sum()
    var isTroubled = false

    mutating func add(_ voice: ReportVoices.CustomerVoice, putRight: Set<String>) {
        if voice.relation != nil { isTroubled = true }
        guard voice.isCounted, let polarity = voice.brandPolarity else { return }
        let isOwnCase = voice.relation?.joinsCase == true
        if voice.saysRecovered || isOwnCase && voice.caseID.map(putRight.contains) ?? false {
            recovered.sum += polarity
            recovered.count += 1
        } else {
            others.sum += polarity
            others.count += 1
        }
    }
}
