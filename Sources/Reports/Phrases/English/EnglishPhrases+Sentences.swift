import Feedback

extension EnglishPhrases {
    /// `a`, `a and b`, `a, b and c`.
    private func joined(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    func overall(_ counts: VerdictCounts, margin: Double) -> String {
        let parts = [
            (counts.different, "different"), (counts.undecided, "undecided"),
            (counts.equal, "equal within \(within(margin: margin))"), (counts.insufficient, "without enough data"),
        ]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? "is" : "are") \($0.1)" }
        return
            "Of \(count(counts.total, "brand", "brands")), over the last twelve months (more where those hold too few voices),"
            + " \(joined(told))."
    }

    func foldedBrands(_ names: [String]) -> String {
        "\(count(names.count, "brand", "brands")) without enough data: \(names.joined(separator: ", "))"
    }

    func flagHeadline(_ flag: ChangeFlag, brand: String) -> String {
        let rises = flag.difference.value > 0
        let size = [flag.difference.value, flag.difference.low, flag.difference.high].map(\.magnitude)
        let ends = crossesZero(flag.difference) ? difference(flag.difference) : magnitudes(size)
        let place = (flag.channel.map(channel) ?? flag.product).map { " (\($0))" } ?? ""
        return
            "\(brand): \(measure(flag.measure, facet: flag.facet).lowercased())\(place) \(rises ? "rose" : "fell") by"
            + " \(ends) points from \(period(flag.firstPeriod)), a \(kind(flag.kind, rises: rises))\(cut(flag))."
    }

    private func cut(_ flag: ChangeFlag) -> String { flag.isCut ? "; the estimate is cut at the end of the scale" : "" }

    private func crossesZero(_ range: ValueRange) -> Bool { range.low < 0 && range.high > 0 }

    private func magnitudes(_ values: [Double]) -> String {
        let ends = values.dropFirst().sorted().map(NumberText.tenths).joined(separator: "–")
        return "\(NumberText.tenths(values[0])) (\(ends))"
    }

    func plainChange(_ change: PlainChange) -> String {
        let before = NumberText.tenths(change.beforePercent)
        let after = NumberText.tenths(change.afterPercent)
        return "Share of \(change.lowRating) star ratings: \(before)% before, \(after)% after."
    }

    func firstPeriodInterval(_ low: String, _ high: String) -> String { "between \(period(low)) and \(period(high))" }

    func earlySign(_ sign: EarlySign, brand: String) -> String {
        let facets = sign.blamedFacets.map { facet(named: $0).lowercased() }
        let blames = facets.isEmpty ? "speaks against the record" : "blames \(joined(facets))"
        let reason =
            switch sign.reason {
            case .contradictsRecord: "against the record of the brand"
            case .suspectsChange: "and suggests that handling used to be better"
            }
        return "\(brand), \(period(sign.period)): one voice \(blames), \(reason)."
    }

    func paradox(_ paradox: RecoveryParadox) -> String {
        let groups =
            "\(count(paradox.recovered, "customer", "customers")) won back, \(NumberText.count(paradox.untroubled)) without"
            + " an incident"
        guard let difference = paradox.difference, paradox.state != .insufficient else {
            return "Do customers who were won back think more of the brand than those who never had a problem?"
                + " Insufficient: too few customers to tell (\(groups))."
        }
        let finding =
            switch paradox.state {
            case .higher: "Customers who were won back think more of the brand than those who never had a problem"
            case .lower: "Customers who were won back think less of the brand than those who never had a problem"
            case .undecided, .insufficient:
                "Whether customers who were won back think more of the brand than those who never had a problem is undecided"
            }
        let p = paradox.p.map { ", p = \(NumberText.probability($0))" } ?? ""
        return "\(finding): \(self.difference(difference)) points (\(groups)\(p))."
    }

    func ledger(read: Int, lost: Int) -> String {
        guard read > 0 else {
            return "No import is on record here, so whether every row is accounted for cannot be told."
        }
        guard lost != 0 else {
            return read == 1
                ? "The ledger adds up: the one row read is accounted for."
                : "The ledger adds up: all \(NumberText.count(read)) rows read are accounted for."
        }
        return "The ledger does not add up: \(NumberText.count(abs(lost))) of \(NumberText.count(read)) rows read are"
            + " not accounted for. Do not rely on these numbers until this is settled."
    }

    func parityNote(pairs: Int) -> String {
        "\(NumberText.count(pairs)) comments that Koe brings along tell the same in both languages, with what people found"
            + " in them. An interval that leaves out 0 says that one language is read otherwise than the other."
    }

    func mismatches(_ count: Int) -> String {
        "\(self.count(count, "comment", "comments")) in which rating and text disagree."
    }
}
