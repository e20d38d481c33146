import Feedback

/// Checks of the parts that occur in many places of a model.
struct PartCheck {
    /// Where the part stands, for the error.
    let place: String
    var minimumVoices = 1

    /// Differences in points; with few periods an interval reaches far beyond the scale.
    static let differences = -10_000.0...10_000.0

    /// Differences of two values on the scale 0–100.
    static let points = -100.0...100.0

    func number(_ value: Double?, in limits: ClosedRange<Double>) throws {
        guard let value else { return }
        try require(
            value.isFinite && limits.contains(value),
            .numberOutOfRange,
            place,
            "\(value) is not a number from \(limits.lowerBound) to \(limits.upperBound)"
        )
    }

    func counts(_ values: [Int]) throws {
        try require(values.allSatisfy { $0 >= 0 }, .numberOutOfRange, place, "a count is below 0")
    }

    func range(_ range: ValueRange?, in limits: ClosedRange<Double>) throws {
        guard let range else { return }
        for value in [range.value, range.low, range.high] { try number(value, in: limits) }
        // Ends and value may come from different sums; the last bit does not make them contradict each other.
        let isOrdered = range.low <= range.value + 1e-9 && range.value <= range.high + 1e-9
        try require(isOrdered, .inconsistentModel, place, "the value \(range.value) is outside its interval")
    }

    func strength(_ strength: Strength?) throws {
        guard let strength else { return }
        try counts([strength.voices])
        try range(strength.range, in: 0...100)
        let isAllowed = strength.range == nil || strength.voices >= minimumVoices
        try require(
            isAllowed,
            .inconsistentModel,
            place,
            "a value is given for \(strength.voices) voices; below \(minimumVoices) it must be left out"
        )
    }

    /// Throws unless a difference is that of two values, all of them in whole tenths.
    func difference(_ difference: ValueRange, of first: ValueRange, and second: ValueRange) throws {
        try range(difference, in: Self.points)
        let tenths = [first, second, difference].map { ($0.value * 10).rounded() }
        try require(
            tenths[0] - tenths[1] == tenths[2],
            .inconsistentModel,
            place,
            "\(difference.value) is not \(first.value) less \(second.value)"
        )
    }

    func facet(_ name: String?) throws {
        guard let name else { return }
        try require(Facet(rawValue: name) != nil, .unknownName, place, "\"\(name)\" is no facet")
    }

    func signal(_ name: String) throws {
        try require(LoyaltySignal(rawValue: name) != nil, .unknownName, place, "\"\(name)\" is no loyalty signal")
    }

    func period(_ label: String?) throws {
        guard let label else { return }
        try require(PeriodSpan(label) != nil, .unknownName, place, "\"\(label)\" is no period such as 2008 or 2008-04")
    }

    /// Throws unless the levels stand in the order of time.
    func levels(_ points: [LevelPoint]) throws {
        var last: PeriodSpan?
        for point in points {
            try period(point.period)
            try strength(point.strength)
            guard let span = PeriodSpan(point.period) else { continue }
            let isNext = last.map { $0 < span } ?? true
            try require(isNext, .inconsistentModel, place, "\(point.period) does not come after the one before")
            last = span
        }
    }

    func version(_ row: VersionRow) throws {
        for day in [row.firstDay, row.lastDay] { try period(day) }
        try strength(row.strength)
        try range(row.change, in: Self.differences)
    }

    func timeline(_ timeline: CaseTimeline) throws {
        for facet in timeline.facets { try self.facet(facet.facet) }
        for name in timeline.signals { try signal(name) }
    }

    func verbatim(_ verbatim: Verbatim) throws {
        let part = PartCheck(place: "\(place).verbatims[\(verbatim.commentID)]")
        try require(!verbatim.segments.isEmpty, .emptyModel, part.place, "has no text")
        try part.number(verbatim.support, in: -1...1)
        try part.number(verbatim.brand, in: -1...1)
        for highlight in verbatim.segments.compactMap(\.highlight) {
            try require((-1...1).contains(highlight.polarity), .numberOutOfRange, part.place, "a polarity is not −1…1")
            switch highlight.kind {
            case .valence: break
            case .facet: try part.facet(highlight.name)
            case .signal: if let name = highlight.name { try part.signal(name) }
            }
        }
    }

    func superseded(_ flag: SupersededFlag) throws {
        try period(flag.firstPeriod)
        try facet(flag.facet)
        try number(flag.difference, in: Self.points)
    }

    func explained(_ change: ExplainedChange) throws {
        try period(change.from)
        try period(change.to)
        try facet(change.facet)
        try counts([change.voices])
        try number(change.rawDifference, in: -100...100)
        try range(change.remaining, in: Self.differences)
    }
}
