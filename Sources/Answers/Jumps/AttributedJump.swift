import Feedback
package import Flags
package import Foundation
import Measures
import Store
package import Workspace

/// What a jump of a measure comes from: the world, the mix, the instrument or the software.
package struct AttributedJump: Encodable, Sendable {
    /// One side of the jump.
    package struct Side: Encodable, Sendable {
        /// First and last month, such as `2014-03`.
        package let from: String
        package let to: String
        package let voices: Int
        /// 0–100.
        package let level: Double
        /// 0–100, by the other version of the word lists; `nil` where none was run.
        package internal(set) var otherLevel: Double?
        /// Comments by the version of the scorer that scored them.
        package let scorers: [ScorerShare]
    }

    package struct ScorerShare: Encodable, Hashable, Sendable {
        package let version: String
        package let comments: Int
    }

    /// One part of the jump.
    package struct Part: Encodable, Hashable, Sendable {
        /// Thousandths of a basis point; the parts add up to the total exactly.
        package let thousandths: Int

        /// Points of strength.
        package var points: Double { Double(thousandths) / 200_000 }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(thousandths, forKey: .thousandthsOfABasisPoint)
            try container.encode(points, forKey: .points)
        }

        private enum Key: CodingKey { case thousandthsOfABasisPoint, points }
    }

    /// A source, with the scale of its ratings where they count.
    package struct Instrument: Encodable, Sendable {
        package let name: String
        package let voicesBefore: Int
        package let levelBefore: Double?
        package let voicesAfter: Int
        package let levelAfter: Double?
        /// Whether it stands on both sides.
        package let isComparable: Bool
    }

    /// What is stored with the flag that was asked about, in points.
    package struct Stored: Encodable, Sendable {
        package let within: Double
        package let mix: Double
    }

    package let brand: String
    package let measure: String
    /// `nil` for all channels together.
    package let channel: String?
    /// `nil` for all products together.
    package let product: String?
    /// The flag that was asked about.
    package let flag: String?
    package let before: Side
    package let after: Side
    package let total: Part
    package let world: Part
    /// Half width of the 95 % interval of `world` in points; `nil` when it cannot be formed.
    package let worldMargin: Double?
    package let mix: Part
    package let mixOfChannels: Part
    package let mixOfSources: Part
    package let instrument: Part
    package let software: Part
    package let sources: [Instrument]
    /// Version of the word lists that the software part was found with.
    package let otherVersion: String?
    package let stored: Stored?
    /// What a reader has to know beside the numbers.
    package let notes: [String]
}

extension AttributedJump {
    /// Splits a jump.
    ///
    /// `otherLists`: folder of another version of the word lists, which scores both sides again; the software part is the
    /// difference of the two differences. `nil` leaves it at 0, because both sides were scored by one version.
    /// - Throws: ``WorkspaceError`` `input` when a side has no voice, `usage` for a measure that has no voices' values.
    package init(_ question: JumpQuestion, otherLists: URL?, in context: WorkspaceContext) throws {
        let polarity = try AttributionQueries.Polarity(measure: question.measure)
        let (sides, scorers, versions) = try context.database.read { db in
            (
                try StrataReader(polarity: polarity, db: db).sides(of: question),
                try [question.before, question.after].map { months in
                    try AttributionQueries.scorers(of: question.brand, months: months, in: db)
                        .map { ScorerShare(version: $0.version, comments: $0.comments) }
                },
                try ScoreTable.allVersions(in: db)
            )
        }
        let other = try otherLists.map { folder in
            try RescoredStrata(lists: folder, polarity: polarity, context: context).sides(of: question)
        }
        guard let split = JumpAttribution(sides, otherVersion: other?.sides) else {
            throw WorkspaceError(
                .input,
                """
                \(question.brand) has no voice with a value of \(question.measure) in \
                \(sides.before.isEmpty ? question.before.lowerBound : question.after.lowerBound) and the months of its side
                """
            )
        }
        let names = try context.voiceNames()
        self.init(question, sides, split, other: other, scorers: scorers, versions: versions, names)
    }

    private init(
        _ question: JumpQuestion,
        _ sides: JumpAttribution.Sides,
        _ split: JumpAttribution,
        other: RescoredStrata.Outcome?,
        scorers: [[ScorerShare]],
        versions: [String],
        _ names: VoiceNames
    ) {
        brand = question.brand
        measure = question.measure
        channel = question.channel.map { names.shown($0) }
        product = question.product.map { names.shown($0) }
        flag = question.detail.map { names.shown(flag: $0.entry?.id ?? $0.id) }
        before = Side(question.before, sides.before, other: other?.sides.before, scorers: scorers[0])
        after = Side(question.after, sides.after, other: other?.sides.after, scorers: scorers[1])
        total = Part(thousandths: split.total)
        world = Part(thousandths: split.world)
        worldMargin = split.worldMargin.map { $0 / FlagDetail.basisPointsPerPoint }
        mix = Part(thousandths: split.mix)
        mixOfChannels = Part(thousandths: split.mixOfChannels)
        mixOfSources = Part(thousandths: split.mixOfInstruments)
        instrument = Part(thousandths: split.instrument)
        software = Part(thousandths: split.software)
        sources = split.instruments.map { Instrument($0, names) }
        otherVersion = other?.version
        stored = question.detail.map { Stored(within: $0.within, mix: $0.mix) }
        notes = AttributionNotes(split: split, scorers: scorers, versions: versions, otherVersion: other?.version).all
    }
}

extension AttributedJump.Side {
    fileprivate init(
        _ months: ClosedRange<String>,
        _ cells: [JumpAttribution.Stratum: Cell],
        other: [JumpAttribution.Stratum: Cell]?,
        scorers: [AttributedJump.ScorerShare]
    ) {
        let sum = cells.values.reduce(into: Cell()) { $0.merge($1) }
        self.init(
            from: months.lowerBound,
            to: months.upperBound,
            voices: sum.n,
            level: AttributedJump.level(sum) ?? 50,
            otherLevel: other.flatMap { AttributedJump.level($0.values.reduce(into: Cell()) { $0.merge($1) }) },
            scorers: scorers
        )
    }
}

extension AttributedJump.Instrument {
    fileprivate init(_ instrument: JumpAttribution.Instrument, _ names: VoiceNames) {
        self.init(
            name: names.shown(instrument.name),
            voicesBefore: instrument.before.n,
            levelBefore: AttributedJump.level(instrument.before),
            voicesAfter: instrument.after.n,
            levelAfter: AttributedJump.level(instrument.after),
            isComparable: instrument.isComparable
        )
    }
}

extension AttributedJump {
    fileprivate static func level(_ cell: Cell) -> Double? {
        cell.mean.map { 50 + $0 / FlagDetail.basisPointsPerPoint }
    }
}
