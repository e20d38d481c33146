import Feedback
import Flags
import Measures
import Reporting
import Reports
import Store
package import Workspace

/// One measure of a brand, down to the voices and sentences that it is the sum of.
package struct MeasureExplanation: Encodable, Sendable {
    /// What one voice adds.
    package struct Contribution: Encodable, Sendable {
        package internal(set) var voice: String
        package let month: String
        /// −10,000…10,000, of a difference −20,000…20,000; these integers sum to `sum`.
        package let basisPoints: Int
        /// What the polarity was taken from; of a difference both, with a minus between.
        package let basis: String
        package internal(set) var sentences: [Sentence]
    }

    /// A stretch of a comment that a polarity rests on.
    package struct Sentence: Encodable, Sendable {
        package internal(set) var comment: String
        package let name: String
        package let polarity: Int
        package internal(set) var words: String
        package let entry: String
    }

    /// S, B and D = S − B over the voices that have both, as every report prints them.
    package struct Compared: Encodable, Sendable {
        package let voices: Int
        /// Sums of basis points over these voices; the difference of the first two is the third.
        package let supportSum: Int
        package let brandSum: Int
        package let differenceSum: Int
        /// Points, rounded to tenths.
        package let support: Double
        package let brand: Double
        /// `support` less `brand` as rounded.
        package let difference: Double
    }

    /// What voices add whose words were erased.
    package struct Sealed: Hashable, Encodable, Sendable {
        package let voices: Int
        /// Basis points.
        package let sum: Int
    }

    package struct Side: Encodable, Sendable {
        /// `support`, `brand` or `difference`.
        package let measure: String
        package let n: Int
        /// Sum of the contributions, the sealed ones among them.
        package let sum: Int
        /// `nil` where every voice is there.
        package let sealed: Sealed?
        /// 50·(1 + sum / (10,000·n)), of a difference 50·sum / (10,000·n); `nil` without voices.
        package let strength: Double?
        package let isSufficient: Bool
        package internal(set) var contributions: [Contribution]
    }

    package let brand: String
    package let period: String
    package internal(set) var support: Side
    package internal(set) var brandSide: Side
    /// Over the voices that have both, each with the sentences of both.
    package internal(set) var difference: Side
    /// `nil` where no voice has both.
    package let compared: Compared?
    /// What the report says of the brand, in the language of the workspace; of `all` only.
    package let verdict: [String]

    /// Explains S, B and their difference of a brand in a period.
    ///
    /// `brand`: any of its names.
    /// `period`: `all`, `2014`, `2014-Q4`, `2014-12`, or two of these with `..` between.
    /// `mostVoices`: how many voices an explanation may hold.
    /// - Throws: ``WorkspaceError`` `input` when no counted voice of the brand falls into the period; `usage` when more
    ///   do than are allowed.
    package init(
        brand: String,
        period: String,
        mostVoices: Int = .max,
        in context: WorkspaceContext
    ) throws {
        let brand = try context.knownBrand(named: brand)
        let zone = context.settings.zone
        let minimum = context.settings.minimumVoices
        var support: [Contribution] = []
        var loyalty: [Contribution] = []
        var differences: [Contribution] = []
        var sums = (support: 0, brand: 0)
        var voices = 0
        let sealed = try SealedSums(of: brand, in: period, of: context)
        let names = try context.voiceNames()
        try context.database.read { db in
            try VoiceTable.forEach(brand: brand, in: db) { stored in
                var voice = stored
                voice.voiceID = names.shown(stored.voiceID, brand: brand)
                guard voice.isCounted, PeriodName.contains(period, month: voice.month) else { return }
                voices += 1
                guard voices <= mostVoices else {
                    throw WorkspaceError(
                        .usage,
                        "more than \(mostVoices) voices; ask for a year, a quarter or a month, or use koe why measure"
                    )
                }
                let first = try voice.supportPolarity.map {
                    try Self.contribution(voice, $0, voice.supportBasis, .support, zone, db)
                }
                let second = try voice.brandPolarity.map {
                    try Self.contribution(voice, $0, voice.brandBasis, .brand, zone, db)
                }
                if let first { support.append(first) }
                if let second { loyalty.append(second) }
                if let first, let second {
                    differences.append(Contribution(first, less: second))
                    sums.support += first.basisPoints
                    sums.brand += second.basisPoints
                }
            }
        }
        if support.isEmpty && loyalty.isEmpty && sealed.isEmpty {
            let brands = try context.database.read { try VoiceTable.brands(in: $0) }
            throw WorkspaceError(
                .input,
                "no voice of \"\(brand)\" in \(period); brands with voices: \(brands.joined(separator: ", "))"
            )
        }
        self.brand = brand
        self.period = period
        self.support = Side(support, sealed.cell(.support), measure: .support, minimumVoices: minimum)
        brandSide = Side(loyalty, sealed.cell(.brand), measure: .brand, minimumVoices: minimum)
        difference = Side(differences, sealed.cell(.difference), measure: .difference, minimumVoices: minimum)
        compared = Compared(
            voices: differences.count + sealed.cell(.difference).n,
            support: sums.support + sealed.cell(.comparedSupport).sum,
            brand: sums.brand + sealed.cell(.comparedBrand).sum
        )
        verdict = period == "all" ? try Self.verdict(on: brand, in: context) : []
    }

    private enum Kind { case support, brand }

    private static func verdict(on brand: String, in context: WorkspaceContext) throws -> [String] {
        guard let language = ReportLanguage(rawValue: context.settings.language) else { return [] }
        let cells = try context.database.read { db in
            BrandCells(brand: brand, cells: try CellTable.cells(of: brand, in: db).compactMap(KeyedCell.init))
        }
        return ReportRenderer.sentences(
            of: VerdictBuilder(settings: context.settings).verdict(of: cells),
            brand: brand,
            minimumVoices: context.settings.minimumVoices,
            language: language
        )
    }

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
        func sentence(_ name: String, _ polarity: Int, _ range: ByteRange, _ entry: String) -> Sentence {
            let words = range.words(in: comment.text, title: comment.title)
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
    fileprivate init(
        _ contributions: [MeasureExplanation.Contribution],
        _ sealed: Cell,
        measure: MeasureID,
        minimumVoices: Int
    ) {
        self.measure = measure.rawValue
        self.contributions = contributions
        self.sealed = sealed == Cell() ? nil : MeasureExplanation.Sealed(voices: sealed.n, sum: sealed.sum)
        n = contributions.count + sealed.n
        sum = contributions.reduce(sealed.sum) { $0 + $1.basisPoints }
        let base = measure == .difference ? 0.0 : 1.0
        strength = n == 0 ? nil : 50 * (base + Double(sum) / (10_000 * Double(n)))
        isSufficient = n >= minimumVoices
    }
}

extension MeasureExplanation.Contribution {
    /// What a voice adds to the difference.
    fileprivate init(_ support: Self, less brand: Self) {
        self.init(
            voice: support.voice,
            month: support.month,
            basisPoints: support.basisPoints - brand.basisPoints,
            basis: "\(support.basis) − \(brand.basis)",
            sentences: support.sentences + brand.sentences
        )
    }
}

extension MeasureExplanation.Compared {
    fileprivate init?(voices: Int, support: Int, brand: Int) {
        guard voices > 0 else { return nil }
        let first = PrintedMean.tenths(of: Cell(n: voices, sum: support))
        let second = PrintedMean.tenths(of: Cell(n: voices, sum: brand))
        self.init(
            voices: voices,
            supportSum: support,
            brandSum: brand,
            differenceSum: support - brand,
            support: Double(first) / 10,
            brand: Double(second) / 10,
            difference: Double(first - second) / 10
        )
    }
}
