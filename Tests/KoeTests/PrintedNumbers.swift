import Reports

/// The numbers of a sentence as a reader takes them, and what does not fit together.
struct PrintedNumbers {
    private let text: String
    private let language: ReportLanguage

    init(_ text: String, language: ReportLanguage) {
        self.text = text.replacing("−", with: "-")
        self.language = language
    }

    /// Empty when everything fits.
    var faults: [String] { scaleFaults + comparisonFaults + gapFaults }

    /// Every number with a decimal is a strength or a difference of two.
    private var scaleFaults: [String] {
        text.matches(of: #/-?\d+\.\d/#).compactMap { match in
            let tenths = Self.tenths(match.output)
            return abs(tenths) <= 1_000 ? nil : "\(match.output) is beyond the scale"
        }
    }

    private var comparisonFaults: [String] {
        let pattern =
            language == .en
            ? #/support strength (\d+\.\d) \([^)]*\) and brand strength (\d+\.\d) \([^)]*\).*difference (?:is|of) ([+-]?\d+\.\d) \(([+-]?\d+\.\d) to ([+-]?\d+\.\d)\)/#
            : #/サポート力 (\d+\.\d)（[^）]*）とブランド力 (\d+\.\d)（[^）]*）.*差は ([+-]?\d+\.\d)（([+-]?\d+\.\d)～([+-]?\d+\.\d)）/#
        guard let match = text.firstMatch(of: pattern) else { return [] }
        let (support, brand) = (Self.tenths(match.1), Self.tenths(match.2))
        return faults(support, brand, Self.tenths(match.3), Self.tenths(match.4)...Self.tenths(match.5))
    }

    /// B of those who speak of handling against those who do not.
    private var gapFaults: [String] {
        let pattern =
            language == .en
            ? #/brand strength (\d+\.\d) \(n = [^)]*\) against (\d+\.\d) \(n = [^)]*\), a difference of ([+-]?\d+\.\d) \(([+-]?\d+\.\d) to ([+-]?\d+\.\d)\)/#
            : #/ブランド力は (\d+\.\d)（n = [^）]*）.*触れていない声(?:の|は) (\d+\.\d)（n = [^）]*）.*差は ([+-]?\d+\.\d)（([+-]?\d+\.\d)～([+-]?\d+\.\d)）/#
        guard let match = text.firstMatch(of: pattern) else { return [] }
        let (first, second) = (Self.tenths(match.1), Self.tenths(match.2))
        return faults(first, second, Self.tenths(match.3), Self.tenths(match.4)...Self.tenths(match.5))
    }

    private func faults(_ first: Int, _ second: Int, _ difference: Int, _ interval: ClosedRange<Int>) -> [String] {
        var result: [String] = []
        if first - second != difference { result.append("\(first) − \(second) is not \(difference)") }
        if !interval.contains(difference) { result.append("\(difference) is outside its interval") }
        let isSaidDifferent = text.contains("are different") || text.contains("は異なります")
        if isSaidDifferent, interval.lowerBound < 0, interval.upperBound > 0 {
            result.append("different, with an interval on both sides of 0")
        }
        return result
    }

    private static func tenths(_ text: Substring) -> Int {
        let digits = text.filter { $0 != "." && $0 != "+" }
        return Int(digits) ?? .max
    }
}
