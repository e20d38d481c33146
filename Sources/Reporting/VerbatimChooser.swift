import Feedback
import Store

/// Picks the voices of a brand that a report quotes, while they stream by.
///
/// The influential ones move S or B most in their direction; the random ones are drawn by a fixed hash of their ids, so
/// that the same database gives the same report.
struct VerbatimChooser {
    private static let influentialPerSide = 3
    private static let random = 4

    private var praised = TopList(count: influentialPerSide)
    private var blamed = TopList(count: influentialPerSide)
    private var drawn = TopList(count: random)

    mutating func consider(_ voice: ReportVoices.Candidate) {
        let (support, brand) = (voice.supportPolarity ?? 0, voice.brandPolarity ?? 0)
        let weight = abs(support) + abs(brand)
        let candidate = TopList.Candidate(
            weight: weight,
            second: voice.richness,
            name: voice.voiceID,
            voice: voice.rowID
        )
        if support + brand > 0 { praised.add(candidate) }
        if support + brand < 0 { blamed.add(candidate) }
        drawn.add(
            TopList.Candidate(weight: Self.hash(voice.voiceID), second: 0, name: voice.voiceID, voice: voice.rowID)
        )
    }

    /// Row ids of voices, praise before blame.
    var influential: [Int64] { praised.voices + blamed.voices }

    /// Row ids of voices drawn at random and not influential.
    var atRandom: [Int64] {
        let taken = Set(influential)
        return drawn.voices.filter { !taken.contains($0) }
    }

    /// A hash with a final mix, so that neighbouring ids do not follow one another.
    private static func hash(_ text: String) -> Int {
        var state = ByteHash.value(text.utf8)
        state = (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
        return Int(truncatingIfNeeded: state >> 2)
    }
}

/// The few candidates of greatest weight; ties go to the smaller name.
private struct TopList {
    struct Candidate {
        let weight: Int
        let second: Int
        let name: String
        let voice: Int64

        func isBefore(_ other: Candidate) -> Bool {
            if weight != other.weight { return weight > other.weight }
            if second != other.second { return second > other.second }
            return name < other.name
        }
    }

    private let count: Int
    private var best: [Candidate] = []

    init(count: Int) {
        self.count = count
    }

    var voices: [Int64] { best.map(\.voice) }

    mutating func add(_ candidate: Candidate) {
        if best.count == count, let last = best.last, !candidate.isBefore(last) { return }
        let place = best.firstIndex { candidate.isBefore($0) } ?? best.count
        best.insert(candidate, at: place)
        if best.count > count { best.removeLast() }
    }
}
