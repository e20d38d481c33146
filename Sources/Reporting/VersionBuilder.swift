import Feedback
import Flags
import Measures
package import Reports
package import Store
package import Workspace

/// Versions as reports and live pages show them.
package struct VersionBuilder {
    /// Versions of a brand at most: those that came last.
    private static let mostRows = 500
    /// Releases and versions that stand beside a change at most.
    private static let mostReleases = 5
    private static let mostAround = 24

    let minimumVoices: Int
    let names: VoiceNames

    package init(minimumVoices: Int, names: VoiceNames) {
        self.minimumVoices = minimumVoices
        self.names = names
    }

    /// Those of a brand with voices enough, the newest first.
    package func rows(of brand: String, in db: StoreConnection) throws -> [VersionRow] {
        let rows = try VersionTimeline.all(of: brand, in: db).flatMap { timeline in
            timeline.changes(minimumVoices: minimumVoices).map { row($0.version, of: timeline.product, $0.change) }
        }
        let newest = rows.enumerated().sorted { left, right in
            left.element.firstDay == right.element.firstDay
                ? left.offset > right.offset : left.element.firstDay > right.element.firstDay
        }
        return newest.prefix(Self.mostRows).map(\.element)
    }

    /// The releases beside a change of support strength; empty for facets, since versions are told apart by support
    /// alone.
    package func releases(beside flag: FlagDetail, in db: StoreConnection) throws -> [Release] {
        guard !flag.isAboutFacet else { return [] }
        let timelines = try VersionTimeline.all(of: flag.brand, in: db)
        return ReleaseComparison.all(of: flag, in: timelines, minimumVoices: minimumVoices).prefix(Self.mostReleases)
            .map(release)
    }

    private func release(_ comparison: ReleaseComparison) -> Release {
        Release(
            product: comparison.product.map { names.shown($0) },
            new: comparison.new.map { names.shown($0.name) },
            firstDay: comparison.new.first?.firstDay.description ?? "",
            earlier: comparison.earlier.map { names.shown($0.name) },
            before: Reports.Strength(comparison.before, minimumVoices: minimumVoices),
            after: Reports.Strength(comparison.after, minimumVoices: minimumVoices),
            difference: comparison.change.map(ValueRange.init(points:)),
            versions: around(comparison).map { version in
                var row = row(version, of: comparison.product, nil)
                row.place = place(of: version, in: comparison)
                return row
            }
        )
    }

    /// The versions named most, in the order in which they came.
    private func around(_ comparison: ReleaseComparison) -> [VersionTimeline.Version] {
        let counts = comparison.around.map(\.support.n).sorted(by: >)
        let least = counts.count > Self.mostAround ? counts[Self.mostAround - 1] : 0
        return Array(comparison.around.filter { $0.support.n >= least }.prefix(Self.mostAround))
    }

    private func place(of version: VersionTimeline.Version, in comparison: ReleaseComparison) -> VersionRow.Place {
        if comparison.new.contains(where: { $0.name == version.name }) { return .within }
        return comparison.earlier.contains { $0.name == version.name } ? .earlier : .later
    }

    private func row(_ version: VersionTimeline.Version, of product: String?, _ change: MeanChange?) -> VersionRow {
        VersionRow(
            product: product.map { names.shown($0) },
            version: names.shown(version.name),
            firstDay: version.firstDay.description,
            lastDay: version.lastDay.description,
            strength: Reports.Strength(version.support, minimumVoices: minimumVoices),
            change: change.map(ValueRange.init(points:))
        )
    }
}

extension ValueRange {
    /// A change of polarities in basis points, as points of strength.
    fileprivate init(points change: MeanChange) {
        let scale = FlagDetail.basisPointsPerPoint
        self.init(
            change.difference / scale,
            change.interval.lowerBound / scale...change.interval.upperBound / scale
        )
    }
}
