import Feedback
import JSON
import Synchronization

/// Turns a report model into the files of a report.
///
/// Pure: no file, clock or network.
package enum ReportRenderer {
    /// All files of a report.
    ///
    /// HTML pages, `report.json`, a CSV file a table under `csv/`, `summary.txt` and `summary.md`. The same model gives
    /// the same bytes on every machine.
    ///
    /// - Parameters:
    ///   - model: Complete content; personal data in quoted texts is masked here.
    ///   - language: Of everything but the quoted texts.
    ///   - templates: Contents of the files under `Reports/templates`, by file name without ending.
    ///   - masking: What to hide in quoted texts.
    ///   - workers: Threads that draw; at least 1.
    /// - Returns: Files sorted by path.
    /// - Throws: `ReportError` when the model as a whole is empty or contradicts itself, or a template is missing or
    ///   broken; nothing is drawn then. A brand that fails its checks is left out by name.
    package static func render(
        _ model: ReportModel,
        language: ReportLanguage,
        templates: [String: String],
        masking: Masking = .standard,
        workers: Int = 1
    ) throws -> [ReportFile] {
        let files = Mutex<[ReportFile]>([])
        let sound = try model.withoutUnsoundBrands(workers: workers)
        try draw(sound, language: language, templates: templates, masking: masking, workers: workers) { file in
            files.withLock { $0.append(file) }
        }
        return files.withLock(\.self).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The same files one by one, so that they need not stand in memory together.
    ///
    /// - Parameters:
    ///   - model: Without brands that fail their checks.
    ///   - language: As for ``render(_:language:templates:masking:workers:)``, and so are the three that follow.
    ///   - templates: As there.
    ///   - masking: As there.
    ///   - workers: As there.
    ///   - receive: Gets each file as soon as it is drawn, in no order that is told and from any thread.
    /// - Throws: As there, and what `receive` throws.
    package static func draw(
        _ model: ReportModel,
        language: ReportLanguage,
        templates: [String: String],
        masking: Masking = .standard,
        workers: Int = 1,
        receive: @Sendable (ReportFile) throws -> Void
    ) throws {
        try ModelCheck(model: model).run()
        let masked = try model.masked(by: masking, workers: workers)
        let set = try TemplateSet(templates)
        let context = PageContext(model: masked, phrases: language.phrases)
        let frames = PageFrames(context, style: set.styleText)
        let parts = [Part.document, .tables, .common] + masked.brands.indices.map { Part.brand($0) }
        _ = try sideBySide(parts, workers: workers) { try forEachFile(of: $0, frames, set, receive) }
        let summary = Summary(model: masked, phrases: context.phrases)
        try receive(ReportFile(path: "summary.txt", bytes: summary.text))
        try receive(ReportFile(path: "summary.md", bytes: summary.markdown))
    }

    /// What can be drawn beside the rest.
    private enum Part: Sendable {
        case document, tables
        /// The pages that are no brand's.
        case common
        case brand(Int)
    }

    private static func forEachFile(
        of part: Part,
        _ frames: PageFrames,
        _ set: TemplateSet,
        _ receive: (ReportFile) throws -> Void
    ) throws {
        let context = frames.outer.context
        switch part {
        case .document:
            let document = try JSONTreeEncoder.pieces(of: ReportDocument(context.model), .report)
            try receive(ReportFile(path: "report.json", pieces: document + [[0x0A]]))
        case .tables:
            for table in CSVTables(model: context.model).all {
                try receive(ReportFile(path: "csv/\(table.name).csv", bytes: table.bytes))
            }
        case .common, .brand:
            for page in pages(of: part, frames) {
                try receive(ReportFile(path: page.path, bytes: set.render(page.view, with: page.template)))
            }
        }
    }

    /// The frames of the pages at the top of the folder, and of those one folder down.
    private struct PageFrames: Sendable {
        let outer: PageFrame
        let inner: PageFrame

        init(_ context: PageContext, style: String) {
            outer = PageFrame(context: context, style: style)
            inner = PageFrame(context: context.nested, style: style)
        }
    }

    private static func pages(of part: Part, _ frames: PageFrames) -> [(path: String, template: String, view: View)] {
        let context = frames.outer.context
        let title = context.head.title ?? context.phrases(.reportTitle)
        guard case .brand(let index) = part else { return commonPages(context, frames.outer, title) }
        return brandPages(index, context, frames.inner, title)
    }

    private static func commonPages(
        _ context: PageContext,
        _ frame: PageFrame,
        _ title: String
    ) -> [(path: String, template: String, view: View)] {
        let phrases = context.phrases
        var views: [(path: String, template: String, view: View)] = [
            (
                "index.html", "index",
                frame.view(at: .overview, title: title, fields: IndexPage(context: context).fields)
            ),
            (
                "flags.html", "flags",
                frame.view(
                    at: .changes,
                    title: "\(phrases(.changes)) – \(title)",
                    fields: FlagsPage(context: context).fields
                )
            ),
            (
                "coverage.html", "coverage",
                frame.view(
                    at: .coverage,
                    title: "\(phrases(.coverage)) – \(title)",
                    fields: CoveragePage(context: context).fields
                )
            ),
        ]
        if let agreement = context.model.agreement, let path = context.mismatchPath {
            let fields = MismatchPage(context: context, agreement: agreement).fields
            let heading = "\(phrases(.mismatchHeading)) – \(title)"
            views.append((path, "mismatches", frame.view(at: .behind, title: heading, fields: fields)))
        }
        return views
    }

    private static func brandPages(
        _ index: Int,
        _ context: PageContext,
        _ frame: PageFrame,
        _ title: String
    ) -> [(path: String, template: String, view: View)] {
        let brand = context.model.brands[index]
        let page = BrandPage(context: context.nested, brand: brand, facetsPath: context.nested.facetsPath(index))
        let name = context.phrases.name(of: brand)
        let view = frame.view(at: .brand(index), title: "\(name) – \(title)", fields: page.fields)
        return [(path: context.brandPath(index), template: "brand", view: view)]
            + pagesBehind(index, brand, context, frame, title)
    }

    /// The pages of a brand's flags, and that of the voices on its facets.
    private static func pagesBehind(
        _ index: Int,
        _ brand: BrandReport,
        _ context: PageContext,
        _ frame: PageFrame,
        _ title: String
    ) -> [(path: String, template: String, view: View)] {
        let nested = context.nested
        let flags = (brand.flags + brand.improvements).map { flag in
            let page = FlagPage(
                context: nested,
                brand: brand,
                flag: flag,
                brandPath: nested.brandPath(index),
                facetsPath: nested.facetsPath(index)
            )
            let view = frame.view(at: .behindBrand(index), title: "\(page.title) – \(title)", fields: page.fields)
            return (path: context.flagPath(flag.id), template: "flag-page", view: view)
        }
        guard let path = context.facetsPath(index) else { return flags }
        let page = FacetVoicesPage(context: nested, brand: brand, brandPath: nested.brandPath(index))
        let view = frame.view(at: .behindBrand(index), title: "\(page.title) – \(title)", fields: page.fields)
        return flags + [(path: path, template: "facet-voices", view: view)]
    }
}

/// The content of `report.json`.
private struct ReportDocument: Encodable {
    /// What is said of one brand, in every language.
    struct Sentences: Encodable {
        let brand: String
        let en: [String]
        let ja: [String]
    }

    /// Name and version of the format.
    let format = "koe-report/2"
    let report: ReportModel
    /// By brand, in the order of the report.
    let sentences: [Sentences]

    init(_ model: ReportModel) {
        report = model
        sentences = model.brands.map { brand in
            func told(_ language: ReportLanguage) -> [String] {
                language.phrases.sentences(of: brand, minimumVoices: model.head.minimumVoices)
            }
            return Sentences(brand: brand.name, en: told(.en), ja: told(.ja))
        }
    }
}
