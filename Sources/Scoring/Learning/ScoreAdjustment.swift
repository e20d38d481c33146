package import Feedback

/// Where the zero point of a language lies in one workspace, as header lines of an accepted list write it.
///
/// `#bias: B` is added to the sum of every text, `#neutral: Z` is the sum up to which a text says nothing; both in
/// thousandths. Below 1, every text counts as said that much more strongly.
package struct ScoreAdjustment: Hashable, Sendable {
    package var language: Language
    /// −2,000…2,000.
    package var bias: Int
    /// −1,000…1,000.
    package var neutral: Int

    package static let biasRange = -2_000...2_000
    package static let neutralRange = -1_000...1_000

    package init(language: Language, bias: Int, neutral: Int) {
        self.language = language
        self.bias = bias
        self.neutral = neutral
    }

    /// The middle between two borders goes to zero.
    package init(borders: ClassBorders, language: Language) {
        self.init(
            language: language,
            bias: -(borders.lower + borders.upper) / 2,
            neutral: max(1, (borders.upper - borders.lower) / 2)
        )
    }

    /// What leaves a language as it was shipped.
    package static func shipped(_ language: Language) -> ScoreAdjustment {
        ScoreAdjustment(language: language, bias: 0, neutral: LanguageRegistry.measure(of: language).neutralSum)
    }

    /// Header lines of a list.
    package var header: String { "#bias: \(bias)\n#neutral: \(neutral)\n" }

    /// Reads the header lines of a list; `nil` when it has none, or no language.
    package init?(_ file: LexiconFile) {
        var language: Language?
        var bias: Int?
        var neutral: Int?
        for line in file.bytes.split(separator: UInt8(ascii: "\n")) {
            guard line.first == UInt8(ascii: "#") else { break }
            let parts = String(decoding: line, as: UTF8.self).split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }).first.map(String.init)
            switch parts[0] {
            case "#language": language = value.flatMap(Language.init(rawValue:))
            case "#bias": bias = value.flatMap { Int($0) }
            case "#neutral": neutral = value.flatMap { Int($0) }
            default: break
            }
        }
        guard let language, let bias, let neutral, Self.biasRange.contains(bias), Self.neutralRange.contains(neutral)
        else { return nil }
        self.init(language: language, bias: bias, neutral: neutral)
    }
}

extension ScoreAdjustment {
    static func write(_ adjustments: [ScoreAdjustment], to writer: inout FlatWriter) {
        FlatTexts.write(adjustments.map(\.language.rawValue), to: &writer)
        writer.write(adjustments.map { Int32($0.bias) })
        writer.write(adjustments.map { Int32($0.neutral) })
    }

    static func all(from reader: inout FlatReader) throws(FlatReader.Damaged) -> [ScoreAdjustment] {
        let languages = try FlatTexts(from: &reader)
        let biases: FlatArray<Int32> = try reader.array()
        let neutrals: FlatArray<Int32> = try reader.array()
        var adjustments: [ScoreAdjustment] = []
        for place in 0..<languages.count {
            guard let language = Language(rawValue: languages[place]) else { throw FlatReader.Damaged() }
            adjustments.append(
                ScoreAdjustment(language: language, bias: Int(biases[place]), neutral: Int(neutrals[place]))
            )
        }
        return adjustments
    }
}

extension Score {
    /// Names the moved zero point among the evidence, so that the parts still add up.
    mutating func addBias(_ bias: Int32) {
        if bias == 0 { return }
        evidence.append(
            Evidence(range: ByteRange(start: 0, length: 0), entry: "zero point", valence: Int(bias), rule: "learnt")
        )
    }
}
