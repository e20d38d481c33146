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
    /// - Returns: Files sorted by path.
    /// - Throws: `ReportError` when the model as a whole is empty or contradicts itself, or a template is missing or
    ///   broken; nothing is drawn then. A brand that fails its checks is left out by name.
    package static func render(
        _ model: ReportModel,
        language: ReportLanguage,
        templates: [String: String],
        masking: Masking = .standard
    ) throws -> [ReportFile] {
        let sound = try model.withoutUnsoundBrands()
        try ModelCheck(model: sound).run()
        let masked = sound.masked(by: masking)
        let set = try TemplateSet(templates)
        let phrases = language.phrases
        let context = PageContext(model: masked, phrases: phrases)
        var files = try pages(context, set)
        let document = try JSONTreeEncoder.bytes(ReportDocument(masked), .report)
        files.append(ReportFile(path: "report.json", bytes: document + [0x0A]))
        files += CSVTables(model: masked).all.map { ReportFile(path: "csv/\($0.name).csv", bytes: $0.bytes) }
        let summary = Summary(model: masked, phrases: phrases)
        files.append(ReportFile(path: "summary.txt", bytes: summary.text))
        files.append(ReportFile(path: "summary.md", bytes: summary.markdown))
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func pages(_ context: PageContext, _ set: TemplateSet) throws -> [ReportFile] {
        let style = Markup(trusted: set.styleText)
        let hash = ContentHash.sha256Base64(Array(set.styleText.utf8))
        let frame = PageFrame(context: context, style: style, styleHash: hash)
        let inner = PageFrame(context: context.nested, style: style, styleHash: hash)
        let phrases = context.phrases
        let title = context.head.title ?? phrases(.reportTitle)
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
        for (index, brand) in context.model.brands.enumerated() {
            let fields = BrandPage(
                context: context.nested,
                brand: brand,
                facetsPath: context.nested.facetsPath(index)
            ).fields
            let view = inner.view(at: .brand(index), title: "\(phrases.name(of: brand)) – \(title)", fields: fields)
            views.append((context.brandPath(index), "brand", view))
            views += pagesBehind(index, brand, context, inner, title)
        }
        if let agreement = context.model.agreement, let path = context.mismatchPath {
            let fields = MismatchPage(context: context, agreement: agreement).fields
            let heading = "\(phrases(.mismatchHeading)) – \(title)"
            views.append((path, "mismatches", frame.view(at: .behind, title: heading, fields: fields)))
        }
        return try views.map { ReportFile(path: $0.path, bytes: try set.render($0.view, with: $0.template)) }
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
