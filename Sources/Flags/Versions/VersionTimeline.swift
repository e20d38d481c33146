package import Feedback
package import Measures
package import Store

/// The versions of one product of a brand, in the order in which voices first name them.
package struct VersionTimeline: Sendable {
    /// Counted, dated voices that name one version.
    package struct Version: Sendable {
        package let name: String
        package let firstDay: Day
        package let lastDay: Day
        /// Support polarities.
        package let support: Cell
    }

    /// `nil` for the versions of voices that name no product.
    package let product: String?
    /// Equal first days by name.
    package let versions: [Version]

    /// By product, none first.
    package static func all(of brand: String, in db: StoreConnection) throws -> [VersionTimeline] {
        var timelines: [VersionTimeline] = []
        var versions: [Version] = []
        let sums = try VersionTable.sums(of: brand, in: db)
        for (place, sum) in sums.enumerated() {
            versions.append(Version(sum))
            if place + 1 == sums.count || sums[place + 1].product != sum.product {
                timelines.append(VersionTimeline(product: sum.product, versions: versions))
                versions = []
            }
        }
        return timelines
    }

    /// Versions with voices enough, each with its change against the one before among them; `nil` for the first.
    package func changes(minimumVoices: Int) -> [(version: Version, change: MeanChange?)] {
        let known = versions.filter { $0.support.n >= minimumVoices }
        return known.enumerated().map { place, version in
            (version, place == 0 ? nil : MeanChange(before: known[place - 1].support, after: version.support))
        }
    }
}

extension VersionTimeline.Version {
    fileprivate init(_ sum: VersionSum) {
        name = sum.version
        firstDay = Day(number: sum.firstDay)
        lastDay = Day(number: sum.lastDay)
        support = Cell(
            n: sum.n,
            sum: sum.sum,
            sumOfSquares: sum.sumOfSquares,
            customers: sum.customers,
            customerSumSquares: sum.customerSumSquares,
            customerSumCounts: sum.customerSumCounts,
            customerCountSquares: sum.customerCountSquares
        )
    }
}
