import Mustache

/// The templates of a report or of the dashboard, checked before anything is rendered.
struct TemplateSet {
    /// Names of the files that make up one set.
    struct Names {
        /// Templates of whole pages.
        let pages: [String]
        /// Templates that pages include.
        let partials: [String]
        /// Style sheets; no templates, taken as they are, one after another.
        let styles: [String]

        static let report = Names(
            pages: ["index", "brand", "flags", "flag-page", "facet-voices", "mismatches", "coverage"],
            partials: ["header", "footer", "figure", "table", "flag", "sign", "quote", "case"],
            styles: ["style"]
        )
        static let dashboard = Names(
            pages: [
                "dashboard-search", "dashboard-comments", "dashboard-comment", "dashboard-page", "dashboard-trial",
                "dashboard-notice", "dashboard-compare",
            ],
            partials: ["dashboard-header", "dashboard-footer", "dashboard-row", "case"],
            styles: ["style", "dashboard-style"]
        )
    }

    /// First line of every template: what templates see is escaped already.
    private static let pragma = "{{% CONTENT_TYPE:TEXT}}"

    let styleText: String
    private let library: MustacheLibrary

    /// - Parameters:
    ///   - texts: Contents of the files under `Reports/templates` by their names without ending.
    ///   - names: Which of them make up the set.
    /// - Throws: `ReportError` with `missingTemplate` or `badTemplate`.
    init(_ texts: [String: String], of names: Names = .report) throws {
        styleText = try names.styles.map { try Self.style(named: $0, in: texts) }.joined()
        var library = MustacheLibrary()
        for name in names.pages + names.partials {
            guard let text = texts[name] else {
                throw ReportError(.missingTemplate, at: name, "the template is missing; look at --templates")
            }
            library.register(try Self.parse(text, named: name), named: name)
        }
        self.library = library
    }

    func render(_ view: View, with name: String) throws -> [UInt8] {
        guard let text = library.render(view, withTemplate: name) else {
            throw ReportError(.missingTemplate, at: name, "the template is missing")
        }
        return Array(text.utf8)
    }

    private static func style(named name: String, in texts: [String: String]) throws -> String {
        guard let style = texts[name], !style.isEmpty else {
            throw ReportError(.missingTemplate, at: name, "the style sheet is missing; look at --templates")
        }
        // Inside an element of XML and of HTML alike, nothing of the sheet may need escaping.
        guard !style.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            throw ReportError(.badTemplate, at: name, "must not contain < or &")
        }
        return style
    }

    private static func parse(_ text: String, named name: String) throws -> MustacheTemplate {
        guard text.hasPrefix(pragma) else {
            throw ReportError(.badTemplate, at: name, "must begin with \(pragma)")
        }
        for word in words(in: text) where Word(rawValue: word) == nil {
            throw ReportError(.badTemplate, at: name, "\"word.\(word)\" is no word of a report")
        }
        do {
            return try MustacheTemplate(string: text)
        } catch {
            throw ReportError(.badTemplate, at: name, "cannot be parsed: \(error)")
        }
    }

    /// Names after `{{word.`, since Mustache prints nothing for a name it does not know.
    private static func words(in text: String) -> [String] {
        text.ranges(of: "{{word.").map { range in
            String(text[range.upperBound...].prefix { $0.isLetter || $0.isNumber })
        }
    }
}
