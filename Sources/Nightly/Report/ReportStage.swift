import Feedback
import Flags
package import Foundation
import JSON
import Measures
package import Reporting
package import Reports
import Store
package import Workspace

/// Makes the report of a workspace.
package struct ReportStage: Sendable {
    package struct Outcome: Codable, Sendable {
        /// Path of `index.html`.
        package fileprivate(set) var index: String
        package let files: Int
        package let brands: Int
        /// Verdict sentences, one a brand.
        package let summary: [String]
        /// SHA-256 of the content of the database that it was made from.
        package let databaseHash: String
        /// Brands that are not in the report, or not with everything, each with the reason.
        package let leftOut: [String]
        /// Sources from which nothing new comes any more.
        package let silentSources: [SilentSource]
        /// What it says of each flag, in a line.
        package let notices: [FlagNotice]
        /// Comments that no number or no period holds, and columns that are not read; a sentence each.
        package let gaps: [String]
    }

    static let latestName = "latest"
    private static let outcomeFact = "report outcome"

    private let context: WorkspaceContext
    private let language: ReportLanguage

    /// `language`: `ja` or `en`; `nil` takes the setting.
    package init(context: WorkspaceContext, language: String? = nil) throws {
        self.context = context
        let name = language ?? context.settings.language
        guard let known = ReportLanguage(rawValue: name) else {
            throw WorkspaceError(.usage, "no report in the language \"\(name)\"; it can be ja or en")
        }
        self.language = known
    }

    /// Writes the report into a folder, from nothing; the report that stood there stays until the new one is whole.
    ///
    /// - Parameters:
    ///   - folder: `nil` means `reports/latest` of the workspace.
    ///   - keepsOthers: whether the folder may hold files that are not Koe's, which then stay; `reports/latest` may.
    /// - Returns: where the report is and what it says.
    /// - Throws: ``WorkspaceError`` `input` when there is no voice to report on, `usage` when the folder is not Koe's.
    package func run(into folder: URL? = nil, keepsOthers: Bool = false) throws -> Outcome {
        try run(into: folder ?? latest, keepsOthers: keepsOthers || folder == nil, after: nil)
    }

    /// The report that nights keep up to date.
    private var latest: URL { context.workspace.reports.appending(path: Self.latestName) }

    /// The report of the workspace: as it stands where nothing has changed since it was made, and otherwise with the brands
    /// made anew of which something has changed.
    package func runIfChanged() throws -> Outcome {
        let (input, before) = (ReportInput(context: context, language: language), StandingReport(folder: latest))
        let (standing, isWhole) = try context.database.read { db in
            (try input.stageInput(in: db).isUnchanged(in: db) ? Self.standing(in: db) : nil, try before.isWhole(in: db))
        }
        if var standing, isWhole {
            // The workspace may have been moved.
            standing.index = Self.index(of: latest)
            return standing
        }
        return try run(into: latest, keepsOthers: true, after: isWhole ? before : nil)
    }

    private static func index(of folder: URL) -> String { folder.appending(path: "index.html").path }

    /// `before`: the report whose parts are taken over where they hold; `nil` makes everything.
    private func run(into target: URL, keepsOthers: Bool, after before: StandingReport?) throws -> Outcome {
        let isLatest = target.standardizedFileURL == latest.standardizedFileURL
        let place = try ReportFolder(
            target,
            workspace: context.workspace,
            keepsOthers: keepsOthers,
            known: isLatest ? context.database.read { Set(try KeptReportTable.files(in: $0).map(\.path)) } : []
        )
        let similar = try context.database.read(KeptSimilarCases.init)
        let written = try write(into: place, similar, after: before)
        let outcome = outcome(of: written, index: Self.index(of: target))
        if isLatest { try remember(outcome, similar, written) }
        return outcome
    }

    /// What is taken down of the report that stands; `nil` for none, and for one of an older program, which took down less.
    static func standing(in db: StoreConnection) throws -> Outcome? {
        try FactTable.value(outcomeFact, in: db).flatMap {
            try? JSONDecoder().decode(Outcome.self, from: Data($0.utf8))
        }
    }

    private func remember(_ outcome: Outcome, _ similar: KeptSimilarCases, _ written: Written) throws {
        let files = FileStamps.all(of: (written.paths + [ReportManifest.name]).sorted(), in: latest)
        try context.database.write { db in
            try tellFlags(in: db)
            let input = try ReportInput(context: context, language: language).stageInput(in: db)
            try FactTable.set(Self.outcomeFact, to: try JSONTreeEncoder.record(outcome), in: db)
            try similar.remember(in: db)
            try written.parity.remember(in: db)
            // What was stored meanwhile is not told.
            let isCurrent = try ContentHash.hash(in: db) == outcome.databaseHash
            try KeptReportTable.replace(isCurrent ? written.records : [:], files: files ?? [], in: db)
            try input.remember(in: db)
        }
    }

    /// A flag is new until a report that tells it is whole.
    private func tellFlags(in db: StoreConnection) throws {
        var flags = try StoredFlags.load(in: db)
        let told = try FindingTable.flags(in: db).compactMap(\.entry?.id)
        flags.tell(Set(told), run: Int(try RunTable.latest(in: db) ?? 0))
        try flags.save(in: db)
    }

    /// A report that is whole.
    private struct Written {
        let report: PreparedReport
        /// Of its files but the manifest.
        let paths: [String]
        /// What is kept for the next one, by brand.
        let records: [String: String]
        let silent: [SilentSource]
        /// Says how many comments it does not tell of yet.
        let unmeasured: String?
        let parity: KeptParity
    }

    private func write(
        into place: ReportFolder,
        _ similar: KeptSimilarCases,
        after before: StandingReport?
    ) throws -> Written {
        let builder = ReportModelBuilder(context: context, language: language, similar: similar)
        let input = ReportInput(context: context, language: language)
        var report = try PreparedReport(builder, input: input, before: before, context: context)
        let parity = try KeptParity(of: context)
        report.model.parity = parity.parity
        let (silent, unmeasured) = try context.database.read { db in
            (try builder.silentSources(in: db), try MissingVoices.unmeasured(in: db))
        }
        let templates = try context.resources.templateTexts()
        var drawn: [DrawnBrand] = []
        let paths = try place.replace(keeping: report.kept.values.flatMap(\.pages)) { [report] receive in
            drawn = try ReportRenderer.draw(
                report.model,
                kept: report.kept,
                language: language,
                templates: templates,
                masking: report.masking,
                workers: context.workers,
                receive: receive
            )
        }
        return Written(
            report: report,
            paths: paths,
            records: try report.records(of: drawn, workers: context.workers),
            silent: silent,
            unmeasured: unmeasured,
            parity: parity
        )
    }

    private func outcome(of written: Written, index: String) -> Outcome {
        let model = written.report.model
        return Outcome(
            index: index,
            files: written.paths.count,
            brands: model.brands.count,
            summary: ReportRenderer.verdicts(of: model, language: language),
            databaseHash: model.head.databaseHash,
            leftOut: model.leftOut.map { "\($0.brand) is left out of the report: \($0.reason)" },
            silentSources: written.silent,
            notices: ReportRenderer.notices(of: model, language: language),
            gaps: CoverageGaps(model.coverage, language: .en).sentences + [written.unmeasured].compactMap(\.self)
        )
    }
}
