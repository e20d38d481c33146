import Feedback
import Foundation
import JSON
import Reports
import Store
import Workspace

/// What changed in the instrument and not in the world: word lists, rules, mappings and sources.
///
/// Drawn on every chart, so that a jump made by us is seen as ours.
struct InstrumentEvents {
    /// Share of a brand's voices from which the beginning or end of a source is worth a mark.
    private static let leastShare = 0.1
    /// Months a source may be silent at the end before it has ended.
    private static let silentMonths = 3

    /// Changes that touch every brand, oldest first.
    let common: [ChartEvent]
    private let names: VoiceNames

    init(zone: Zone, names: VoiceNames, in db: StoreConnection) throws {
        func month(_ instant: Instant) -> String { Period(.month, containing: zone.local(instant).day).description }
        let runs = try RunTable.versions(in: db)
        var events: [ChartEvent] = []
        var last: String?
        for run in runs {
            let record = try JSONDecoder().decode(Versions.self, from: Data(run.versions.utf8))
            guard let scorer = record.scorer else { continue }
            if let last, last != scorer {
                let isLists = VersionText.part("lexicon", of: last) != VersionText.part("lexicon", of: scorer)
                let rest = ["rules", "dictionary"]
                let isRules = rest.contains { VersionText.part($0, of: last) != VersionText.part($0, of: scorer) }
                if isLists {
                    let label = "\(VersionText.part("lexicon", of: last)) → \(VersionText.part("lexicon", of: scorer))"
                    events.append(ChartEvent(period: month(run.startedAt), kind: .lexicon, subject: label))
                }
                if isRules { events.append(ChartEvent(period: month(run.startedAt), kind: .software)) }
            }
            last = scorer
        }
        events += try SourceReadings.load(in: db).changes.map { change in
            ChartEvent(period: month(change.at), kind: .mapping, subject: names.shown(change.source))
        }
        common = events
        self.names = names
    }

    /// The common changes, and the sources of a brand that begin or end inside its time.
    func events(of brand: String, in db: StoreConnection) throws -> [ChartEvent] {
        let spans = try ReportQueries.sourceSpans(of: brand, in: db)
        guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max(),
            let end = Period(.month, named: last)
        else { return common }
        let all = spans.reduce(0) { $0 + $1.voices }
        let quiet = Period(length: .month, index: end.index - Self.silentMonths).description
        let sources = spans.filter { Double($0.voices) >= Self.leastShare * Double(all) }.flatMap { span in
            let name = names.shown(span.source)
            return [
                span.first > first ? ChartEvent(period: span.first, kind: .source, subject: name, isEnd: false) : nil,
                span.last < quiet ? ChartEvent(period: span.last, kind: .source, subject: name, isEnd: true) : nil,
            ].compactMap { $0 }
        }
        return common + sources
    }

    private struct Versions: Decodable {
        let scorer: String?
    }
}
