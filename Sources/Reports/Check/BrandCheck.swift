/// Checks everything a model says of one brand.
struct BrandCheck {
    let brand: BrandReport
    let head: ReportHead

    private var place: String { "brands[\(brand.name)]" }

    func run() throws {
        try VerdictCheck(verdict: brand.verdict, place: place + ".verdict", head: head).run()
        try checkSeries(brand.yearly, named: "yearly")
        try checkSeries(brand.monthly, named: "monthly")
        for event in brand.events { try part("events").period(event.period) }
        try checkNumbers()
        if let note = brand.insufficient {
            try part("insufficient").counts([note.voices, note.months, note.neededVoices ?? 0])
            try part("insufficient").number(note.smallestDetectableFall, in: 0...100)
        }
        try checkChanges()
        for verbatim in brand.verbatims { try part("verbatims").verbatim(verbatim) }
        for timeline in brand.cases { try part("cases[\(timeline.caseID)]").timeline(timeline) }
    }

    private func part(_ name: String) -> PartCheck {
        PartCheck(place: "\(place).\(name)", minimumVoices: head.minimumVoices)
    }

    private func checkSeries(_ series: [SeriesPoint], named name: String) throws {
        let part = part(name)
        var last: PeriodSpan?
        for point in series {
            try part.period(point.period)
            let span = PeriodSpan(point.period)
            if let last, let span {
                let isNext = last < span
                try require(
                    isNext,
                    .inconsistentModel,
                    part.place,
                    "\(point.period) does not come after the one before"
                )
            }
            last = span
            try part.strength(point.support)
            try part.strength(point.brand)
            try part.number(point.adjustedSupport, in: 0...100)
            if let compared = point.compared {
                let voices = compared.voices
                try part.strength(Strength(voices: voices, range: compared.support))
                try part.strength(Strength(voices: voices, range: compared.brand))
                try part.difference(compared.difference, of: compared.support, and: compared.brand)
            }
        }
    }

    private func checkNumbers() throws {
        for row in brand.facets {
            let part = part("facets[\(row.facet)]")
            try part.facet(row.facet)
            try part.strength(row.strength)
            try part.counts([row.positive, row.negative, row.bare, row.praises.voices, row.blames.voices])
            try part.levels(row.yearly)
            for verbatim in row.praises.quotes + row.blames.quotes { try part.verbatim(verbatim) }
        }
        for row in brand.signals {
            try part("signals").signal(row.signal)
            try part("signals").counts([row.voices])
        }
        for driver in brand.drivers {
            try part("drivers").facet(driver.facet)
            try part("drivers").range(driver.points, in: PartCheck.differences)
        }
        try part("calendar").counts(brand.calendar.map(\.voices))
        for month in brand.calendar { try part("calendar").period(month.period) }
        for time in brand.handling + brand.handlingYears {
            try part("handling").period(time.period)
            try part("handling").counts([time.cases])
            try part("handling").range(time.medianMinutes, in: 0...100_000_000)
        }
        for survey in brand.surveys { try part("surveys").range(survey.value, in: -100...1_000) }
        try checkVersions()
        try checkRecovery()
    }

    private func checkVersions() throws {
        for row in brand.versions { try part("versions[\(row.version)]").version(row) }
    }

    private func checkRecovery() throws {
        guard let recovery = brand.recovery else { return }
        let part = part("recovery")
        try part.counts([recovery.cases, recovery.recovered])
        try require(recovery.recovered <= recovery.cases, .inconsistentModel, part.place, "more recovered than cases")
        try part.range(recovery.sharePercent, in: 0...100)
        try part.range(recovery.change, in: PartCheck.differences)
        try part.strength(recovery.withoutIncident)
        try part.strength(recovery.withRecovery)
        if let paradox = recovery.paradox {
            try part.counts([paradox.recovered, paradox.untroubled])
            try part.range(paradox.difference, in: PartCheck.differences)
            try part.number(paradox.p, in: 0...1)
        }
    }

    private func checkChanges() throws {
        for change in brand.yearOverYear {
            let part = part("yearOverYear[\(change.to)]")
            for period in [change.from, change.to] { try part.period(period) }
            try part.strength(change.before)
            try part.strength(change.after)
            try part.range(change.difference, in: PartCheck.differences)
            try part.number(change.within, in: PartCheck.differences)
            try part.number(change.mix, in: PartCheck.differences)
        }
        for flag in brand.flags { try FlagCheck(flag: flag, part: part("flags[\(flag.id)]")).run(rises: false) }
        for flag in brand.improvements {
            try FlagCheck(flag: flag, part: part("improvements[\(flag.id)]")).run(rises: true)
        }
        for sign in brand.earlySigns {
            let part = part("earlySigns[\(sign.id)]")
            try part.period(sign.period)
            for facet in sign.blamedFacets { try part.facet(facet) }
            try part.strength(sign.record)
            for verbatim in [sign.verbatim] + sign.related { try part.verbatim(verbatim) }
        }
    }
}

/// Checks one flag.
struct FlagCheck {
    let flag: ChangeFlag
    let part: PartCheck

    func run(rises: Bool) throws {
        let isRise = flag.difference.value > 0
        try require(isRise == rises, .inconsistentModel, part.place, "falls and rises are mixed up")
        let periods = [
            flag.firstPeriod, flag.firstPeriodLow, flag.firstPeriodHigh, flag.lastGoodPeriod, flag.firstDetectable,
        ]
        for period in periods { try part.period(period) }
        try part.strength(flag.before)
        try part.strength(flag.after)
        try part.range(flag.difference, in: PartCheck.points)
        try part.number(flag.p, in: 0...1)
        try part.number(flag.q, in: 0...1)
        try part.number(flag.resolution, in: 0...1)
        try part.number(flag.within, in: PartCheck.differences)
        try part.number(flag.mix, in: PartCheck.differences)
        try part.number(flag.plain?.beforePercent, in: 0...100)
        try part.number(flag.plain?.afterPercent, in: 0...100)
        try part.counts([flag.seriesTested, flag.exemplarVoices, flag.contrastVoices])
        try part.levels(flag.series)
        try part.facet(flag.measure == .facet ? flag.facet ?? "" : nil)
        for mover in flag.facets { try part.facet(mover.name) }
        for mover in flag.facets + flag.channels { try part.number(mover.change, in: PartCheck.differences) }
        for release in flag.releases {
            for strength in [release.before, release.after] { try part.strength(strength) }
            try part.range(release.difference, in: PartCheck.differences)
            for row in release.versions { try part.version(row) }
        }
        for verbatim in flag.exemplars + flag.contrasts { try part.verbatim(verbatim) }
        for timeline in flag.cases { try part.timeline(timeline) }
    }
}
