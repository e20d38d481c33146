import Feedback
import Foundation
import Nightly
import Testing
import Workspace

/// The pages over the live database.
struct LivePageTests {
    private func page(_ path: String, status: Int = 200) async throws -> Answer {
        let workspace = try await ServedWorkspace.filled.value
        return try await workspace.serve { base in
            let answer = try await get(path, from: base)
            #expect(answer.status == status, "\(path)")
            return answer
        }
    }

    @Test func twoJapaneseCharactersAreEnough() async throws {
        let page = try await page("/search?q=%E8%BF%94%E9%87%91+%E9%9B%BB%E8%A9%B1&lang=ja")
        #expect(page.body.contains("<mark>返金</mark>") && page.body.contains("<mark>電話</mark>"))
        #expect(page.body.contains("href=\"/comment/web:a%2Fb%3Fc%23d?lang=ja\""))
        #expect(page.body.contains("コメントの検索"))
    }

    @Test func englishWordsAreFoundWhateverTheirCase() async throws {
        let page = try await page("/search?q=APOLOGY")
        #expect(page.body.contains("<mark>apology</mark>"))
        #expect(page.body.contains("Search the comments"))
        #expect(try await self.page("/search?q=apologyx").body.contains("No comment holds"))
    }

    @Test func hostileTextStaysText() async throws {
        for path in ["/search?q=script", "/comment/web:evil", "/comment/evil"] {
            let page = try await page(path)
            #expect(page.body.contains("&lt;"))
            #expect(!page.body.contains("<script") && !page.body.contains("<img"))
        }
        let reflected = try await page("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&brand=%22%3E%3Cb%3E")
        #expect(!reflected.body.contains("<script") && !reflected.body.contains("<b>"))
    }

    @Test func personalDataIsMasked() async throws {
        let paths = [
            "/search?q=apology", "/comment/web:private", "/api/search?q=apology", "/api/comment/web:private",
            "/api/measures/Lotte?period=2014-12",
        ]
        for path in paths {
            let page = try await page(path)
            for secret in ["yamada", "Yamada", "1234-5678"] {
                #expect(!page.body.contains(secret), "\(path) \(secret)")
            }
        }
    }

    @Test func commentShowsHowItCounts() async throws {
        let page = try await page("/comment/web:private")
        for heading in ["How the words add up", "Aspects of handling", "Its voice", "Its case"] {
            #expect(page.body.contains(heading))
        }
        #expect(page.body.contains("<mark class=\"for\">"))
        #expect(page.body.contains("koe why comment web:private"))
    }

    @Test func anIdMayHoldWhatAPathMayNot() async throws {
        #expect(try await page("/comment/web:a%2Fb%3Fc%23d").body.contains("web:a/b?c#d"))
        #expect(try await page("/comment/nobody", status: 404).body.contains("There is nothing here"))
        #expect(try await page("/comment/nobody?lang=ja", status: 404).body.contains("見つかりません"))
        #expect(try await page("/comments?page=x&lang=ja", status: 400).body.contains("lang=\"ja\""))
    }

    @Test(arguments: [
        "/search?q=%ff", "/comments?page=&page=1", "/search?lang=fr", "/search?q=" + String(repeating: "a", count: 201),
    ])
    func badQuestionsAreRefused(path: String) async throws {
        #expect(try await page(path, status: 400).body.contains("cannot be read"))
    }

    /// What a facet's page quotes speaks of the facet: its rows are comments, and not voices of the same number.
    @Test func facetPagesQuoteWhatSpeaksOfTheFacet() async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            var quoted = 0
            for facet in Facet.allCases {
                let page = try await get("/facet/\(facet.rawValue)/Lotte?lang=en", from: base).body
                for link in page.matches(of: /<a href="\/comment\/([^"?]*)\?lang=en"/) {
                    let explained = try await get("/api/comment/\(link.output.1)", from: base).body
                    let names = explained.matches(of: /"name"\s*:\s*"([^"]*)"/).map { String($0.output.1) }
                    #expect(names.contains(facet.rawValue), "\(facet) \(link.output.1)")
                    quoted += 1
                }
            }
            #expect(quoted > 3)
        }
    }

    /// Every number of a comparison leads to the comments that make it, with the same n.
    @Test func comparedNumbersLeadToTheirComments() async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let page = try await get("/compare?from=2010-01&to=2014-12&from2=2000-01&to2=2009-12&lang=en", from: base)
            #expect(page.status == 200)
            let links = page.body.matches(of: /<a href="(\/comments\?[^"]*measure=[^"]*)"><bdi>([0-9]+)<\/bdi>/)
            #expect(!links.isEmpty)
            for link in links {
                let list = try await get(String(link.output.1).replacing("&amp;", with: "&"), from: base).body
                #expect(list.contains("oices: \(link.output.2)<"), "\(link.output.0)")
            }
            for bad in ["from=2014", "from=2014-02&to=2014-01", "to=%ff"] {
                #expect(try await get("/compare?\(bad)", from: base).status == 400, "\(bad)")
            }
            #expect(try await get("/compare?brand=Nobody", from: base).status == 404)
        }
        #expect(try await page("/compare?lang=ja").body.contains("<h1>比較</h1>"))
    }

    @Test func anEmptyWorkspaceSaysHowToBegin() async throws {
        let workspace = try await ServedWorkspace.empty.value
        try await workspace.serve { base in
            let compare = try await get("/compare?lang=en", from: base)
            #expect(compare.status == 200 && compare.body.contains("There is no report yet"))
            #expect(compare.body.contains("<code>koe -w "))
            let overview = try await get("/overview?lang=en", from: base)
            #expect(overview.status == 200 && !overview.body.contains("<table"))
        }
    }

    /// Without a voice of the product, the months are those of the brand, and no empty table stands there.
    @Test func aComparisonWithoutVoicesKeepsItsMonths() async throws {
        let workspace = try await Self.products.value
        try await workspace.serve { base in
            let body = try await get("/compare?brand=Glim&product=x&lang=en", from: base).body
            #expect(body.contains("name=\"to\" value=\"2014-12\"") && !body.contains("<table"))
        }
    }

    /// No empty table, and no heading without anything under it.
    @Test func aFacetThatNobodySpeaksOfHasNoEmptyParts() async throws {
        let workspace = try await Self.products.value
        try await workspace.serve { base in
            let body = try await get("/facet/beyond/Glim?lang=en", from: base).body
            #expect(body.contains("Glim: Beyond duty") && !body.contains("<h2>") && !body.contains("<table"))
        }
    }

    /// Five voices of one product give one star, five of another five: B is 0 and 100, and 50 over both.
    @Test(
        arguments: [
            ("", 10, "50.0"), ("&product=Widget", 5, "0.0"), ("&product=Gadget", 5, "100.0"),
            ("&product=Gadget&channel=mail", 5, "100.0"), ("&product=Gadget&channel=chat", 0, nil),
            ("&product=x", 0, nil),
        ] as [(String, Int, String?)]
    )
    func comparedNumbersAreThoseOfTheProduct(part: String, voices: Int, strength: String?) async throws {
        let workspace = try await Self.products.value
        try await workspace.serve { base in
            let address = "/compare?brand=Glim&from=2014-12&to=2014-12&from2=2014-11&to2=2014-11&lang=en\(part)"
            let page = try await get(address, from: base).body
            let link = page.firstMatch(of: /<a href="(\/comments\?[^"]*measure=brand[^"]*)"><bdi>([0-9]+)<\/bdi>/)
            guard let strength else {
                #expect(link == nil)
                return
            }
            #expect(page.contains(">\(strength) "), "\(part)")
            let found = try #require(link)
            #expect(found.output.2 == "\(voices)")
            let list = try await get(String(found.output.1).replacing("&amp;", with: "&"), from: base).body
            #expect(list.contains("oices: \(voices)<"))
        }
    }

    private static let products = Task { () async throws -> ServedWorkspace in
        let workspace = try await ServedWorkspace.copy()
        let rows = (1...10).map { number in
            let (product, stars) = number <= 5 ? ("Widget", 1) : ("Gadget", 5)
            return """
                {"id":"p\(number)","source":"web","brand":"Glim","product":"\(product)","author":"G \(number)",\
                "channel":"mail","rating":\(stars),"posted_at":"2014-12-10T10:00:00Z","text":"A box."}
                """
        }
        let file = workspace.folder.appending(path: "glim.ndjson")
        try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: file)
        let start = workspace.context.now
        _ = try await NightlyRun(context: workspace.context).run(files: [file], clock: { start }, progress: { _ in })
        return workspace
    }

    @Test func policyAllowsNothingButTheOwnStyle() async throws {
        let page = try await page("/search?q=apology")
        let policy = try #require(page.header("content-security-policy"))
        #expect(policy.contains("default-src 'none'") && policy.contains("form-action 'self'"))
        #expect(!policy.contains("unsafe"))
        #expect(!page.body.contains(" style=") && !page.body.contains("onclick"))
    }
}
