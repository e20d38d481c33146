import Foundation
import Testing

@testable import Dashboard

/// Ids in the report, which lead to their pages where it is served.
struct NamedIDTests {
    private func linked(_ page: String) -> String {
        String(decoding: NamedIDs.linked(in: Array(page.utf8), language: "en"), as: UTF8.self)
    }

    @Test func idsAreLinks() {
        let page = "<p>a</p><bdi class=\"comment-id\">web:1</bdi> <bdi class=\"case-id\">C-7</bdi>."
        #expect(
            linked(page) == "<p>a</p><a href=\"/comment/web%3A1?lang=en\"><bdi class=\"comment-id\">web:1</bdi></a> "
                + "<a href=\"/case/C%2D7?lang=en\"><bdi class=\"case-id\">C-7</bdi></a>."
        )
    }

    /// An escape is taken back once, and nothing of the id comes out of the address.
    @Test func whatIsEscapedIsThePlainId() {
        let id = "a&amp;lt;&quot;&lt;b&gt;/?#サ"
        #expect(
            linked("<bdi class=\"case-id\">\(id)</bdi>")
                == "<a href=\"/case/a%26lt%3B%22%3Cb%3E%2F%3F%23%E3%82%B5?lang=en\">"
                + "<bdi class=\"case-id\">\(id)</bdi></a>"
        )
    }

    @Test(arguments: [
        "", "<bdi class=\"other\">x</bdi>", "<bdi>x</bdi>", "<bdi class=\"comment-id\">no end",
        "<bdi class=\"comment-id", "ü<bdi class=\"\"></bdi>",
    ])
    func nothingElseChanges(page: String) {
        #expect(linked(page) == page)
    }

    /// The page of a flag or a facet quotes comments, and each leads to its page.
    @Test func theServedReportLeadsToItsComments() async throws {
        let workspace = try await ServedWorkspace.filled.value
        let file = try String(
            contentsOf: workspace.reports.appending(path: "latest/brands/lotte.html"),
            encoding: .utf8
        )
        let ids = file.matches(of: /<bdi class="comment-id">([^<]*)<\/bdi>/).map { String($0.output.1) }
        #expect(!ids.isEmpty)
        try await workspace.serve { base in
            let page = try await get("/brands/lotte.html", from: base).body
            let paths = page.matches(of: /<a href="(\/comment\/[^"]*)"><bdi class="comment-id">/).map {
                String($0.output.1)
            }
            #expect(paths.count == ids.count)
            for path in Set(paths) { #expect(try await get(path, from: base).status == 200, "\(path)") }
        }
    }
}
