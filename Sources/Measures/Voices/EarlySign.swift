package import Feedback

/// A single voice that contradicts a brand's record: shown, and never called a flag.
///
/// A brand's record before a day is the mean support polarity of its counted voices of earlier days.
package struct EarlySign: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Another customer's case resembles one that was handled well, and was handled badly.
        case similarCase = "similar-case"
        /// A brand that has long been praised is blamed, for the first time in a year.
        case contradictsRecord = "contradicts-record"
    }

    package let voiceID: String
    package let brand: String
    package let day: Day
    package let reason: Reason

    /// Mean support polarity from which a record is clearly good: 5,000 is a strength of 75.
    package static let goodRecord = 5_000
    /// Days that must lie between the record's first voice and the sign.
    package static let recordDays = 365

    /// Looks for the early signs of one brand.
    ///
    /// A voice is a sign when it speaks of a `similar_case` and blames although the brand's record before it is good; or
    /// when its support polarity is negative, the record before it is good and began a year or more before, and no other
    /// voice was negative in the year before. Voices without a day or a support polarity are no record and no sign.
    ///
    /// - Parameters:
    ///   - days: All days of the brand, oldest first.
    ///   - voices: The voices of some of these days, in any order; others may be among them.
    /// - Returns: The signs, oldest first, those of one day by the ids of their voices.
    package static func signs(
        on days: some Sequence<RecordDay>,
        voices: ([Day]) throws -> [Voice]
    ) rethrows -> [EarlySign] {
        let suspects = suspects(among: days)
        if suspects.isEmpty { return [] }
        let byDay = Dictionary(suspects.map { ($0.day, $0) }) { first, _ in first }
        return try voices(suspects.map(\.day)).compactMap { voice in
            guard let suspect = voice.day.flatMap({ byDay[$0] }), let reason = suspect.reason(voice) else { return nil }
            return EarlySign(voiceID: voice.id, brand: voice.brand, day: suspect.day, reason: reason)
        }.sorted { ($0.day, $0.voiceID) < ($1.day, $1.voiceID) }
    }

    private static func suspects(among days: some Sequence<RecordDay>) -> [Suspect] {
        var record = RunningRecord()
        var suspects: [Suspect] = []
        for day in days {
            if record.isGood {
                let suspect = Suspect(day: day.day, contradictsRecord: record.isContradicted(byBlameOn: day.day))
                if day.alike > 0 || day.negative > 0 && suspect.contradictsRecord { suspects.append(suspect) }
            }
            record.add(day)
        }
        return suspects
    }
}

extension EarlySign {
    /// The counted voices of a brand on one day that have a support polarity, as sums.
    package struct RecordDay: Hashable, Sendable {
        package let day: Day
        package private(set) var voices = 0
        /// Basis points.
        package private(set) var sum = 0
        /// Those with a negative polarity.
        package private(set) var negative = 0
        /// Those that speak of a similar case and blame its handling or a facet of it.
        package private(set) var alike = 0

        package init(day: Day) {
            self.day = day
        }

        package init(day: Day, voices: Int, sum: Int, negative: Int, alike: Int) {
            self.day = day
            self.voices = voices
            self.sum = sum
            self.negative = negative
            self.alike = alike
        }

        /// Counts a voice of the day in, or out where `sign` is −1.
        package mutating func count(_ voice: Voice, sign: Int = 1) {
            guard voice.isCounted, let polarity = voice.supportPolarity else { return }
            voices += sign
            sum += sign * polarity
            if polarity < 0 { negative += sign }
            if voice.blamesSimilarCase { alike += sign }
        }
    }
}

/// A day on which a voice may be a sign, for the record before it is good.
private struct Suspect {
    let day: Day
    /// Whether any blame contradicts the record.
    let contradictsRecord: Bool

    func reason(_ voice: Voice) -> EarlySign.Reason? {
        guard voice.isCounted, let polarity = voice.supportPolarity else { return nil }
        if voice.blamesSimilarCase { return .similarCase }
        return polarity < 0 && contradictsRecord ? .contradictsRecord : nil
    }
}

extension Voice {
    fileprivate var blamesSimilarCase: Bool {
        relation == .similarCase
            && (supportPolarity.map { $0 < 0 } ?? false || facetPolarity.contains { $0.basisPoints < 0 })
    }
}

/// The days seen so far, oldest first.
private struct RunningRecord {
    private var voices = 0
    private var sum = 0
    private var first: Day?
    private var lastNegative: Day?

    var isGood: Bool { voices > 0 && sum.roundedRatio(times: 1, over: voices) >= EarlySign.goodRecord }

    mutating func add(_ day: EarlySign.RecordDay) {
        if day.voices == 0 { return }
        voices += day.voices
        sum += day.sum
        first = first ?? day.day
        if day.negative > 0 { lastNegative = day.day }
    }

    /// Whether it is a year old and has been without blame as long.
    func isContradicted(byBlameOn day: Day) -> Bool {
        guard let first, day.number - first.number >= EarlySign.recordDays else { return false }
        return lastNegative.map { day.number - $0.number > EarlySign.recordDays } ?? true
    }
}
