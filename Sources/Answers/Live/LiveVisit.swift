import Reports
import Workspace

/// One look at a page of the dashboard.
package struct LiveVisit: Sendable {
    /// The language asked for; `nil` for the workspace's.
    package let language: String?
    /// Path of the page, percent-encoded.
    package let path: String
    /// The page's arguments besides the language.
    package let arguments: [(name: String, value: String)]
    /// What forms carry; `nil` for a reader who may change nothing.
    package var formToken: String?
    /// Whether it follows something that was asked for and done.
    package var isDone = false

    /// - Throws: ``WorkspaceError`` `usage` when the language is neither `ja` nor `en`.
    package init(path: String, language: String?, arguments: [(name: String, value: String)] = []) throws {
        if let language, ReportLanguage(rawValue: language) == nil {
            throw WorkspaceError(.usage, "lang must be ja or en")
        }
        self.path = path
        self.language = language
        self.arguments = arguments
    }

    /// A look at a page that cannot be shown; its links lead to the search.
    ///
    /// `language`: the one that was asked for; any other than `ja` and `en` is passed over.
    package static func nowhere(language: String? = nil) -> LiveVisit {
        LiveVisit(nowhereIn: language.flatMap(ReportLanguage.init(rawValue:)))
    }

    private init(nowhereIn language: ReportLanguage?) {
        path = "/search"
        self.language = language?.rawValue
        arguments = []
    }

    /// The page in another language.
    func path(in language: ReportLanguage) -> String {
        let all = arguments + [(name: "lang", value: language.rawValue)]
        return path + "?" + Self.query(all)
    }

    /// Arguments as they stand behind the `?`.
    static func query(_ arguments: [(name: String, value: String)]) -> String {
        arguments.map { "\($0.name)=\(PathSegment.encoded($0.value))" }.joined(separator: "&")
    }
}
