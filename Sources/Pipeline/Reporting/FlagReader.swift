import Feedback
import Foundation
import Reports
import Store

/// Puts stored flags into the form of a report, with voices that show what they mean.
struct FlagReader {
    private static let quoted = 3

    let flags: [FlagRow]
    let verbatims: VerbatimBuilder
    let minimumVoices: Int

    /// Falls and rises of a brand, the largest first.
    func flags(of brand: String, in db: StoreConnection) throws -> (falls: [ChangeFlag], rises: [ChangeFlag]) {
        var falls: [(row: FlagRow, detail: FlagDetail)] = []
        var rises: [(row: FlagRow, detail: FlagDetail)] = []
        for row in flags where row.brand == brand {
            let detail = try JSONDecoder().decode(FlagDetail.self, from: Data(row.detail.utf8))
            if detail.direction < 0 { falls.append((row, detail)) } else { rises.append((row, detail)) }
        }
        falls.sort { abs($0.detail.difference) > abs($1.detail.difference) }
        rises.sort { abs($0.detail.difference) > abs($1.detail.difference) }
        return (
            falls: try falls.map { try flag($0.row, $0.detail, in: db) },
            rises: try rises.map { try flag($0.row, $0.detail, in: db) }
        )
    }

    private func flag(_ row: FlagRow, _ detail: FlagDetail, in db: StoreConnection) throws -> ChangeFlag {
        let examples = try examples(of: detail, in: db)
        let facet = detail.measure.hasPrefix("facet.") ? String(detail.measure.dropFirst(6)) : nil
        return ChangeFlag(
            id: detail.id,
            state: FlagState(rawValue: row.state) ?? .ongoing,
            kind: FlagKind(rawValue: detail.kind) ?? .step,
            measure: facet == nil ? .support : .facet,
            facet: facet,
            firstPeriod: detail.firstPeriod,
            firstPeriodLow: detail.firstPeriodLow,
            firstPeriodHigh: detail.firstPeriodHigh,
            lastGoodPeriod: detail.lastGoodPeriod,
            before: strength(detail.before),
            after: strength(detail.after),
            difference: ValueRange(
                value: detail.difference,
                low: detail.difference - detail.margin,
                high: detail.difference + detail.margin
            ),
            p: detail.p,
            q: detail.q,
            seriesTested: detail.seriesTested,
            within: detail.within,
            mix: detail.mix,
            channels: Self.movers(detail.channels),
            exemplars: examples.exemplars,
            contrasts: examples.contrasts,
            command: "koe why flag \(ShellWord.quoted(detail.id))"
        )
    }

    /// Channels by what they add to the difference, most first.
    private static func movers(_ parts: [FlagDetail.ChannelPart]) -> [Mover] {
        let ordered = parts.sorted { left, right in
            let (leftSize, rightSize) = (abs(left.within), abs(right.within))
            return leftSize == rightSize ? left.channel < right.channel : leftSize > rightSize
        }
        return ordered.map { Mover(name: $0.channel, change: $0.within) }
    }

    private func strength(_ level: FlagDetail.Level) -> Reports.Strength {
        guard level.voices >= minimumVoices, let value = level.value, let low = level.low, let high = level.high else {
            return Reports.Strength(voices: level.voices)
        }
        return Reports.Strength(voices: level.voices, range: ValueRange(value: value, low: low, high: high))
    }

    /// Voices after the change that show it best, and voices before it that stand against them.
    private func examples(
        of detail: FlagDetail,
        in db: StoreConnection
    ) throws -> (exemplars: [Verbatim], contrasts: [Verbatim]) {
        var after: [(weight: Int, name: String, comment: Int64)] = []
        var before: [(weight: Int, name: String, comment: Int64)] = []
        try VoiceTable.forEach(brand: detail.brand, in: db) { voice in
            guard voice.isCounted, let polarity = voice.supportPolarity, let comment = voice.memberIDs.first else {
                return
            }
            let weight = polarity * detail.direction
            if voice.month >= detail.firstPeriod { after.append((weight, voice.voiceID, comment)) }
            if voice.month <= detail.lastGoodPeriod { before.append((-weight, voice.voiceID, comment)) }
        }
        func top(_ list: [(weight: Int, name: String, comment: Int64)]) throws -> [Verbatim] {
            let ordered = list.sorted { left, right in
                left.weight == right.weight ? left.name < right.name : left.weight > right.weight
            }
            let best = ordered.prefix(Self.quoted)
            return try verbatims.verbatims(ids: best.map(\.comment), choice: .exemplar, in: db)
        }
        return (try top(after), try top(before))
    }
}
