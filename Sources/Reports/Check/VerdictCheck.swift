/// Checks that a verdict's states, its findings and its numbers say the same.
struct VerdictCheck {
    let verdict: Verdict
    let place: String
    let head: ReportHead

    func run() throws {
        let part = PartCheck(place: place, minimumVoices: head.minimumVoices)
        try part.number(verdict.margin, in: 0...100)
        try require(verdict.margin > 0, .numberOutOfRange, place, "the margin is 0")
        for comparison in [verdict.recent, verdict.whole].compactMap({ $0 }) { try check(comparison, part) }
        let isTold = (verdict.recent != nil) == (verdict.recentMonths > 0)
        try require(isTold, .inconsistentModel, place, "the months of the present are not told, or those of nothing")
        try part.strength(verdict.allSupport)
        try part.strength(verdict.allBrand)
        let least = min(verdict.allSupport.voices, verdict.allBrand.voices)
        try require(verdict.whole.voices <= least, .inconsistentModel, place, "more voices compared than there are")
        if let gap = verdict.speaking { try check(gap, part) }
        if let change = verdict.change {
            for month in [change.firstMonth, change.lastMonth] { try part.period(month) }
            for gap in [change.support, change.brand] { try check(gap, part) }
            let isLatest =
                verdict.recent?.support == change.support.first && verdict.recent?.brand == change.brand.first
            try require(isLatest, .inconsistentModel, place, "the change does not end at the present")
        }
        try checkDetail(part)
    }

    private func check(_ comparison: Comparison, _ part: PartCheck) throws {
        try part.counts([comparison.testedMonths])
        try part.strength(comparison.support)
        try part.strength(comparison.brand)
        let isOne = comparison.support.voices == comparison.brand.voices
        try require(isOne, .inconsistentModel, place, "support and brand are not over the same voices")
        for month in [comparison.firstMonth, comparison.lastMonth] { try part.period(month) }
        let name = comparison.state.rawValue
        try require(stateFits(comparison), .inconsistentModel, place, "\"\(name)\" contradicts the findings")
        guard comparison.state != .insufficient else { return }
        guard let support = comparison.support.range, let brand = comparison.brand.range,
            let difference = comparison.difference, let equality = comparison.equality
        else {
            throw ReportError(.inconsistentModel, at: place, "a value is missing; the state must be insufficient")
        }
        for range in [difference, equality] { try part.difference(range, of: support, and: brand) }
    }

    private func stateFits(_ comparison: Comparison) -> Bool {
        switch comparison.state {
        case .equal: comparison.isEqualWithinMargin
        case .different: comparison.isDifferent && !comparison.isEqualWithinMargin
        case .undecided, .insufficient: !comparison.isDifferent && !comparison.isEqualWithinMargin
        }
    }

    private func check(_ gap: StrengthGap, _ part: PartCheck) throws {
        try part.strength(gap.first)
        try part.strength(gap.second)
        guard let first = gap.first.range, let second = gap.second.range else {
            throw ReportError(.inconsistentModel, at: place, "a difference of a strength that is not told")
        }
        try part.difference(gap.difference, of: first, and: second)
    }

    private func checkDetail(_ part: PartCheck) throws {
        guard let detail = verdict.detail else { return }
        for p in [detail.tostP, detail.differenceP] { try part.number(p, in: 0...1) }
        for value in [detail.blandAltmanBias, detail.blandAltmanLow, detail.blandAltmanHigh] {
            try part.number(value, in: PartCheck.differences)
        }
        for range in [detail.demingSlope, detail.demingIntercept] { try part.range(range, in: -1e9...1e9) }
        try part.number(detail.theilSenSlope, in: -1e9...1e9)
    }
}
