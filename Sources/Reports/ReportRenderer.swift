import Feedback
import JSON

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
        let sound = try model.withoutUnsoundBrands()
        try ModelCheck(model: sound).run()
        let masked = sound.masked(by: masking)
        let set = try TemplateSet(templates)
        let phrases = language.phrases
        let context = PageContext(model: masked, phrases: phrases)
        let parts = [Part.document, .tables, .common] + masked.brands.indices.map { Part.brand($0) }
        var files = try sideBySide(parts, workers: workers) { try Self.files(of: $0, context, set) }.flatMap(\.self)
        let summary = Summary(model: masked, phrases: phrases)
        files.append(ReportFile(path: "summary.txt", bytes: summary.text))
        files.append(ReportFile(path: "summary.md", bytes: summary.markdown))
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// What can be drawn beside the rest.
    private enum Part: Sendable {
        case document, tables
        /// The pages that are no brand's.
        case common
        case brand(Int)
    }

    private static func files(of part: Part, _ context: PageContext, _ set: TemplateSet) throws -> [ReportFile] {
        switch part {
        case .document:
            let document = try JSONTreeEncoder.bytes(ReportDocument(context.model), .report)
            return [ReportFile(path: "report.json", bytes: document + [0x0A])]
        case .tables:
            return CSVTables(model: context.model).all.map { ReportFile(path: "csv/\($0.name).csv", bytes: $0.bytes) }
        case .common, .brand: return try pages(of: part, context, set)
        }
    }

    private static func pages(of part: Part, _ context: PageContext, _ set: TemplateSet) throws -> [ReportFile] {
        let style = Markup(trusted: set.styleText)
        let hash = ContentHash.sha256Base64(Array(set.styleText.utf8))
        let frame = PageFrame(context: context, style: style, styleHash: hash)
        let inner = PageFrame(context: context.nested, style: style, styleHash: hash)
        let title = context.head.title ?? context.phrases(.reportTitle)
        let views: [(path: String, template: String, view: View)]
        if case .brand(let index) = part {
            views = brandPages(index, context, inner, title)
        } else {
            views = commonPages(context, frame, title)
        }
        return try views.map { ReportFile(path: $0.path, bytes: try set.render($0.view, with: $0.template)) }
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
            let view = frame.view(at: .behind, title: "\(page.title) – \(title)", fields: page.fields)
            return (path: context.flagPath(flag.id), template: "flag-page", view: view)
        }
        guard let path = context.facetsPath(index) else { return flags }
        let page = FacetVoicesPage(context: nested, brand: brand, brandPath: nested.brandPath(index))
        let view = frame.view(at: .behind, title: "\(page.title) – \(title)", fields: page.fields)
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
