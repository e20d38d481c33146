import Feedback
import Foundation
import Measures
import Scoring
import Store

/// Reads the voices of two periods from the database, by channel and source.
struct StrataReader {
    let polarity: AttributionQueries.Polarity
    let db: StoreConnection

    func sides(of question: AttributedJump.Question) throws -> JumpAttribution.Sides {
        JumpAttribution.Sides(
            before: try cells(of: question, question.before),
            after: try cells(of: question, question.after)
        )
    }

    private func cells(
        of question: AttributedJump.Question,
        _ months: ClosedRange<String>
    ) throws -> [JumpAttribution.Stratum: Cell] {
        var cells: [JumpAttribution.Stratum: Cell] = [:]
        try AttributionQueries.forEachSum(
            of: question.brand,
            polarity,
            channel: question.channel,
            months: months,
            in: db
        ) { sum in
            let stratum = JumpAttribution.Stratum(channel: sum.channel, source: sum.source, basis: sum.basis)
            cells[stratum, default: Cell()]
                .merge(Cell(ofCustomer: sum.voices, sum: sum.sum, sumOfSquares: sum.sumOfSquares))
        }
        return cells
    }
}

/// Scores the comments of two periods again with other word lists, and makes the same voices of them.
struct RescoredStrata {
    struct Outcome {
        let sides: JumpAttribution.Sides
        /// Version of the scorer that the lists make.
        let version: String
    }

    private let loaded: LoadedScorer
    private let polarity: AttributionQueries.Polarity
    private let context: WorkspaceContext

    /// `lists`: folder of word lists; those that the workspace has accepted are not added.
    init(lists: URL, polarity: AttributionQueries.Polarity, context: WorkspaceContext) throws {
        loaded = try ScorerLoader.load(lexicons: lists, dictionary: context.settings.dictionary)
        self.polarity = polarity
        self.context = context
    }

    func sides(of question: AttributedJump.Question) throws -> Outcome {
        let worker = try loaded.scorer.makeWorker()
        var voices: [Bool: [JumpAttribution.Stratum: [String: [Int]]]] = [:]
        try context.database.read { db in
            try VoiceTable.forEach(brand: question.brand, in: db) { row in
                let isAfter = question.after.contains(row.month)
                guard row.isCounted, isAfter || question.before.contains(row.month),
                    question.channel == nil || question.channel == row.channel ?? Voice.unknownChannel
                else { return }
                let comments = try CommentTable.comments(ids: row.memberIDs, in: db).map(\.comment)
                guard let voice = voice(of: row, comments, worker), let value = value(of: voice) else { return }
                let stratum = stratum(of: row, voice, comments)
                voices[isAfter, default: [:]][stratum, default: [:]][voice.customer, default: []].append(value)
            }
        }
        return Outcome(
            sides: JumpAttribution.Sides(before: cells(voices[false] ?? [:]), after: cells(voices[true] ?? [:])),
            version: loaded.version
        )
    }

    /// The voice with its identity as it is stored and its polarities from fresh scores.
    private func voice(of row: VoiceRow, _ comments: [Comment], _ worker: ScoringWorker) -> Voice? {
        let members = comments.map { comment in
            let declared = comment.declaredLanguage.flatMap { Language(rawValue: String($0.prefix(2)).lowercased()) }
            let score = worker.score(comment.text, declaredLanguage: declared)
            return VoiceMember(
                commentKey: comment.key,
                brand: row.brand,
                author: row.author ?? row.voiceID,
                postedAt: comment.postedAt?.instant,
                channel: row.channel,
                rating: comment.rating,
                valence: score.valence,
                handlingValence: score.handlingValence,
                facets: score.facets,
                signals: score.signals
            )
        }
        return members.isEmpty ? nil : VoiceBuilder.voice(of: members)
    }

    private func value(of voice: Voice) -> Int? {
        switch polarity {
        case .support: voice.supportPolarity
        case .brand: voice.brandPolarity
        case .facet(let name): voice.facetPolarity.first { $0.facet.rawValue == name }?.basisPoints
        }
    }

    private func stratum(of row: VoiceRow, _ voice: Voice, _ comments: [Comment]) -> JumpAttribution.Stratum {
        var basis = ""
        if polarity == .brand {
            basis = voice.brandBasis.rawValue
            if voice.brandBasis == .rating, let scale = comments.lazy.compactMap({ $0.rating?.scale }).first {
                basis += " \(scale.low)..\(scale.high)"
            }
        }
        let first = voice.members.first.flatMap { key in comments.first { $0.key == key } }
        return JumpAttribution.Stratum(
            channel: row.channel ?? Voice.unknownChannel,
            source: first?.source ?? "",
            basis: basis
        )
    }

    private func cells(_ voices: [JumpAttribution.Stratum: [String: [Int]]]) -> [JumpAttribution.Stratum: Cell] {
        voices.mapValues { customers in
            customers.values.reduce(into: Cell()) { cell, values in
                cell.merge(
                    Cell(
                        ofCustomer: values.count,
                        sum: values.reduce(0, +),
                        sumOfSquares: values.reduce(0) { $0 + $1 * $1 }
                    )
                )
            }
        }
    }
}

extension JumpAttribution.Stratum {
    /// `basis`: empty unless ratings, signals and words are told apart.
    init(channel: String, source: String, basis: String) {
        self.init(channel: channel, instrument: basis.isEmpty ? source : "\(source) (\(basis))")
    }
}

extension AttributionQueries.Polarity {
    /// - Throws: ``PipelineError`` `usage` for a measure that is no polarity of voices.
    init(measure: String) throws {
        switch MeasureID(rawValue: measure) {
        case .support: self = .support
        case .brand: self = .brand
        case .facet(let facet): self = .facet(facet.rawValue)
        default:
            let facets = Facet.allCases.map { "facet.\($0.rawValue)" }.joined(separator: ", ")
            throw PipelineError(.usage, "cannot attribute \"\(measure)\"; the measures are support, brand, \(facets)")
        }
    }
}

extension PeriodName {
    /// First and last month of `2014`, `2014-Q4`, `2014-12`, or of two of these with `..` between.
    ///
    /// - Throws: ``PipelineError`` `usage` for anything else.
    static func months(of name: String) throws -> ClosedRange<String> {
        let parts = name.components(separatedBy: "..")
        let ranges = parts.compactMap(range)
        guard let first = ranges.first, let last = ranges.last, ranges.count == parts.count, parts.count <= 2,
            first.lowerBound <= last.upperBound
        else {
            throw PipelineError(
                .usage,
                "\"\(name)\" is no period; write 2014, 2014-Q4, 2014-12 or two of them, as 2013-10..2014-03"
            )
        }
        return month(first.lowerBound)...month(last.upperBound)
    }

    /// Months since January 1970.
    private static func range(_ name: String) -> ClosedRange<Int>? {
        if let year = Period(.year, named: name) { return year.index * 12...(year.index * 12 + 11) }
        if let quarter = Period(.quarter, named: name) { return quarter.index * 3...(quarter.index * 3 + 2) }
        return Period(.month, named: name).map { $0.index...$0.index }
    }

    private static func month(_ index: Int) -> String { Period(length: .month, index: index).description }
}
