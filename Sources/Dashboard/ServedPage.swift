import Answers
import Foundation

/// Makes a page of the report one of the dashboard: its policy as a header, and links to the live pages.
struct ServedPage: Sendable {
    let pages: LivePages

    /// A file as it goes out; all but pages stay as they are.
    func completed(_ file: Reply) -> Reply {
        guard file.kind == .html else { return file }
        var page = file
        page.policy = Self.policy(in: page.bytes).map { $0 + "; frame-ancestors 'none'" }
        let language = Self.language(of: page.bytes)
        page.bytes = NamedIDs.linked(in: page.bytes, language: language)
        addLinks(to: &page.bytes, language)
        return page
    }

    /// The policy the page itself declares, so that the header is as strict.
    private static func policy(in bytes: [UInt8]) -> String? {
        let opening = "http-equiv=\"Content-Security-Policy\" content=\""
        guard let start = bytes.firstRange(of: Array(opening.utf8))?.upperBound,
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        let text = String(decoding: bytes[start..<end], as: UTF8.self).replacing("&#39;", with: "'")
        // A header is one line of ASCII; a page that says otherwise was not made by Koe.
        return text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text : nil
    }

    /// Puts the links at the end of the first list of the navigation.
    private func addLinks(to bytes: inout [UInt8], _ language: String) {
        guard let navigation = bytes.firstRange(of: Array("<nav".utf8)),
            let list = bytes[navigation.upperBound...].firstRange(of: Array("</ul>".utf8))
        else { return }
        let links = pages.links(language: language).map { "<li><a href=\"\($0.path)\">\($0.text)</a></li>\n" }
        bytes.insert(contentsOf: Array(links.joined().utf8), at: list.lowerBound)
    }

    /// What the page says that it is written in, such as `en`; empty when it does not say so.
    private static func language(of bytes: [UInt8]) -> String {
        let head = bytes.prefix(400)
        guard let start = head.firstRange(of: Array(" lang=\"".utf8))?.upperBound else { return "" }
        return String(decoding: head[start...].prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }, as: UTF8.self)
    }
}
