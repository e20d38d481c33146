import Foundation
import Testing

/// The list of comments, its filters, its file, and the ways that lead to it.
struct CommentListPageTests {
    private func page(_ path: String, status: Int = 200) async throws -> Answer {
        let workspace = try await ServedWorkspace.filled.value
        return try await workspace.serve { base in
            let answer = try await get(path, from: base)
            #expect(answer.status == status, "\(path)")
            return answer
        }
    }

    private struct List: Decodable {
        struct Comment: Decodable {
            let id: String
        }
        let total: Int
        let voices: Int?
        let comments: [Comment]
    }

    private func list(_ query: String) async throws -> List {
        try JSONDecoder().decode(List.self, from: Data(await page("/api/comments?\(query)").body.utf8))
    }

    /// The three comments of `ServedWorkspace.hostile` are posted on the first three days of December 2014.
    @Test(arguments: [
        ("from=2014-12-01&to=2014-12-03", ["web:a/b?c#d", "web:private", "web:evil"]),
        ("from=2014-12-02&to=2014-12-02", ["web:private"]),
        ("from=2014-12-01&to=2014-12-03&language=ja", ["web:a/b?c#d"]),
        ("from=2014-12-01&to=2014-12-03&q=%E8%BF%94%E9%87%91", ["web:a/b?c#d"]),
        ("from=2014-12-01&to=2014-12-03&facet=apology&tone=praise", ["web:private"]),
        ("from=2014-12-01&to=2014-12-03&facet=apology&tone=blame", []),
        ("from=2014-12-01&to=2014-12-03&link=linked", []),
        ("brand=-", []), ("rating=1-5&from=2014-12-01&to=2014-12-03", []),
    ])
    func filtersChoose(query: String, ids: [String]) async throws {
        let list = try await list(query)
        #expect(list.comments.map(\.id) == ids && list.total == ids.count)
        let page = try await page("/comments?\(query)")
        #expect(page.body.contains("Comments: \(ids.count)"))
        for id in ids { #expect(page.body.contains("<bdi>\(id)</bdi>")) }
    }

    /// Well-known brands are known by every name that an import knows them by.
    @Test(arguments: ["%E3%83%AD%E3%83%83%E3%83%86", "%EF%BE%9B%EF%BD%AF%EF%BE%83", "LOTTE"])
    func everyNameOfABrandFindsIt(name: String) async throws {
        let days = "from=2014-12-01&to=2014-12-03"
        #expect(try await list("\(days)&brand=\(name)").total == 3)
        let page = try await page("/comments?\(days)&brand=\(name)").body
        #expect(page.contains("Comments: 3") && page.contains("<option value=\"Lotte\" selected=\"selected\">"))
        #expect(try await self.page("/comments.csv?\(days)&brand=\(name)").body.split(separator: "\r\n").count == 4)
        let search = try await self.page("/search?q=apology&brand=\(name)").body
        #expect(search.contains("<mark>apology</mark>") && search.contains("<option value=\"Lotte\" selected"))
        #expect(try await self.page("/api/search?q=apology&brand=\(name)").body.contains("\"brand\" : \"Lotte\""))
        #expect(try await self.page("/api/measures?length=all&brand=\(name)").body.contains("\"brand\":\"Lotte\""))
        #expect(try await self.page("/api/measures/\(name)?period=2014").body.contains("\"brand\" : \"Lotte\""))
        #expect(try await self.page("/compare?brand=\(name)").body.contains("<option value=\"Lotte\" selected"))
        for path in ["/brand/\(name)", "/facet/apology/\(name)"] {
            #expect(try await self.page(path).body.contains("Lotte"))
        }
    }

    @Test func aNameThatNoBrandHasIsSaid() async throws {
        for path in ["/comments?brand=Nobody", "/search?q=apology&brand=Nobody"] {
            #expect(try await page(path).body.contains("No brand has this name."), "\(path)")
        }
        #expect(try await page("/comments?brand=Nobody&lang=ja").body.contains("この名前のブランドはありません。"))
        for path in ["comments?brand=Nobody", "search?q=apology&brand=Nobody", "measures?brand=Nobody"] {
            let answer = try await page("/api/\(path)", status: 404)
            #expect(answer.body.contains(#"no brand has the name \"Nobody\""#), "\(path)")
        }
        _ = try await page("/comments.csv?brand=Nobody", status: 404)
    }

    @Test(arguments: [
        "from=2014-13-01", "to=x", "rating=6", "rating=2-1", "rating=1-2-3", "facet=taste", "tone=loud", "signal=x",
        "language=fr", "link=maybe", "measure=x", "months=2014", "months=2014-03..x", "page=0", "page=x", "brand=%00",
        "q=" + String(repeating: "a", count: 201), "channel=" + String(repeating: "a", count: 301),
    ])
    func valuesThatSayNothingAreRefused(query: String) async throws {
        #expect(try await page("/comments?\(query)", status: 400).body.contains("cannot be read"))
        #expect(try await page("/api/comments?\(query)", status: 400).body.contains("\"error\""))
        _ = try await page("/comments.csv?\(query)", status: 400)
    }

    @Test func fileHoldsTheSameCommentsMaskedAndDefused() async throws {
        let file = try await page("/comments.csv?from=2014-12-01&to=2014-12-03")
        #expect(file.header("content-type") == "text/csv; charset=utf-8")
        #expect(file.header("content-disposition") == "attachment; filename=\"comments.csv\"")
        let lines = file.body.split(separator: "\r\n")
        #expect(lines.count == 4)
        #expect(lines.first?.hasSuffix("facets,signals,title,text") == true)
        #expect(lines.dropFirst().map { $0.prefix { $0 != "," } } == ["web:a/b?c#d", "web:private", "web:evil"])
        for secret in ["yamada", "Yamada", "1234-5678"] { #expect(!file.body.contains(secret)) }
    }

    @Test func theOtherLanguageKeepsTheFilter() async throws {
        let body = try await page("/comments?facet=apology&tone=praise&lang=en").body
        #expect(body.contains("href=\"/comments?facet=apology&amp;tone=praise&amp;lang=ja\""))
        let japanese = try await page("/comments?facet=apology&tone=praise&lang=ja").body
        #expect(japanese.contains("lang=\"ja\"") && japanese.contains("コメント一覧"))
        #expect(japanese.contains("<option value=\"praise\" selected=\"selected\">"))
    }

    @Test(arguments: ["comments?q=", "search?q="])
    func wordsAreFoundWhateverTheirWidth(page path: String) async throws {
        let body = try await page("/\(path)%EF%BC%A1%EF%BC%B0%EF%BC%AFlogy").body
        #expect(body.contains("<mark>apology</mark>"))
    }

    /// Every number with a link on these pages is the total that the list behind it shows.
    @Test(arguments: ["/overview", "/brand/Lotte", "/facet/apology/Lotte"])
    func numbersLeadToTheirComments(path: String) async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let body = try await get(path, from: base).body
            let links = body.matches(of: /<a href="(\/comments[^"]*)"><bdi>([0-9,]+)<\/bdi><\/a>/)
            #expect(!links.isEmpty)
            for link in links {
                let address = link.output.1.replacing("&amp;", with: "&")
                let target = try await get(String(address), from: base).body
                let isVoices = address.contains("measure=")
                #expect(target.contains("\(isVoices ? "Voices" : "Comments"): \(link.output.2)"), "\(address)")
            }
        }
    }

    @Test func pagesLeadToOneAnother() async throws {
        #expect(try await page("/overview").body.contains("href=\"/brand/Lotte\""))
        #expect(try await page("/brand/Lotte").body.contains("href=\"/facet/apology/Lotte\""))
        let comments = try await page("/comments?link=linked").body
        let comment = try #require(comments.firstMatch(of: /<a href="(\/comment\/[^"]*)">/)).output.1
        let shown = try await page(String(comment)).body
        let supportCase = try #require(shown.firstMatch(of: /<a href="(\/case\/[^"]*)">/)).output.1
        let body = try await page(String(supportCase)).body
        #expect(body.contains("class=\"timeline\"") && body.contains("href=\"\(comment)\""))
        for path in [
            "/brand/Nobody", "/facet/taste/Lotte", "/facet/apology/Nobody", "/case/none", "/flag/none", "/facet/x",
        ] {
            #expect(try await page(path, status: 404).body.contains("There is nothing here"))
        }
    }
}
