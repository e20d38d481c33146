import Feedback
import Flags
import Foundation
import Reports
import Store
import Workspace

/// Everything that a report depends on, but for the number of the run and the second of the day.
///
/// The days of silence of a source and the news among flags change from night to night, and so do reports.
struct ReportInput {
    let context: WorkspaceContext
    let language: ReportLanguage

    func stageInput(in db: StoreConnection) throws -> StageInput {
        StageInput(
            .report,
            [
                "tools": try common(in: db), "content": try ContentHash.hash(in: db), "as of": try day(),
                "nights": Digest.hex(Array(try nights(in: db).utf8)),
            ]
        )
    }

    /// What decides the reports of all brands: the program, the language, the scorer, settings, key and templates.
    func common(in db: StoreConnection) throws -> String {
        let scorers = try ScoreTable.versions(in: db).joined(separator: "; ")
        return "\(KoeVersion.current) \(Self.program) \(language.rawValue) \(scorers) \(try files())"
    }

    /// Size and time of the running program: another of the same version may draw other pages.
    private static let program: String = {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "unknown" }
        return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }()

    /// The moment where one is set, and else the day: reports say how many days a source has been silent.
    private func day() throws -> String {
        if let asOf = context.settings.asOf { return asOf }
        return context.settings.zone.local(try context.asOf()).day.description
    }

    /// Settings, key and templates.
    private func files() throws -> String {
        var digest = RunningDigest()
        for line in context.settings.lines { digest.update(Array("\(line.key)=\(line.value)\n".utf8)) }
        for url in [context.workspace.settingsFile, context.workspace.keyFile] {
            digest.update(FileManager.default.contents(atPath: url.path) ?? Data())
        }
        for (name, text) in try context.resources.templateTexts().sorted(by: { $0.key < $1.key }) {
            digest.update(Array("\(name)\n\(text)".utf8))
        }
        return digest.hex()
    }

    /// What nights and people leave beside the content: inputs, flags and what was said of them, changes of the instrument.
    private func nights(in db: StoreConnection) throws -> String {
        let latest = Int(try RunTable.latest(in: db) ?? 0)
        let (notes, flags) = (try TrendNotes.load(in: db), try StoredFlags.load(in: db))
        let parts = [
            lines(try RunTable.ledgerBySource(in: db)),
            lines(try ReportQueries.quarantineCounts(in: db)),
            lines(
                flags.entries.map { entry in
                    "\(entry.id) \(entry.state(latestRun: latest)) \(entry.acknowledgedAt ?? "") \(entry.note ?? "")"
                }
            ),
            lines(
                flags.departed(shown: try FindingTable.flags(in: db), explained: notes.explained)
                    .map { "\($0.record.id) \($0.fate)" }
            ),
            lines(notes.sights), lines(notes.explained), lines(notes.watches), "\(notes.seriesTested ?? -1)",
            lines(try SourceReadings.load(in: db).changes.map { "\($0.source) \($0.reading) \($0.at.milliseconds)" }),
            lines(try RunTable.scorers(in: db)),
            "\(try ReportQueries.withoutBrand(in: db)) \(try ReportQueries.unmeasured(in: db))",
            lines(try ColumnsAside.load(in: db).columns.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }),
        ]
        return parts.joined(separator: "\n\n")
    }

    private func lines(_ rows: [some Any]) -> String { rows.map { "\($0)" }.joined(separator: "\n") }
}
