/// Checks that a verdict's state, its two findings and its numbers say the same.
struct VerdictCheck {
    let verdict: Verdict
    let place: String
    let head: ReportHead

    func run() throws {
        let part = PartCheck(place: place, minimumVoices: head.minimumVoices)
        try part.number(verdict.margin, in: 0...100)
        try require(verdict.margin > 0, .numberOutOfRange, place, "the margin is 0")
        try part.counts([verdict.voices, verdict.periods])
        try part.strength(verdict.support)
        try part.strength(verdict.brand)
        try part.range(verdict.difference, in: PartCheck.differences)
        try require(stateFits, .inconsistentModel, place, "\"\(verdict.state.rawValue)\" contradicts the findings")
        if verdict.state != .insufficient {
            let isWhole = verdict.support.range != nil && verdict.brand.range != nil && verdict.difference != nil
            try require(isWhole, .inconsistentModel, place, "a value is missing; the state must be insufficient")
        }
        if let first = verdict.firstYear, let last = verdict.lastYear {
            try require(first <= last, .inconsistentModel, place, "the first year is after the last")
        }
        try checkDetail(part)
    }

    private var stateFits: Bool {
        switch verdict.state {
        case .equal: verdict.isEqualWithinMargin
        case .different: verdict.isDifferent && !verdict.isEqualWithinMargin
        case .undecided, .insufficient: !verdict.isDifferent && !verdict.isEqualWithinMargin
        }
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
