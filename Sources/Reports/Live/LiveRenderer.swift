/// Draws the dashboard's pages, which show the live database beside the finished report.
///
/// Pure, and as the report: the same style sheet and words, every value escaped, personal data masked here.
package struct LiveRenderer: Sendable {
    private let templates: TemplateSet
    /// Content security policy of every page.
    package let policy: String

    /// - Parameter texts: Contents of the files under `Reports/templates`, by file name without ending.
    /// - Throws: `ReportError` when one of them is missing or broken.
    package init(templates texts: [String: String]) throws {
        templates = try TemplateSet(texts, of: .dashboard)
        let hash = ContentHash.sha256Base64(Array(templates.styleText.utf8))
        policy =
            "default-src 'none'; style-src 'sha256-\(hash)'; img-src 'self' data:; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'"
    }

    /// Links to the live pages, for a page of the report.
    package static func links(in language: ReportLanguage) -> [(path: String, text: String)] {
        let pages: [(LiveAddress, Word)] = [
            (.overview, .liveOverview), (.comments([]), .comments), (LiveAddress("/search"), .search),
        ]
        return pages.map { ($0.setting("lang", to: language.rawValue).text, Markup.escaped(language.phrases($1))) }
    }

    /// The search with its form and what it found.
    package func page(_ search: LiveSearch, in frame: LiveFrame) throws -> [UInt8] {
        let fields = LiveSearchPage(search: search, frame: frame).fields
        return try render("dashboard-search", frame.view(at: .search, title: frame.phrases(.searchHeading), fields))
    }

    /// A list of comments with its filter.
    package func page(_ list: LiveList, in frame: LiveFrame) throws -> [UInt8] {
        let fields = LiveListPage(list: list, frame: frame).fields
        return try render("dashboard-comments", frame.view(at: .comments, title: frame.phrases(.comments), fields))
    }

    /// What is in the database now.
    package func page(_ overview: LiveOverview, in frame: LiveFrame) throws -> [UInt8] {
        try page(overview.body(in: frame), at: .overview, in: frame)
    }

    package func page(_ brand: LiveBrand, in frame: LiveFrame) throws -> [UInt8] {
        try page(brand.body(in: frame), in: frame)
    }

    /// Two sides beside each other.
    package func page(_ comparison: LiveComparison, in frame: LiveFrame) throws -> [UInt8] {
        let fields = LiveComparisonPage(comparison: comparison, frame: frame).fields
        return try render("dashboard-compare", frame.view(at: .compare, title: frame.phrases(.compareHeading), fields))
    }

    package func page(_ facet: LiveFacet, in frame: LiveFrame) throws -> [UInt8] {
        try page(facet.body(in: frame), in: frame)
    }

    package func page(_ flag: LiveFlag, in frame: LiveFrame) throws -> [UInt8] {
        try page(flag.body(in: frame), in: frame)
    }

    /// A case; `masking`: what to hide in what people wrote.
    package func page(_ supportCase: LiveCase, masking: Masking, in frame: LiveFrame) throws -> [UInt8] {
        let fields = supportCase.fields(masking: masking, in: frame)
        let heading = "\(frame.phrases(.caseWord)) \(supportCase.timeline.caseID)"
        return try render("dashboard-page", frame.view(at: .other, title: heading, fields))
    }

    /// The links that wait for a person.
    package func page(_ queue: LiveQueue, in frame: LiveFrame) throws -> [UInt8] {
        try page(queue.body(in: frame), at: .review, in: frame)
    }

    /// A sentence that is tried.
    package func page(_ trial: LiveTrial, in frame: LiveFrame) throws -> [UInt8] {
        let heading = frame.phrases(.trialHeading)
        return try render("dashboard-trial", frame.view(at: .trial, title: heading, trial.fields(in: frame)))
    }

    /// Words that are tried on a copy of the workspace.
    package func page(_ trial: LiveWordTrial, in frame: LiveFrame) throws -> [UInt8] {
        try page(trial.body(in: frame), at: .trial, in: frame)
    }

    private func page(_ body: LiveBody, at place: LiveFrame.Place = .other, in frame: LiveFrame) throws -> [UInt8] {
        try render("dashboard-page", frame.view(at: place, title: body.heading, body.fields(in: frame)))
    }

    /// The comments that an id stands for.
    ///
    /// `masking`: what to hide in what people wrote.
    package func page(_ comments: [LiveComment], masking: Masking, in frame: LiveFrame) throws -> [UInt8] {
        let pages = comments.map { LiveCommentPage(comment: $0.masked(by: masking), frame: frame) }
        let fields: [String: View] = ["comments": .list(pages.map { .fields($0.fields) })]
        return try render("dashboard-comment", frame.view(at: .other, title: frame.phrases(.commentHeading), fields))
    }

    /// Why there is nothing to show.
    package func page(_ notice: LiveNotice, in frame: LiveFrame) throws -> [UInt8] {
        let fields: [String: View] = [
            "noticeHeading": .text(frame.phrases(notice.heading)), "noticeText": .text(frame.phrases(notice.text)),
            "noticeCommand": .text(notice.command),
        ]
        return try render("dashboard-notice", frame.view(at: .other, title: frame.phrases(notice.heading), fields))
    }

    private func render(_ name: String, _ fields: [String: View]) throws -> [UInt8] {
        var all = fields
        all["style"] = .markup(Markup(trusted: templates.styleText))
        return try templates.render(.fields(all), with: name)
    }
}
