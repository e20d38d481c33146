package import Feedback

/// How strongly each facet goes with brand polarity: an association and not a cause.
package struct KeyDrivers: Hashable, Sendable {
    /// One facet's part.
    package struct Driver: Hashable, Sendable {
        package let facet: Facet
        /// Voices that praise or blame the facet.
        package let voices: Int
        /// Standardized coefficient: standard deviations of brand polarity a standard deviation of the facet.
        package let effect: Double
        /// 95 % interval of the effect, clustered by customer.
        package let interval: ClosedRange<Double>
        /// Points of brand strength between a voice that praises the facet and one that blames it, all else alike.
        package let points: Double
        /// 95 % interval of `points`.
        package let pointsInterval: ClosedRange<Double>
        /// p-value of no effect, adjusted over all facets by Benjamini and Hochberg.
        package let q: Double
    }

    /// By falling size of the standardized effect.
    package let drivers: [Driver]
    /// Voices in the fit.
    package let voices: Int
    package let customers: Int
    /// Share of the variance of brand polarity that the facets go with, 0…1.
    package let explained: Double

    /// Sources of brand polarity that count: valence is left out, since it rests on the same words as the facets.
    package static let bases: Set<Voice.BrandBasis> = [.signals, .rating]
    /// Voices a facet needs.
    package static let minimumVoices = 20

    /// Points of strength in a unit of polarity, twice: from blame to praise.
    private static let swing = 100.0

    /// Brand polarity regressed on all facets at once.
    ///
    /// A facet is its polarity, and 0 where the voice does not praise or blame it. Standard errors are clustered by
    /// customer with the factor G/(G−1)·(N−1)/(N−K) (Cameron and Miller 2015, equation 11 and CR1) and t with G − 1
    /// degrees of freedom; coefficients are standardized by the standard deviations in the fit.
    ///
    /// `nil` when fewer than two customers or no facet with enough voices remain, or brand polarity does not vary.
    ///
    /// - Parameters:
    ///   - minimumVoices: Voices a facet needs.
    ///   - rows: Calls its body with the voices that count, those of one customer together; called twice.
    /// - Throws: What `rows` throws.
    package init?(
        minimumVoices: Int = KeyDrivers.minimumVoices,
        rows: ((DriverRow) -> Void) throws -> Void
    ) rethrows {
        var sums = DriverSums()
        try rows { sums.add($0) }
        let facets = Facet.inOrder.filter { sums.mentions[$0.order] >= minimumVoices }
        guard let fit = try DriverFit(sums, facets: facets, rows: rows) else { return nil }
        voices = sums.voices
        customers = fit.customers
        explained = fit.explained
        let adjusted = MultipleTests.benjaminiHochberg(fit.effects.map(\.p))
        drivers = facets.indices.map { place in
            let effect = fit.effects[place]
            let (points, reach) = (Self.swing * effect.slope, Self.swing * effect.slopeReach)
            return Driver(
                facet: facets[place],
                voices: sums.mentions[facets[place].order],
                effect: effect.standardized,
                interval: effect.standardized - effect.standardizedReach...effect.standardized
                    + effect.standardizedReach,
                points: points,
                pointsInterval: points - reach...points + reach,
                q: adjusted[place]
            )
        }
        .sorted { abs($0.effect) > abs($1.effect) }
    }

    /// The same of voices in memory, in any order: counted ones that have a brand polarity of these bases and a facet.
    package init?(
        voices: [Voice],
        bases: Set<Voice.BrandBasis> = KeyDrivers.bases,
        minimumVoices: Int = KeyDrivers.minimumVoices
    ) {
        let rows = voices.filter { $0.isCounted && bases.contains($0.brandBasis) }
            .sorted { ($0.brand, $0.customer, $0.id) < ($1.brand, $1.customer, $1.id) }
            .compactMap { voice in
                voice.brandPolarity.flatMap {
                    DriverRow(customer: voice.brand + "/" + voice.customer, brand: $0, facets: voice.facetPolarity)
                }
            }
        self.init(minimumVoices: minimumVoices) { rows.forEach($0) }
    }
}

/// A voice as a row of the fit.
package struct DriverRow: Sendable {
    let customer: String
    /// −1…1.
    let brand: Double
    /// 1, then the polarity of every facet in its order, −1…1; 0 where there is none.
    let values: [Double]
    /// Facets that are praised or blamed.
    let facets: [Facet]

    /// `brand`: brand polarity in basis points.
    ///
    /// - Returns: `nil` without a facet.
    package init?(customer: String, brand: Int, facets: [FacetPolarity]) {
        if facets.isEmpty { return nil }
        var values = [Double](repeating: 0, count: Facet.inOrder.count + 1)
        values[0] = 1
        for facet in facets { values[facet.facet.order + 1] = Double(facet.basisPoints) / 10_000 }
        self.customer = customer
        self.brand = Double(brand) / 10_000
        self.values = values
        self.facets = facets.map(\.facet)
    }
}
