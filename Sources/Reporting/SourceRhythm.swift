import Feedback
import Reports

/// How often something new comes of a source, and how long it may be silent.
struct SourceRhythm {
    /// What the rhythm was taken from.
    enum Basis: Equatable {
        /// `silentAfterDays` of `koe.yaml`.
        case setting
        /// The nights on which something new came.
        case arrivals
        /// The newest comment, where too few nights are known.
        case comments
    }

    /// Arrivals that a rhythm is learnt from, at least and at most.
    static let leastArrivals = 5
    static let mostArrivals = 13
    /// Where no rhythm is known: a source whose newest comment is this old is late, at twice the age silent.
    private static let lateDays = 35

    let basis: Basis
    /// Days within which something new used to come.
    let usualDays: Int
    /// Days since something new came.
    let silentDays: Int
    let freshness: Freshness

    /// The rhythm of a source; `nil` when nothing is known of its time.
    ///
    /// - Parameters:
    ///   - limit: days after which the source counts as silent, as the settings say.
    ///   - arrivals: days on which something new came, newest first, without repeats.
    ///   - newest: day of the newest comment.
    ///   - today: the day the report speaks of.
    init?(limit: Int?, arrivals: [Day], newest: Day?, today: Day) {
        // A report on a past moment looks back on nights that had not come yet.
        let known = arrivals.first.map { $0 <= today } ?? false
        if known, let limit, let last = arrivals.first {
            basis = .setting
            usualDays = limit
            silentDays = today.number - last.number
            freshness = silentDays > limit ? .silent : .fresh
        } else if known, arrivals.count >= Self.leastArrivals, let last = arrivals.first {
            let gaps = zip(arrivals, arrivals.dropFirst()).map { $0.number - $1.number }
            basis = .arrivals
            usualDays = gaps.max() ?? 1
            silentDays = today.number - last.number
            freshness = silentDays > 3 * usualDays ? .silent : silentDays > 2 * usualDays ? .late : .fresh
        } else if let newest {
            basis = .comments
            usualDays = Self.lateDays
            silentDays = max(0, today.number - newest.number)
            freshness = silentDays > 2 * usualDays ? .silent : silentDays > usualDays ? .late : .fresh
        } else {
            return nil
        }
    }
}

/// A source from which nothing new comes any more.
package struct SilentSource: Codable, Sendable {
    package let source: String
    /// Days since something new came.
    package let days: Int
    /// Days within which something new used to come.
    package let usualDays: Int
    /// Whether its own rhythm is not known, and only its newest comment tells.
    package let isOld: Bool
    /// Whether a run fails over it: its rhythm is known, and it is long out of it.
    package let isFailure: Bool

    /// A source with its rhythm; `nil` for one that is as usual.
    init?(_ source: String, _ rhythm: SourceRhythm) {
        guard rhythm.freshness == .silent || rhythm.freshness == .late else { return nil }
        self.source = source
        days = rhythm.silentDays
        usualDays = rhythm.usualDays
        isOld = rhythm.basis == .comments
        isFailure = rhythm.freshness == .silent && rhythm.basis != .comments
    }

    /// What to tell whoever reads the log.
    package var words: String {
        isOld
            ? "the source \"\(source)\" is silent: its newest comment is \(days) days old"
            : """
            the source \"\(source)\" is silent: nothing new for \(days) days, where \(usualDays) are usual; \
            see whether its export still runs, or set silentAfterDays for it in koe.yaml
            """
    }
}
