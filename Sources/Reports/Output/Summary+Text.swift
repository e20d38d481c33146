import Feedback

extension Summary {
    /// Lines of changes and of brands at most.
    private static let (changes, brands) = (3, 2)

    /// The report in a chat message of at most twelve lines: what changed, then who is different, then what is missing.
    var lines: [String] {
        ["\(title)\(phrases.bracketed(phrases.instant(model.head.asOf)))"] + [model.head.notice].compactMap { $0 }
            + changed + [overall] + different + [ledger]
    }

    private var changed: [String] {
        let flags = model.brands.flatMap { brand in
            (brand.flags + brand.improvements).map { (brand: brand, flag: $0) }
        }
        .filter { $0.flag.state != .superseded }
        .sorted { left, right in
            let (news, known) = (left.flag.state == .new, right.flag.state == .new)
            if news != known { return news }
            return (right.flag.firstPeriod, left.flag.id) < (left.flag.firstPeriod, right.flag.id)
        }
        let told = flags.prefix(Self.changes).map { brand, flag in
            let sign = flag.difference.value > 0 ? "▲" : "▼"
            let headline = phrases.flagHeadline(flag, brand: phrases.name(of: brand))
            return "\(sign) \(headline)\(phrases.bracketed(phrases.state(flag.state)))"
        }
        let rest = flags.count - told.count
        return [phrases.flagsFound(FoundChanges(model.brands))] + told + (rest > 0 ? [phrases.moreChanges(rest)] : [])
    }

    private var overall: String { phrases.overall(VerdictCounts(model.brands), margin: model.head.margin) }

    /// The brands that need a look first, each with its verdict.
    private var different: [String] {
        BrandOrder(model.brands).shown.map { model.brands[$0] }.filter(\.verdict.lead.isDifferent).prefix(Self.brands)
            .compactMap { phrases.sentences(of: $0, minimumVoices: model.head.minimumVoices).first }
            .map { "≠ " + $0 }
    }

    /// Whether the numbers hold everything, in one line.
    private var ledger: String {
        let coverage = model.coverage
        let gaps = CoverageGaps(coverage, phrases: phrases).sentences.prefix(2)
        return
            ([phrases.ledger(read: coverage.totalRead, lost: coverage.totalLost)] + gaps
            + model.leftOut.map(phrases.leftOut)).joined(separator: phrases.sentenceGap)
    }
}
