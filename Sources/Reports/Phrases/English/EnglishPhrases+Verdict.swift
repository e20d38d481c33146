import Feedback

extension EnglishPhrases {
    func comparison(
        _ comparison: Comparison,
        over stretch: VerdictStretch,
        brand: String,
        margin: Double,
        minimumVoices: Int
    ) -> String {
        let opening = opening(comparison, stretch, brand)
        let voices = count(comparison.voices, "voice", "voices")
        guard let support = comparison.support.range, let strength = comparison.brand.range,
            let difference = comparison.difference, comparison.state != .insufficient
        else {
            return "\(opening)too little data to compare support strength with brand strength: \(voices) that"
                + " \(comparison.voices == 1 ? "has" : "have") both, at least \(minimumVoices) customers needed."
        }
        let both =
            "support strength \(range(support, decimals: 1)) and brand strength \(range(strength, decimals: 1))"
        let limit = "±" + NumberText.trimmed(margin)
        let end = "\(self.difference(difference)) points\(ninety(comparison, margin)) (n = \(voices) that have both)."
        switch comparison.state {
        case .equal where comparison.isDifferent:
            return "\(opening)\(both) are equal within \(limit), with a small but measurable difference of \(end)"
        case .equal:
            return "\(opening)\(both) are equal within \(limit); the difference is \(end)"
        case .different:
            return "\(opening)\(both) are different; the difference is \(end)"
        default:
            return "\(opening)whether \(both) are equal within \(limit) cannot be told yet; the difference is \(end)"
        }
    }

    private func opening(_ comparison: Comparison, _ stretch: VerdictStretch, _ brand: String) -> String {
        let span = span(comparison.firstMonth, comparison.lastMonth)
        switch stretch {
        case .recent(let months): return "\(brand), the last \(self.months(months)) (\(span)): "
        case .whole: return "Over the whole\(span.isEmpty ? "" : ", \(span)"): "
        case .only: return "\(brand)\(span.isEmpty ? "" : ", \(span)"): "
        }
    }

    /// The interval that was held against the margin, where the wider one of the difference goes beyond it.
    private func ninety(_ comparison: Comparison, _ margin: Double) -> String {
        guard let held = comparison.intervalHeld(against: margin) else { return "" }
        return ", 90% interval \(ends(held, isSigned: true))"
    }

    private func months(_ count: Int) -> String { count == 12 ? "twelve months" : "\(count) months" }

    func span(_ first: String?, _ last: String?) -> String {
        guard let first, let last, case .month(let year, _) = PeriodParts(first),
            case .month(let lastYear, _) = PeriodParts(last)
        else { return "" }
        if first == last { return period(first) }
        let start = year == lastYear ? String(period(first).dropLast(year.count + 1)) : period(first)
        return year == lastYear ? "\(start)–\(period(last))" : "\(start) – \(period(last))"
    }

    func change(_ change: StrengthChange, months: Int) -> String {
        let voices = count(change.support.second.voices, "voice", "voices")
        return
            "Against the \(self.months(months)) before (\(span(change.firstMonth, change.lastMonth)), n = \(voices)): "
            + part("support strength", change.support) + "; " + part("brand strength", change.brand) + "."
    }

    private func part(_ name: String, _ gap: StrengthGap) -> String {
        let (now, then) = (strength(gap.first.range), strength(gap.second.range))
        let size = "\(difference(gap.difference)) points"
        guard gap.isDifferent, gap.difference.value != 0 else {
            return "no change of \(name) is shown, \(now) after \(then), \(size)"
        }
        return "\(name) \(gap.difference.value < 0 ? "fell" : "rose") from \(then) to \(now), \(size)"
    }

    private func strength(_ range: ValueRange?) -> String { range.map { NumberText.tenths($0.value) } ?? "–" }

    func allVoices(support: Strength, brand: Strength) -> String {
        "Over all voices, also those that tell of only one of the two: \(told("support strength", support)),"
            + " \(told("brand strength", brand))."
    }

    private func told(_ name: String, _ strength: Strength) -> String {
        let size = "n = \(NumberText.count(strength.voices))"
        return strength.range.map { "\(name) \(range($0, decimals: 1)), \(size)" } ?? "\(name) insufficient, \(size)"
    }

    func speaking(_ gap: StrengthGap) -> String {
        let numbers =
            "\(strength(gap.first.range)) (n = \(NumberText.count(gap.first.voices))) against"
            + " \(strength(gap.second.range)) (n = \(NumberText.count(gap.second.voices))), a difference of"
            + " \(difference(gap.difference)) points"
        guard gap.isDifferent, gap.difference.value != 0 else {
            return
                "Whether voices that speak of handling hold the brand higher or lower than those that do not cannot be"
                + " told: brand strength \(numbers)."
        }
        return
            "Voices that speak of handling hold the brand \(gap.difference.value < 0 ? "lower" : "higher") than those"
            + " that do not: brand strength \(numbers)."
    }

    func tooLittle(_ note: InsufficientNote, brand: String) -> String {
        let months = note.months == 0 ? "" : " in \(count(note.months, "month", "months"))"
        let voices = "\(count(note.voices, "voice", "voices")) on handling\(months)"
        let needed = note.neededVoices.map {
            "; about \(NumberText.count($0)) would show one of \(NumberText.trimmed(note.wantedFall)) points"
        }
        guard let fall = note.smallestDetectableFall else {
            return
                "\(brand): whether support strength fell cannot be told. With \(voices) no fall of any size"
                + " could have been seen\(needed ?? "")."
        }
        return "\(brand): whether support strength fell by less than \(NumberText.tenths(fall)) points cannot be told."
            + " With \(voices) a smaller fall would be missed\(needed ?? "")."
    }

    func blindBrands(_ brands: [(name: String, voices: Int)]) -> String {
        let named = brands.prefix(BlindBrands.named).map { "\($0.name) (\(count($0.voices, "voice", "voices")))" }
        let names =
            named.joined(separator: ", ")
            + (BlindBrands.rest(brands.count).map { " and \(NumberText.count($0)) more" } ?? "")
        return
            "In \(count(brands.count, "brand", "brands")) too few voices speak of handling to see every fall: \(names)."
    }

    func flagsFound(_ found: FoundChanges) -> String {
        let rises = found.rises == 0 ? "no rise" : count(found.rises, "rise", "rises")
        let signs = found.signs == 0 ? "no early sign" : count(found.signs, "early sign", "early signs")
        let blind = "\(NumberText.count(found.blind)) of \(count(found.brands, "brand", "brands"))"
        guard found.falls == 0 else {
            let end = found.blind == 0 ? "" : " For \(blind) a fall could have been missed."
            return "\(count(found.falls, "fall", "falls")) in support strength, \(rises), \(signs).\(end)"
        }
        switch found.blind {
        case 0: return "No fall in support strength, \(rises), \(signs)."
        case found.brands:
            return "Whether support strength fell cannot be told: too little data. There is \(rises), \(signs)."
        default:
            return "No fall in support strength was found, but for \(blind) it cannot be told; \(rises), \(signs)."
        }
    }

    func withoutBrand(_ number: Int, of comments: Int) -> String {
        "\(count(number, "comment", "comments")) of \(NumberText.count(comments))"
            + " \(number == 1 ? "names" : "name") no known brand and \(number == 1 ? "is" : "are") in no number."
    }

    func withoutTime(_ number: Int, of comments: Int) -> String {
        "\(count(number, "comment", "comments")) of \(NumberText.count(comments))"
            + " \(number == 1 ? "has" : "have") no known time and \(number == 1 ? "is" : "are") in no period."
    }

    func columnsAside(_ names: [String], more: Int, of source: String) -> String {
        let end = more == 0 ? "" : " and \(NumberText.count(more)) more"
        return "Columns of \(source) that are not read: \(names.joined(separator: ", "))\(end)."
    }

    func sealedVoices(_ brands: [(brand: String, voices: Int)]) -> String {
        let all = brands.reduce(0) { $0 + $1.voices }
        let each = brands.map { "\($0.brand) \(NumberText.count($0.voices))" }.joined(separator: ", ")
        return """
            \(NumberText.count(all)) \(all == 1 ? "voice counts" : "voices count") in the series as sealed sums, without \
            words: what was behind \(all == 1 ? "it" : "them") was erased (\(each)).
            """
    }

    func moreColumnsAside(_ sources: Int) -> String {
        "\(count(sources, "further source has", "further sources have")) columns that are not read."
    }

    func leftOut(_ entry: LeftOut) -> String {
        "\(entry.brand) is left out of this report, or a part of it is, since it failed its checks (\(entry.reason))."
    }
}
