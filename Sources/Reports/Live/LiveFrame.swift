/// The frame around every page of the dashboard: language, title and navigation.
package struct LiveFrame: Sendable {
    enum Place {
        case overview, compare, comments, search, review, trial, other
    }

    package var language: ReportLanguage
    /// Title of the workspace; `nil` for the usual one.
    package var title: String?
    /// Whether there is a report to go to.
    package var hasReport: Bool
    /// Whether the reader asked for the language, so that links have to carry it on.
    package var carriesLanguage: Bool
    /// This page in the other language.
    package var otherLanguagePath: String
    /// What forms carry to show that they are this server's own; `nil` for a reader who may change nothing.
    package var formToken: String?
    /// Names of brands in Japanese, by their names in the data.
    package var japaneseNames: [String: String] = [:]
    /// Whether the page follows something that was asked for and done.
    package var isDone = false

    package init(
        language: ReportLanguage,
        title: String? = nil,
        hasReport: Bool,
        carriesLanguage: Bool = false,
        otherLanguagePath: String
    ) {
        self.language = language
        self.title = title
        self.hasReport = hasReport
        self.carriesLanguage = carriesLanguage
        self.otherLanguagePath = otherLanguagePath
    }

    var phrases: any Phrases { language.phrases }

    /// A brand as the report of this language calls it.
    func name(ofBrand name: String) -> String { language == .ja ? japaneseNames[name] ?? name : name }

    /// An address as links have it, with the language where they have to carry it.
    func path(to address: LiveAddress) -> String {
        carriesLanguage ? address.setting("lang", to: language.rawValue).text : address.text
    }

    /// The page's own fields together with the frame's.
    func view(at place: Place, title heading: String, _ fields: [String: View]) -> [String: View] {
        let name = title ?? phrases(.reportTitle)
        let all: [String: View] = [
            "language": .text(language.rawValue),
            "pageTitle": .text("\(heading) – \(name)"),
            "reportName": .text(name),
            "word": phrases.wordView,
            "pages": .list(pages(at: place)),
            "otherLanguage": .text(language.next.rawValue),
            "otherLanguagePath": .text(otherLanguagePath),
            "carriedLanguage": .text(carriesLanguage ? language.rawValue : nil),
            "isDone": .flag(isDone),
        ]
        return all.merging(fields) { _, own in own }
    }

    private func pages(at place: Place) -> [View] {
        let report: [(String, Word, Place?)] = [
            ("/", .overview, nil), ("/flags.html", .changes, nil), ("/coverage.html", .coverage, nil),
        ]
        let live: [(String, Word, Place?)] = [
            (path(to: .overview), .liveOverview, .overview), (path(to: .compare), .compareHeading, .compare),
            (path(to: .comments([])), .comments, .comments),
            (path(to: LiveAddress("/search")), .search, .search),
        ]
        let work: [(String, Word, Place?)] = [
            (path(to: LiveAddress("/review")), .queueHeading, .review),
            (path(to: LiveAddress("/try")), .trialHeading, .trial),
        ]
        return ((hasReport ? report : []) + live + (formToken == nil ? [] : work)).map { path, word, own in
            ["path": .text(path), "text": .text(phrases(word)), "isCurrent": .flag(own == place)]
        }
    }
}

/// One segment of a URL's path.
package enum PathSegment {
    /// Everything but the unreserved characters of RFC 3986, section 2.3, as percent and two digits.
    package static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes: [UInt8] = text.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x3A: [byte]
            default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
