import Feedback
import Measures
import Reports
import Store

/// Tells how strongly each facet goes with brand strength, by `KeyDrivers`.
struct DriverBuilder {
    private static let bases = Set(KeyDrivers.bases.map(\.rawValue))

    private var rows: [DriverRow] = []

    /// `voice`: of the brand, those of one customer together.
    mutating func add(_ voice: ReportVoices.BrandVoice) {
        guard voice.isCounted, !voice.facets.isEmpty, let brand = voice.brandPolarity,
            Self.bases.contains(voice.brandBasis)
        else { return }
        let facets = voice.facets.compactMap { name, basisPoints in
            Facet(rawValue: name).map { FacetPolarity(facet: $0, basisPoints: basisPoints) }
        }
        if let row = DriverRow(customer: voice.customer, brand: brand, facets: facets) { rows.append(row) }
    }

    /// The largest effects first; an association and not a cause.
    var drivers: [KeyDriver] {
        let found = KeyDrivers { body in rows.forEach(body) }
        return (found?.drivers ?? []).map { driver in
            KeyDriver(
                facet: driver.facet,
                points: ValueRange(driver.points, driver.pointsInterval),
                voices: driver.voices,
                q: driver.q
            )
        }
    }
}

extension ValueRange {
    /// A difference of polarities as points of strength.
    init(_ change: MeanChange) {
        self.init(
            change.difference / 200,
            (change.interval.lowerBound / 200)...(change.interval.upperBound / 200)
        )
    }
}
