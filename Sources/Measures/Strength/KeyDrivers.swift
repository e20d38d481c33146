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
        /// p-value of no effect, adjusted over all facets by Benjamini and Hochberg.
        package let q: Double
        /// Pearson correlation among the voices that praise or blame the facet; `nil` when it cannot be formed.
        package let correlation: Correlation?
    }

    /// By falling size of effect.
    package let drivers: [Driver]
    /// Voices in the fit.
    package let voices: Int
    package let customers: Int
    /// Share of the variance of brand polarity that the facets go with, 0…1.
    package let explained: Double

    /// Brand polarity regressed on all facets at once.
    ///
    /// A facet is its polarity, and 0 where the voice does not praise or blame it. Standard errors are clustered by
    /// customer with the factor G/(G−1)·(N−1)/(N−K) (Cameron and Miller 2015, equation 11 and CR1) and t with G − 1
    /// degrees of freedom; coefficients are standardized by the standard deviations in the fit. Brand polarity taken
    /// from valence is left out by default, since it rests on the same words as the facets.
    ///
    /// `nil` when fewer than two customers or no facet with enough voices remain, or brand polarity does not vary.
    ///
    /// - Parameters:
    ///   - voices: Voices of one brand, or of all.
    ///   - bases: Sources of brand polarity that count.
    ///   - minimumVoices: Voices a facet needs.
    package init?(
        voices: [Voice],
        bases: Set<Voice.BrandBasis> = [.signals, .rating],
        minimumVoices: Int = 20
    ) {
        let rows = DriverRow.rows(of: voices, bases: bases)
        let facets = DriverRow.facets(in: rows, minimumVoices: minimumVoices)
        guard let fit = DriverFit(rows, facets: facets) else { return nil }
        self.voices = rows.count
        customers = fit.customers
        explained = fit.explained
        let adjusted = MultipleTests.benjaminiHochberg(fit.effects.map(\.p))
        drivers = facets.indices.map { place in
            let own = rows.filter { $0.polarities[facets[place]] != nil }
            return Driver(
                facet: facets[place],
                voices: own.count,
                effect: fit.effects[place].effect,
                interval: fit.effects[place].interval,
                q: adjusted[place],
                correlation: Correlation.pearson(own.compactMap { $0.polarities[facets[place]] }, own.map(\.brand))
            )
        }
        .sorted { abs($0.effect) > abs($1.effect) }
    }
}

/// A voice as a row of the fit.
struct DriverRow {
    let id: String
    let customer: String
    let brand: Double
    let polarities: [Facet: Double]

    /// Counted voices that have a brand polarity and a facet, by customer, then id.
    static func rows(of voices: [Voice], bases: Set<Voice.BrandBasis>) -> [DriverRow] {
        voices.compactMap { voice in
            guard voice.isCounted, let brand = voice.brandPolarity, bases.contains(voice.brandBasis),
                !voice.facetPolarity.isEmpty
            else { return nil }
            let polarities = voice.facetPolarity.map { ($0.facet, Double($0.basisPoints) / 10_000) }
            return DriverRow(
                id: voice.id,
                customer: voice.brand + "/" + voice.customer,
                brand: Double(brand) / 10_000,
                polarities: Dictionary(polarities) { first, _ in first }
            )
        }
        .sorted { ($0.customer, $0.id) < ($1.customer, $1.id) }
    }

    /// Facets with voices enough, in the order of `Facet`.
    static func facets(in rows: [DriverRow], minimumVoices: Int) -> [Facet] {
        Facet.allCases.filter { facet in rows.count { $0.polarities[facet] != nil } >= minimumVoices }
    }
}
