import Foundation

/// Ids of comments and cases as the report's templates mark them, which become links where their pages are served.
enum NamedIDs {
    private static let opening = Data("<bdi class=\"".utf8)
    private static let middle = Data("\">".utf8)
    private static let closing = Data("</bdi>".utf8)
    /// Class of the element around an id, and where its page stands.
    private static let pages = ["comment-id": "/comment/", "case-id": "/case/"]
    /// What the report escapes, and the ampersand last.
    private static let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]

    /// The page with every id a link.
    ///
    /// `language`: of the pages that the links lead to.
    static func linked(in bytes: [UInt8], language: String) -> [UInt8] {
        let page = Data(bytes)
        var result: [UInt8] = []
        var rest = page.startIndex
        while let element = page.range(of: opening, in: rest..<page.endIndex),
            let start = page.range(of: middle, in: element.upperBound..<page.endIndex),
            let end = page.range(of: closing, in: start.upperBound..<page.endIndex)
        {
            let name = String(decoding: page[element.upperBound..<start.lowerBound], as: UTF8.self)
            if let path = pages[name] {
                let id = plain(String(decoding: page[start.upperBound..<end.lowerBound], as: UTF8.self))
                result += page[rest..<element.lowerBound]
                result += Array("<a href=\"\(path)\(PagePath.encoded(id))?lang=\(language)\">".utf8)
                result += page[element.lowerBound..<end.upperBound]
                result += Array("</a>".utf8)
            } else {
                result += page[rest..<end.upperBound]
            }
            rest = end.upperBound
        }
        return result + page[rest...]
    }

    private static func plain(_ text: String) -> String {
        escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
