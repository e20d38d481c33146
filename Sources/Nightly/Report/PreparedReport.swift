import Feedback
import Reporting
import Reports
import Store
import Workspace

/// A report that can be drawn: what it says, what is hidden in it, and what it takes over of the one before.
struct PreparedReport {
    let draft: ReportDraft
    /// Without what failed its checks.
    var model: ReportModel
    let masking: Masking
    /// Parts of the report before, by brand.
    private(set) var kept: [String: BrandPart] = [:]
    private let frame: BrandFrame

    /// - Parameters:
    ///   - builder: of the report.
    ///   - input: what decides the reports of all brands.
    ///   - before: the report whose parts are taken over; `nil` makes everything.
    ///   - context: the workspace.
    /// - Throws: as ``ReportModelBuilder/draft(keeping:common:)`` and `withoutUnsoundBrands`.
    init(
        _ builder: ReportModelBuilder,
        input: ReportInput,
        before: StandingReport?,
        context: WorkspaceContext
    ) throws {
        let (database, workers) = (context.database, context.workers)
        let brands = try before?.brands(in: database, workers: workers) ?? [:]
        let draft = try builder.draft(keeping: brands, common: input.common)
        var prepared = try Self(draft, builder, input.language, context)
        let parts = before?.parts(of: draft, model: prepared.model, workers: workers) ?? [:]
        let gone = draft.brands.filter { brand in
            brand.isOutdated(in: prepared.frame, masking: prepared.masking)
                || brand.kept != nil && parts[brand.report.name] == nil
        }
        .map(\.report.name)
        if !gone.isEmpty {
            prepared = try Self(builder.making(Set(gone), of: draft), builder, input.language, context)
        }
        prepared.kept = parts.filter { !gone.contains($0.key) }
        self = prepared
    }

    private init(
        _ draft: ReportDraft,
        _ builder: ReportModelBuilder,
        _ language: ReportLanguage,
        _ context: WorkspaceContext
    ) throws {
        let model = try builder.model(of: draft).withoutUnsoundBrands(workers: context.workers)
        masking = try context.database.read { db in
            try draft.masking(of: model, beside: context.settings.masking, in: db)
        }
        frame = BrandFrame(of: model, language: language)
        (self.draft, self.model) = (draft, model)
    }

    /// What is kept of each brand that was drawn, for the report after it.
    func records(of drawn: [DrawnBrand], workers: Int) throws -> [String: String] {
        let drafts = Dictionary(uniqueKeysWithValues: draft.brands.map { ($0.report.name, $0) })
        let records = try sideBySide(drawn, workers: workers) { brand in
            let name = brand.part.outline.name
            return try drafts[name].map { draft in
                let drawing = draft.drawing(in: frame, masking: masking)
                return (name, try KeptBrand(draft, drawing: drawing, brand).record)
            }
        }
        return Dictionary(uniqueKeysWithValues: records.compactMap(\.self))
    }
}
