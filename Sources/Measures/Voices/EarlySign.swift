package import Feedback

/// A single voice that contradicts a brand's record: shown, and never called a flag.
package struct EarlySign: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Another customer's case resembles one that was handled well, and was handled badly.
        case similarCase = "similar-case"
        /// A brand that has long been praised is blamed, for the first time in a year.
        case contradictsRecord = "contradicts-record"
    }

    /// What the brand had been known for before the voice.
    package struct Record: Hashable, Sendable {
        /// Earlier counted voices with a support polarity.
        package let voices: Int
        /// Their mean, in basis points, rounded.
        package let supportPolarity: Int
        package let first: Day?
        package let last: Day?
        /// Ids of the latest of them, at most `EarlySign.shownVoices`, oldest first.
        package let voiceIDs: [String]
    }

    package let voiceID: String
    package let brand: String
    package let day: Day?
    package let reason: Reason
    /// Support polarity of the voice; `nil` only when it blames facets that others of it outweigh.
    package let supportPolarity: Int?
    /// The facets it blames.
    package let blamed: [FacetPolarity]
    /// The case it resembles.
    package let caseID: String?
    package let record: Record

    /// Mean support polarity from which a record is clearly good: 5,000 is a strength of 75.
    package static let goodRecord = 5_000
    /// Days that must lie between the record's first voice and the sign.
    package static let recordDays = 365

    /// Voices of the record that a sign names.
    package static let shownVoices = 20

    /// The early signs among the voices of one brand, oldest first.
    ///
    /// A voice is a sign when it speaks of a `similar_case` and blames a facet although the brand's record before it is
    /// good; or when its support polarity is negative, the record before it is good and began a year or more before,
    /// and no other voice was negative in the year before. Undated voices are no record and no sign.
    package static func signs(among voices: [Voice]) -> [EarlySign] {
        let dated = voices.filter { $0.isCounted && $0.day != nil }
            .sorted { ($0.day?.number ?? 0, $0.id) < ($1.day?.number ?? 0, $1.id) }
        var record = RunningRecord()
        var waiting: [Voice] = []
        var signs: [EarlySign] = []
        for voice in dated {
            if let first = waiting.first, first.day != voice.day {
                for earlier in waiting { record.add(earlier) }
                waiting = []
            }
            if let sign = sign(voice, record) { signs.append(sign) }
            waiting.append(voice)
        }
        return signs
    }

    /// Whether a brand's record was good before any of its days; without such a day it has no sign.
    ///
    /// - Parameter days: Number of voices with a support polarity, and their sum, by day from the oldest on.
    /// - Returns: False only where ``signs(among:)`` of these voices is empty.
    package static func mayHaveSigns(_ days: some Sequence<(voices: Int, sum: Int)>) -> Bool {
        var (voices, sum) = (0, 0)
        return days.contains { day in
            voices += day.voices
            sum += day.sum
            return voices > 0 && sum.roundedRatio(times: 1, over: voices) >= goodRecord
        }
    }

    private static func sign(_ voice: Voice, _ record: RunningRecord) -> EarlySign? {
        guard let day = voice.day, let mean = record.mean, mean >= goodRecord else { return nil }
        let blamed = voice.facetPolarity.filter { $0.basisPoints < 0 }
        let isNegative = voice.supportPolarity.map { $0 < 0 } ?? false
        let reason: Reason
        if voice.relation == .similarCase, isNegative || !blamed.isEmpty {
            reason = .similarCase
        } else if isNegative, record.isLong(before: day), !record.wasNegative(inYearBefore: day) {
            reason = .contradictsRecord
        } else {
            return nil
        }
        return EarlySign(
            voiceID: voice.id,
            brand: voice.brand,
            day: day,
            reason: reason,
            supportPolarity: voice.supportPolarity,
            blamed: blamed,
            caseID: voice.caseID,
            record: Record(
                voices: record.count,
                supportPolarity: mean,
                first: record.first,
                last: record.last,
                voiceIDs: Array(record.latest.suffix(shownVoices))
            )
        )
    }
}

/// The voices with a support polarity seen so far, oldest first.
private struct RunningRecord {
    private(set) var count = 0
    /// Ids of the latest voices, `EarlySign.shownVoices` of them or a few more.
    private(set) var latest: [String] = []
    private(set) var first: Day?
    private(set) var last: Day?
    private var sum = 0
    private var lastNegative: Day?

    var mean: Int? { count == 0 ? nil : sum.roundedRatio(times: 1, over: count) }

    mutating func add(_ voice: Voice) {
        guard let polarity = voice.supportPolarity else { return }
        count += 1
        latest.append(voice.id)
        if latest.count > 4 * EarlySign.shownVoices { latest = latest.suffix(EarlySign.shownVoices) }
        sum += polarity
        first = first ?? voice.day
        last = voice.day
        if polarity < 0 { lastNegative = voice.day }
    }

    func isLong(before day: Day) -> Bool {
        first.map { day.number - $0.number >= EarlySign.recordDays } ?? false
    }

    func wasNegative(inYearBefore day: Day) -> Bool {
        lastNegative.map { day.number - $0.number <= EarlySign.recordDays } ?? false
    }
}
