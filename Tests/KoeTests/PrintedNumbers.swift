import Reports

/// Reads the numbers of sentences as a reader takes them, and finds what does not fit together.
struct PrintedNumbers {
    private typealias Five = Regex<(Substring, Substring, Substring, Substring, Substring, Substring)>

    private let number = #/-?\d+\.\d/#
    private let comparison: Five
    /// B of those who speak of handling against those who do not.
    private let gap: Five

    init(language: ReportLanguage) {
        switch language {
        case .en:
            comparison =
                #/support strength (\d+\.\d) \([^)]*\) and brand strength (\d+\.\d) \([^)]*\).*difference (?:is|of) ([+-]?\d+\.\d) \(([+-]?\d+\.\d) to ([+-]?\d+\.\d)\)/#
            gap =
                #/brand strength (\d+\.\d) \(n = [^)]*\) against (\d+\.\d) \(n = [^)]*\), a difference of ([+-]?\d+\.\d) \(([+-]?\d+\.\d) to ([+-]?\d+\.\d)\)/#
        case .ja:
            comparison =
                #/サポート力(\d+\.\d)（[^）]*）とブランド力(\d+\.\d)（[^）]*）.*差は([+-]?\d+\.\d)（([+-]?\d+\.\d)～([+-]?\d+\.\d)）/#
            gap =
                #/ブランド力は(\d+\.\d)（声[^）]*）.*触れていない声(?:の|は)(\d+\.\d)（声[^）]*）.*差は([+-]?\d+\.\d)（([+-]?\d+\.\d)～([+-]?\d+\.\d)）/#
        }
    }

    /// Empty when everything fits.
    func faults(in sentence: String) -> [String] {
        let text = sentence.replacing("−", with: "-")
        // Every number with a decimal is a strength or a difference of two.
        let beyond = text.matches(of: number).filter { abs(Self.tenths($0.output)) > 1_000 }
        return beyond.map { "\($0.output) is beyond the scale" }
            + [comparison, gap].flatMap { pattern -> [String] in
                guard let match = text.firstMatch(of: pattern) else { return [] }
                let interval = Self.tenths(match.4)...Self.tenths(match.5)
                return faults(Self.tenths(match.1), Self.tenths(match.2), Self.tenths(match.3), interval)
                    + (Self.contradicts(text, interval) ? ["different, with an interval on both sides of 0"] : [])
            }
    }

    private static func contradicts(_ text: String, _ interval: ClosedRange<Int>) -> Bool {
        let isSaidDifferent = text.contains("are different") || text.contains("は異なります")
        return isSaidDifferent && interval.lowerBound < 0 && interval.upperBound > 0
    }

    private func faults(_ first: Int, _ second: Int, _ difference: Int, _ interval: ClosedRange<Int>) -> [String] {
        var result: [String] = []
        if first - second != difference { result.append("\(first) − \(second) is not \(difference)") }
        if !interval.contains(difference) { result.append("\(difference) is outside its interval") }
        return result
    }

    private static func tenths(_ text: Substring) -> Int {
        let digits = text.filter { $0 != "." && $0 != "+" }
        return Int(digits) ?? .max
    }
}
