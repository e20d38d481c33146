import Feedback
import Measures
import Store

/// One measure of a brand, down to the voices and sentences that it is the sum of.
package struct MeasureExplanation: Encodable, Sendable {
    /// What one voice adds.
    package struct Contribution: Encodable, Sendable {
        package internal(set) var voice: String
        package let month: String
        /// −10,000…10,000; these integers sum to `sum`.
        package let basisPoints: Int
        /// What the polarity was taken from.
        package let basis: String
        package internal(set) var sentences: [Sentence]
    }

    /// A stretch of a comment that a polarity rests on.
    package struct Sentence: Encodable, Sendable {
        package let comment: String
        package let name: String
        package let polarity: Int
        package internal(set) var words: String
        package let entry: String
    }

    package struct Side: Encodable, Sendable {
        /// `support` or `brand`.
        package let measure: String
        package let n: Int
        /// Sum of the contributions.
        package let sum: Int
        /// 50·(1 + sum / (10,000·n)); `nil` without voices.
        package let strength: Double?
        package let isSufficient: Bool
        package internal(set) var contributions: [Contribution]
    }

    package let brand: String
    package let period: String
    package internal(set) var support: Side
    package internal(set) var brandSide: Side

    /// Explains S and B of a brand in a period.
    ///
    /// `brand`: canonical name.
    /// `period`: `all`, `2014`, `2014-Q4` or `2014-12`.
    /// `mostVoices`: how many voices an explanation may hold.
    /// - Throws: ``PipelineError`` `input` when no counted voice of the brand falls into the period; `usage` when more
    ///   do than are allowed.
    package init(
        brand: String,
        period: String,
        mostVoices: Int = .max,
        in context: WorkspaceContext
    ) throws {
        let zone = context.settings.zone
        let minimum = context.settings.minimumVoices
        var support: [Contribution] = []
        var loyalty: [Contribution] = []
        var voices = 0
        let names = try context.voiceNames()
        try context.database.read { db in
            try VoiceTable.forEach(brand: brand, in: db) { stored in
                var voice = stored
                voice.voiceID = names.shown(stored.voiceID, brand: brand)
                guard voice.isCounted, PeriodName.contains(period, month: voice.month) else { return }
                voices += 1
                guard voices <= mostVoices else {
                    throw PipelineError(
                        .usage,
                        "more than \(mostVoices) voices; ask for a year, a quarter or a month, or use koe why measure"
                    )
                }
                if let polarity = voice.supportPolarity {
                    support.append(try Self.contribution(voice, polarity, voice.supportBasis, .support, zone, db))
                }
                if let polarity = voice.brandPolarity {
                    loyalty.append(try Self.contribution(voice, polarity, voice.brandBasis, .brand, zone, db))
                }
            }
        }
        if support.isEmpty && loyalty.isEmpty {
            let brands = try context.database.read { try VoiceTable.brands(in: $0) }
            throw PipelineError(
                .input,
                "no voice of \"\(brand)\" in \(period); brands with voices: \(brands.joined(separator: ", "))"
            )
        }
        self.brand = brand
        self.period = period
        self.support = Side(measure: "support", contributions: support, minimumVoices: minimum)
        brandSide = Side(measure: "brand", contributions: loyalty, minimumVoices: minimum)
    }

    private enum Kind { case support, brand }

    private static func contribution(
        _ voice: VoiceRow,
        _ basisPoints: Int,
        _ basis: String,
        _ kind: Kind,
        _ zone: Zone,
        _ db: StoreConnection
    ) throws -> Contribution {
        var sentences: [Sentence] = []
        for stored in try CommentTable.comments(ids: voice.memberIDs, in: db) {
            guard let score = try ScoreTable.score(of: stored.id, in: db)?.score else { continue }
            sentences += self.sentences(of: stored.comment, score: score, basis: basis, kind: kind)
        }
        return Contribution(
            voice: voice.voiceID,
            month: voice.month,
            basisPoints: basisPoints,
            basis: basis,
            sentences: sentences
        )
    }

    private static func sentences(of comment: Comment, score: Score, basis: String, kind: Kind) -> [Sentence] {
        let bytes = Array(comment.text.utf8)
        func sentence(_ name: String, _ polarity: Int, _ range: ByteRange, _ entry: String) -> Sentence {
            let isInside = range.start >= 0 && range.end <= bytes.count
            let words = isInside ? String(decoding: bytes[range.start..<range.end], as: UTF8.self) : ""
            return Sentence(comment: comment.key, name: name, polarity: polarity, words: words, entry: entry)
        }
        switch basis {
        case Voice.SupportBasis.facets.rawValue:
            return score.facets.filter { $0.polarity != .bare }.map {
                sentence($0.facet.rawValue, $0.polarity.rawValue, $0.range, $0.entry)
            }
        case Voice.BrandBasis.signals.rawValue:
            return score.signals.map { sentence($0.signal.rawValue, $0.signal.direction, $0.range, $0.entry) }
        case Voice.BrandBasis.rating.rawValue:
            guard let rating = comment.rating else { return [] }
            return [
                Sentence(
                    comment: comment.key,
                    name: "rating",
                    polarity: rating.basisPoints.signum(),
                    words: RatingText.text(rating),
                    entry: ""
                )
            ]
        default:
            return score.evidence.filter { $0.valence != 0 }.map {
                sentence("valence \($0.valence)", $0.valence.signum(), $0.range, $0.entry)
            }
        }
    }
}

extension MeasureExplanation.Side {
    fileprivate init(measure: String, contributions: [MeasureExplanation.Contribution], minimumVoices: Int) {
        self.measure = measure
        self.contributions = contributions
        n = contributions.count
        sum = contributions.reduce(0) { $0 + $1.basisPoints }
        strength = n == 0 ? nil : 50 * (1 + Double(sum) / (10_000 * Double(n)))
        isSufficient = n >= minimumVoices
    }
}

/// Names of periods as people type them.
enum PeriodName {
    /// Whether a month such as `2014-12` lies in `all`, `2014`, `2014-Q4` or `2014-12`.
    static func contains(_ period: String, month: String) -> Bool {
        if period == "all" || period == month { return true }
        let parts = month.split(separator: "-")
        guard parts.count == 2, let number = Int(parts[1]) else { return false }
        return period == parts[0] || period == "\(parts[0])-Q\((number + 2) / 3)"
    }
}
