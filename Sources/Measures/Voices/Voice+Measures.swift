import Feedback

extension Voice {
    /// What the voice adds to a measure, in basis points; `nil` when it says nothing about it.
    package func value(of measure: MeasureID) -> Int? {
        switch measure {
        case .support: supportPolarity
        case .brand: brandPolarity
        case .difference:
            if let supportPolarity, let brandPolarity { supportPolarity - brandPolarity } else { nil }
        case .comparedSupport: brandPolarity == nil ? nil : supportPolarity
        case .comparedBrand: supportPolarity == nil ? nil : brandPolarity
        case .silentBrand: supportPolarity == nil ? brandPolarity : nil
        case .facet(let facet): facetPolarity.first { $0.facet == facet }?.basisPoints
        case .signalShare(let signal): signals.contains(signal) ? 10_000 : 0
        case .rating: rating
        case .lowStarShare: rating.map { $0 <= -5_000 ? 10_000 : 0 }
        case .netPromoter: answer(.netPromoter).map(\.netPromoterPoints)
        case .satisfaction: answer(.satisfaction).map { $0.basisPoints >= 5_000 ? 10_000 : 0 }
        case .effort: answer(.effort)?.basisPoints
        }
    }

    /// Calls `body` with the order in `MeasureID.all` and the value of every measure that has one.
    ///
    /// The same values as `value(of:)`, in one pass.
    func forEachMeasure(_ body: (Int, Int) -> Void) {
        if let supportPolarity { body(0, supportPolarity) }
        if let brandPolarity { body(1, brandPolarity) }
        if let supportPolarity, let brandPolarity {
            body(2, supportPolarity - brandPolarity)
            body(3, supportPolarity)
            body(4, brandPolarity)
        } else if let brandPolarity {
            body(5, brandPolarity)
        }
        for mention in facetPolarity { body(MeasureID.firstFacet + mention.facet.order, mention.basisPoints) }
        for signal in LoyaltySignal.inOrder {
            body(MeasureID.firstSignal + signal.order, signals.contains(signal) ? 10_000 : 0)
        }
        if let rating {
            body(MeasureID.firstRating, rating)
            body(MeasureID.firstRating + 1, rating <= -5_000 ? 10_000 : 0)
        }
        guard !answers.isEmpty else { return }
        for measure in MeasureID.surveys {
            if let value = value(of: measure) { body(measure.order, value) }
        }
    }

    /// Whether the voice is counted in a cell's brand, period and channel.
    package func belongs(to key: CellKey) -> Bool {
        guard isCounted, brand == key.brand, key.channel == nil || key.channel == channel else { return false }
        guard key.period.length != .all else { return true }
        return day.map { Period(key.period.length, containing: $0) == key.period } ?? false
    }

    private func answer(_ instrument: SurveyInstrument) -> Rating? {
        answers.first { $0.instrument == instrument }?.rating
    }
}

extension Rating {
    /// +10,000 for a promoter (9–10), −10,000 for a detractor (0–6), 0 between, of an answer from 0 to 10.
    ///
    /// Source: Reichheld, "The One Number You Need to Grow", Harvard Business Review 81(12), 2003.
    fileprivate var netPromoterPoints: Int {
        if thousandths >= 9_000 { return 10_000 }
        return thousandths <= 6_000 ? -10_000 : 0
    }
}
