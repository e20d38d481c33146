import Feedback
package import Foundation
import Measures
import Reports
import Store

/// Makes the report of a workspace.
package struct ReportStage: Sendable {
    package struct Outcome: Encodable, Sendable {
        /// Path of `index.html`.
        package let index: String
        package let files: Int
        package let brands: Int
        /// Verdict sentences, one a brand.
        package let summary: [String]
        /// SHA-256 of the content of the database that it was made from.
        package let databaseHash: String
    }

    private let context: WorkspaceContext
    private let language: ReportLanguage

    /// `language`: `ja` or `en`; `nil` takes the setting.
    package init(context: WorkspaceContext, language: String? = nil) throws {
        self.context = context
        let name = language ?? context.settings.language
        guard let known = ReportLanguage(rawValue: name) else {
            throw PipelineError(.usage, "no report in the language \"\(name)\"; it can be ja or en")
        }
        self.language = known
    }

    /// Writes the report into a folder; the report that stood there stays until the new one is whole.
    ///
    /// - Parameters:
    ///   - folder: `nil` means `reports/latest` of the workspace.
    ///   - keepsOthers: whether the folder may hold files that are not Koe's, which then stay; `reports/latest` may.
    /// - Returns: where the report is and what it says.
    /// - Throws: ``PipelineError`` `input` when there is no voice to report on, `usage` when the folder is not Koe's.
    package func run(into folder: URL? = nil, keepsOthers: Bool = false) throws -> Outcome {
        let target = folder ?? context.workspace.reports.appending(path: "latest")
        let place = try ReportFolder(
            target,
            workspace: context.workspace,
            keepsOthers: keepsOthers || folder == nil
        )
        let model: ReportModel = try context.database.read { db in try self.model(in: db) }
        let files = try ReportRenderer.render(model, language: language, templates: context.resources.templateTexts())
        try place.replace(with: files.map { ($0.path, $0.bytes) })
        return Outcome(
            index: target.appending(path: "index.html").path,
            files: files.count,
            brands: model.brands.count,
            summary: ReportRenderer.verdicts(of: model, language: language),
            databaseHash: model.head.databaseHash
        )
    }

    private func model(in db: StoreConnection) throws -> ReportModel {
        let brands = try VoiceTable.brands(in: db)
        guard !brands.isEmpty else {
            throw PipelineError(
                .input,
                "there is no voice to report on: no stored comment names a known brand; see brands in koe.yaml"
            )
        }
        let notes = try TrendNotes.load(in: db)
        let flags = FlagReader(
            flags: try FindingTable.flags(in: db),
            ledger: try StoredFlags.load(in: db),
            verbatims: VerbatimBuilder(zone: context.settings.zone),
            minimumVoices: context.settings.minimumVoices,
            latestRun: Int(try RunTable.latest(in: db) ?? 0)
        )
        let builder = BrandReportBuilder(
            context: context,
            mentions: try ReportQueries.mentionCounts(in: db),
            earlySigns: try FindingTable.earlySigns(in: db),
            flags: flags,
            notes: notes,
            facts: try CaseFacts(calendar: context.settings.office, in: db),
            instrument: try InstrumentEvents(zone: context.settings.zone, in: db),
            names: try context.voiceNames()
        )
        var across = AcrossBrandsBuilder(minimumVoices: context.settings.minimumVoices)
        let reports = try brands.map { brand in
            let cells = BrandCells(
                brand: brand,
                cells: try CellTable.cells(of: brand, in: db).compactMap(KeyedCell.init)
            )
            across.add(cells)
            return try builder.report(of: cells, in: db)
        }
        let asOf = try reportTime(in: db)
        return ReportModel(
            head: try head(asOf: asOf, in: db),
            brands: reports,
            acrossBrands: across.result,
            explained: ExplainedBuilder(notes: notes).changes(of: brands),
            superseded: flags.superseded,
            agreement: try AgreementBuilder(verbatims: VerbatimBuilder(zone: context.settings.zone))
                .agreement(in: db),
            coverage: try CoverageBuilder(zone: context.settings.zone, asOf: asOf).coverage(in: db)
        )
    }

    /// The moment the report speaks of: the setting, or the time of the run.
    private func reportTime(in db: StoreConnection) throws -> Instant {
        try context.asOf()
    }

    private func head(asOf: Instant, in db: StoreConnection) throws -> ReportHead {
        let settings = context.settings
        let scorer = try ScoreTable.versions(in: db).joined(separator: "; ")
        let lines = settings.lines.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
        return ReportHead(
            title: settings.title == "Koe" ? nil : settings.title,
            notice: settings.notice,
            runID: try RunTable.latest(in: db).map { "run \($0)" } ?? "no run",
            asOf: settings.zone.format(asOf),
            zone: settings.zone.identifier,
            databaseHash: try Verification.hash(in: db),
            lexiconVersion: VersionText.part("lexicon", of: scorer),
            scorerVersion: VersionText.part("rules", of: scorer),
            configVersion: String(Digest.hex(Array(lines.utf8)).prefix(12)),
            definitionVersion: String(MeasureDefinition.version),
            command: "koe report --lang \(language.rawValue)",
            margin: settings.margin,
            minimumVoices: settings.minimumVoices
        )
    }
}

/// Reads one part of a scorer's version, such as `lexicon 1234` in `rules 1, lexicon 1234, dictionary ipadic`.
enum VersionText {
    static func part(_ name: String, of version: String) -> String {
        let part = version.split(separator: ", ").first { $0.hasPrefix(name + " ") }
        return part.map { String($0.dropFirst(name.count + 1)) } ?? "none"
    }
}
