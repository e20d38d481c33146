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
        package let index: String
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

    /// Writes the report into a folder; the report that stood there stays until the new one is whole.
    ///
    /// - Parameters:
    ///   - folder: `nil` means `reports/latest` of the workspace.
    ///   - keepsOthers: whether the folder may hold files that are not Koe's, which then stay; `reports/latest` may.
    /// - Returns: where the report is and what it says.
    /// - Throws: ``WorkspaceError`` `input` when there is no voice to report on, `usage` when the folder is not Koe's.
    package func run(into folder: URL? = nil, keepsOthers: Bool = false) throws -> Outcome {
        let target = folder ?? latest
        let place = try ReportFolder(
            target,
            workspace: context.workspace,
            keepsOthers: keepsOthers || folder == nil
        )
        let similar = try context.database.read(KeptSimilarCases.init)
        let outcome = try write(into: place, index: target.appending(path: "index.html").path, similar)
        if target.standardizedFileURL == latest.standardizedFileURL { try remember(outcome, similar) }
        return outcome
    }

    /// The report that nights keep up to date.
    private var latest: URL { context.workspace.reports.appending(path: Self.latestName) }

    /// The report of the workspace: as it stands where nothing has changed since it was made, and made anew otherwise.
    package func runIfChanged() throws -> Outcome {
        let input = ReportInput(context: context, language: language)
        let standing = try context.database.read { db -> Outcome? in
            try input.stageInput(in: db).isUnchanged(in: db) ? Self.standing(in: db) : nil
        }
        if let standing, try ReportFolderContents.isWhole(latest) { return standing }
        return try run()
    }

    /// What is taken down of the report that stands; `nil` for none, and for one of an older program, which took down less.
    static func standing(in db: StoreConnection) throws -> Outcome? {
        try FactTable.value(outcomeFact, in: db).flatMap {
            try? JSONDecoder().decode(Outcome.self, from: Data($0.utf8))
        }
    }

    private func remember(_ outcome: Outcome, _ similar: KeptSimilarCases) throws {
        try context.database.write { db in
            try tellFlags(in: db)
            let input = try ReportInput(context: context, language: language).stageInput(in: db)
            try FactTable.set(Self.outcomeFact, to: try JSONTreeEncoder.record(outcome), in: db)
            try similar.remember(in: db)
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

    /// How alike the scorer of the workspace reads the shipped pairs; `nil` when none are shipped.
    private func parity() throws -> LanguageParity? {
        let pairs = context.resources.pairs
        guard FileManager.default.fileExists(atPath: pairs.path) else { return nil }
        return try PairReading(of: pairs, scorer: context.loadScorer()).parity
    }

    private func write(into place: ReportFolder, index: String, _ similar: KeptSimilarCases) throws -> Outcome {
        let builder = ReportModelBuilder(context: context, language: language, similar: similar)
        var model = try builder.model().withoutUnsoundBrands(workers: context.workers)
        model.parity = try parity()
        let silent = try context.database.read { try builder.silentSources(in: $0) }
        let masking = try context.database.read {
            try KnownNames.masking(
                of: model.quotedTexts,
                notes: model.notes,
                beside: context.settings.masking,
                in: $0
            )
        }
        let templates = try context.resources.templateTexts()
        let files = try place.replace { receive in
            try ReportRenderer.draw(
                model,
                language: language,
                templates: templates,
                masking: masking,
                workers: context.workers,
                receive: receive
            )
        }
        return Outcome(
            index: index,
            files: files,
            brands: model.brands.count,
            summary: ReportRenderer.verdicts(of: model, language: language),
            databaseHash: model.head.databaseHash,
            leftOut: model.leftOut.map { "\($0.brand) is left out of the report: \($0.reason)" },
            silentSources: silent,
            notices: ReportRenderer.notices(of: model, language: language),
            gaps: CoverageGaps(model.coverage, language: .en).sentences
        )
    }
}
