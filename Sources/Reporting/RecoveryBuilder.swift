import Feedback
import Measures
import Reports
import Store

/// Tells what became of unhappy customers after the company's answer.
struct RecoveryBuilder {
    /// Customers below which the mean of a group says nothing.
    private static let leastCustomers = 10

    let minimumVoices: Int

    /// Counts the cases whose customer was unhappy before the answer and spoke again after it, and tests whether customers
    /// who were won back think more of the brand than those who never had a problem.
    ///
    /// - Returns: `nil` when there is no such case and no customer was won back.
    func recovery(_ recoveries: [Measures.Recovery], _ groups: CustomerGroups) -> Reports.Recovery? {
        let leastCustomers = max(minimumVoices, Self.leastCustomers)
        let unhappy = recoveries.filter(\.wasNegative)
        guard !unhappy.isEmpty || !groups.recovered.isEmpty else { return nil }
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
        result.withRecovery = Reports.Strength(Cell(customers: groups.recovered), minimumVoices: leastCustomers)
        result.withoutIncident = Reports.Strength(Cell(customers: groups.untroubled), minimumVoices: leastCustomers)
        result.paradox = paradox(groups, leastCustomers)
        return result
    }

    private func paradox(_ groups: CustomerGroups, _ leastCustomers: Int) -> Reports.RecoveryParadox {
        let test = Measures.RecoveryParadox(
            recovered: groups.recovered,
            untroubled: groups.untroubled,
            minimum: leastCustomers
        )
        let state: RecoveryParadoxState =
            switch test.state {
            case .higher: .higher
            case .lower: .lower
            case .undecided: .undecided
            case .insufficient: .insufficient
            }
        var result = Reports.RecoveryParadox(state: state, recovered: test.recovered, untroubled: test.untroubled)
        guard state != .insufficient, let welch = test.welch else { return result }
        result.difference = ValueRange(
            welch.difference / 200,
            (welch.interval.lowerBound / 200)...(welch.interval.upperBound / 200)
        )
        result.p = max(welch.p, test.permutationP ?? 1)
        return result
    }
}

extension Cell {
    /// One value a customer.
    fileprivate init(customers values: [Int]) {
        self.init()
        for value in values { merge(Cell(ofCustomer: 1, sum: value, sumOfSquares: value * value)) }
    }
}

/// Brand polarities of recovered customers and of those without an incident, one value a customer.
///
/// The groups are those of `RecoveryParadox`, made while the voices stream by.
struct CustomerGroups {
    private(set) var recovered: [Int] = []
    private(set) var untroubled: [Int] = []

    private let putRight: Set<String>
    private var customer = Customer(name: "")

    init(recoveries: [Measures.Recovery]) {
        putRight = Set(recoveries.filter(\.isRecovered).map(\.caseID))
    }

    /// `voice`: of the brand, those of one customer together; ``finish()`` tells that there are no more.
    mutating func add(_ voice: ReportVoices.BrandVoice) {
        if customer.name != voice.customer {
            finish()
            customer = Customer(name: voice.customer)
        }
        customer.add(voice, putRight: putRight)
    }

    mutating func finish() {
        add(customer)
        customer = Customer(name: "")
    }

    private mutating func add(_ customer: Customer) {
        if let mean = customer.recovered.mean { recovered.append(mean) }
        if !customer.isTroubled, let mean = customer.others.mean { untroubled.append(mean) }
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

    mutating func add(_ voice: ReportVoices.BrandVoice, putRight: Set<String>) {
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
