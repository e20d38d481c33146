import Feedback
import Measures
import Reports
import Store

/// Tells how strongly each facet goes with brand strength, by `KeyDrivers`.
struct DriverBuilder {
    /// The largest effects first; an association and not a cause.
    func drivers(of brand: String, in db: StoreConnection) throws -> [KeyDriver] {
        let bases = KeyDrivers.bases.map(\.rawValue).sorted()
        let found = try KeyDrivers { body in
            try ReportVoices.forEachDriverVoice(of: brand, bases: bases, in: db) { voice in
                let facets = voice.facets.compactMap { name, basisPoints in
                    Facet(rawValue: name).map { FacetPolarity(facet: $0, basisPoints: basisPoints) }
                }
                if let row = DriverRow(customer: voice.customer, brand: voice.brandPolarity, facets: facets) {
                    body(row)
                }
            }
        }
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
