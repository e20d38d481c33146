import Feedback
import Flags
import Foundation
import Measures
import Scoring
import Store
import Workspace

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

    func sides(of question: JumpQuestion) throws -> Outcome {
        let worker = try loaded.scorer.makeWorker()
        var voices: [Bool: [JumpAttribution.Stratum: [String: [Int]]]] = [:]
        try context.database.read { db in
            try VoiceTable.forEach(brand: question.brand, in: db) { row in
                let isAfter = question.after.contains(row.month)
                guard row.isCounted, isAfter || question.before.contains(row.month),
                    question.channel == nil || question.channel == row.channel ?? Voice.unknownChannel,
                    question.product == nil || question.product == row.product
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
            let score = worker.score(comment.text, title: comment.ownTitle, declaredLanguage: declared)
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
