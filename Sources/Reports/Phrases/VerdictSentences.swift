import Feedback

extension Comparison {
    /// The 90 % interval, where equality is said and the 95 % interval reaches the margin as printed.
    func intervalHeld(against margin: Double) -> ValueRange? {
        guard state == .equal, let difference, let equality else { return nil }
        return max(-difference.low, difference.high) >= margin ? equality : nil
    }
}

extension Phrases {
    /// What is said of a brand: the present, then what changed, then the whole, then what stands beside it.
    func sentences(of brand: BrandReport, minimumVoices: Int) -> [String] {
        let name = name(of: brand)
        let flag = latestFlag(of: brand).map { flagHeadline($0, brand: name) }
        return sentences(of: brand.verdict, brand: name, minimumVoices: minimumVoices, flag: flag)
    }

    /// The same from a verdict alone; `flag`: what is said of the latest flag, after the change.
    func sentences(of verdict: Verdict, brand: String, minimumVoices: Int, flag: String? = nil) -> [String] {
        func told(_ comparison: Comparison, _ stretch: VerdictStretch) -> String {
            self.comparison(
                comparison,
                over: stretch,
                brand: brand,
                margin: verdict.margin,
                minimumVoices: minimumVoices
            )
        }
        let whole = told(verdict.whole, verdict.recent == nil ? .only : .whole)
        let recent = verdict.recent.map { told($0, .recent(months: verdict.recentMonths)) }
        let change = verdict.change.map { self.change($0, months: verdict.recentMonths) }
        let hasMore = max(verdict.allSupport.voices, verdict.allBrand.voices) > verdict.whole.voices
        let all = hasMore ? allVoices(support: verdict.allSupport, brand: verdict.allBrand) : nil
        let first = recent == nil ? [whole, flag] : [recent, change, flag, whole]
        return (first + [all, verdict.speaking.map(speaking)]).compactMap { $0 }
    }

    /// The latest change of support strength as a whole.
    private func latestFlag(of brand: BrandReport) -> ChangeFlag? {
        (brand.flags + brand.improvements)
            .filter { $0.measure == .support && $0.channel == nil && $0.product == nil && $0.state != .superseded }
            .max { ($0.firstPeriod, $0.id) < ($1.firstPeriod, $1.id) }
    }
}
