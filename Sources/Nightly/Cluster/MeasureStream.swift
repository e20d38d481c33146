import Feedback
import Flags
package import Foundation
import JSON
import Measures
import Store
import Synchronization
package import Workspace

/// Makes voices and cells for a cluster, line by line: the rules of measuring are here alone.
package struct MeasureStream: Sendable {
    /// What a line holds, in the order in which a cluster asks.
    package enum Step: String, Sendable, CaseIterable {
        /// Comments of one brand that share a case or else a person: the voices that they are.
        case voices
        /// All voices of one customer with one brand; behind the last line stand the cells that all of them add up to.
        case cells
    }

    /// Lines that one worker takes at a time.
    private static let linesPerShare = 256

    private let step: Step
    private let zone: Zone
    private let kinds: CellKinds
    private let workers: Int

    /// `settings`: those of the workspace that the comments are from; `workers`: threads that answer, at least 1.
    package init(step: Step, settings: Settings, workers: Int) {
        self.step = step
        self.workers = workers
        zone = settings.zone
        kinds = CellKinds(settings)
    }

    /// Reads to the end of the input; `output` takes the bytes in order.
    ///
    /// - Throws: ``WorkspaceError`` `input` with the number of the first bad line.
    @concurrent
    package func run(input: FileHandle, trailer: Bool, output: ([UInt8]) -> Void) async throws {
        let lines = LineStream(workers: workers, least: Self.linesPerShare, longest: 1 << 30)
        let last = trailer ? LineStream.Trailer(name: "definition", version: "\(MeasureDefinition.version)") : nil
        let zone = zone
        switch step {
        case .voices:
            try await lines.run(input: input, trailer: last, output: output) { try Self.voices($0, zone: zone) }
        case .cells:
            let sums = CellSum(kinds: kinds)
            try await lines.run(input: input, trailer: last, output: output, end: { sums.lines() }) { share in
                try sums.add(share)
                return []
            }
        }
    }

    /// `{"id","voices":[{"brand","customer","voice"}…]}` for each group of comments.
    private static func voices(_ share: LineStream.Share, zone: Zone) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try share.forEach { line in
            let object = try StreamObject(line: line)
            let brand = try object.text("brand")
            var members: [VoiceMember] = []
            var comments: [String: CountedComment] = [:]
            for row in try object.objects("comments") {
                let score = try row.optionalText("score").map { try Score(line: $0) }
                let member = try VoiceMember(row, brand: brand, score: score, zone: zone)
                members.append(member)
                comments[member.commentKey] = CountedComment(
                    id: Int64(try row.integer("row")),
                    source: try row.text("source"),
                    facets: score?.facets ?? []
                )
            }
            let voices = VoiceBuilder.voices(of: members).map { VoiceRow($0, members: comments) }
            JSONWriter.answer(try object.integer("id"), to: &bytes) { json in
                json.name("voices")
                json.objects(voices) { voice, json in
                    json.member("brand", voice.brand)
                    json.member("customer", Int(voice.customerCode))
                    json.member("voice", voice.line)
                }
            }
        }
        return bytes
    }
}

/// Adds customers up from several threads; sums of integers come out the same in any order.
private final class CellSum: Sendable {
    private let kinds: CellKinds
    private let accumulator: Mutex<CellAccumulator>

    init(kinds: CellKinds) {
        self.kinds = kinds
        accumulator = Mutex(CellAccumulator(lengths: kinds.lengths))
    }

    func add(_ share: LineStream.Share) throws {
        try share.forEach { line in
            let voices = try StreamObject(line: line).texts("voices").map { try Voice(VoiceRow(line: $0)) }
            accumulator.withLock { $0.add(customer: voices) }
        }
    }

    /// A line for each cell, in the order of their keys.
    func lines() -> [UInt8] {
        let cells = accumulator.withLock { $0.cells() }.filter { kinds.contains($0.key) }
        var bytes: [UInt8] = []
        for keyed in cells {
            var json = JSONWriter(.plain)
            json.openObject()
            CellRow(keyed, minimumVoices: kinds.minimumVoices).write(to: &json)
            json.closeObject()
            json.move(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}

extension VoiceMember {
    /// `object`: a row of ``StreamRows`` with `person`, and with `case_id` and `relation` of a link that counts.
    fileprivate init(_ object: StreamObject, brand: String, score: Score?, zone: Zone) throws {
        let postedAt = try object.instant("posted_at")
        self.init(
            commentKey: "\(try object.text("source")):\(try object.text("external_id"))",
            brand: brand,
            author: try object.optionalText("person"),
            caseID: try object.optionalText("case_id"),
            relation: try object.optionalText("relation").flatMap(LinkRelation.init(rawValue:)),
            role: try object.role(),
            postedAt: postedAt,
            day: postedAt.map { zone.local($0).day },
            channel: try object.optionalText("channel"),
            product: try object.optionalText("product"),
            version: try object.optionalText("app_version"),
            rating: try object.rating(),
            answers: try object.optionalText("answers").map(JSONText.surveyAnswers) ?? [],
            valence: score?.valence,
            handlingValence: score?.handlingValence,
            facets: score?.facets ?? [],
            signals: score?.signals ?? []
        )
    }
}
