import Feedback
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
    ///   - model: Without brands that fail their checks; of those that are kept it has the outlines.
    ///   - kept: Parts of the report before, by brand: pages of theirs are not drawn.
    ///   - language: As for ``render(_:language:templates:masking:workers:)``, and so are the three that follow.
    ///   - templates: As there.
    ///   - masking: As there.
    ///   - workers: As there.
    ///   - receive: Gets each file as soon as it is drawn, in no order that is told and from any thread.
    /// - Returns: The part of every brand, in the order of the model.
    /// - Throws: As there, and what `receive` throws.
    @discardableResult
    package static func draw(
        _ model: ReportModel,
        kept: [String: BrandPart] = [:],
        language: ReportLanguage,
        templates: [String: String],
        masking: Masking = .standard,
        workers: Int = 1,
        receive: @Sendable (ReportFile) throws -> Void
    ) throws -> [DrawnBrand] {
        try ModelCheck(model: model).run()
        let masked = model.masked(by: masking, except: Set(kept.keys), workers: workers)
        let set = try TemplateSet(templates)
        let context = PageContext(model: masked, phrases: language.phrases)
        let frames = PageFrames(context, style: set.styleText)
        @Sendable func draw(_ pages: [Page]) throws {
            for page in pages {
                try receive(ReportFile(path: page.path, bytes: set.render(page.view, with: page.template)))
            }
        }
        let parts = try sideBySide([nil] + masked.brands.indices.map(Optional.some), workers: workers) { index in
            guard let index else {
                try draw(commonPages(frames))
                return nil as BrandPart?
            }
            let brand = masked.brands[index]
            if let part = kept[brand.name] { return part }
            let pages = brandPages(index, frames)
            try draw(pages)
            let bytes = try JoinedFiles.bytes(of: brand, in: masked)
            return BrandPart(outline: brand.outline, pages: pages.map(\.path), bytes: bytes)
        }
        .compactMap(\.self)
        let slices = try JoinedFiles(model: masked, parts: parts).draw(receive)
        for table in CSVTables(model: masked).ofTheWhole {
            try receive(ReportFile(path: "csv/\(table.name).csv", bytes: table.bytes))
        }
        let summary = Summary(model: masked, phrases: context.phrases)
        try receive(ReportFile(path: "summary.txt", bytes: summary.text))
        try receive(ReportFile(path: "summary.md", bytes: summary.markdown))
        return zip(parts, slices).map { DrawnBrand(part: $0, slices: $1) }
    }

    /// Paths of the files that are put together of the parts of brands, in the order of ``BrandPart/bytes``.
    package static func joinedFiles(of model: ReportModel) -> [String] { JoinedFiles.paths(in: model) }

    private typealias Page = (path: String, template: String, view: View)

    /// The frames of the pages at the top of the folder, and of those one folder down.
    private struct PageFrames: Sendable {
        let outer: PageFrame
        let inner: PageFrame

        init(_ context: PageContext, style: String) {
            outer = PageFrame(context: context, style: style)
            inner = PageFrame(context: context.nested, style: style)
        }
    }

    private static func title(of context: PageContext) -> String {
        context.head.title ?? context.phrases(.reportTitle)
    }

    /// The pages that are no brand's.
    private static func commonPages(_ frames: PageFrames) -> [Page] {
        let (context, frame) = (frames.outer.context, frames.outer)
        let (phrases, title) = (context.phrases, title(of: context))
        var views: [Page] = [
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

    private static func brandPages(_ index: Int, _ frames: PageFrames) -> [Page] {
        let (context, frame) = (frames.outer.context, frames.inner)
        let title = title(of: context)
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
    ) -> [Page] {
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
