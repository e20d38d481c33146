import Feedback
import Foundation
import Testing

@testable import Reports

/// Facets over the years, voices by month, handling times by year, and the voices behind facets.
struct FacetYearsTests {
    private static func page(_ path: String, _ language: ReportLanguage = .en) throws -> String {
        let files = try ReportRenderer.render(SampleReport.model, language: language, templates: Templates.load())
        return try #require(files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) })
    }

    /// 91 ± 6 is above 50 and far, 58 ± 9 holds 50, 30 ± 8 is below and just 20 away; four voices are too few.
    @Test(
        arguments: [
            "<td class=\"for strong\">+ 91 <small>n = 30</small></td>",
            "<td class=\"bare\">± 58 <small>n = 32</small></td>",
            "<td class=\"against strong\">− 30 <small>n = 34</small></td>",
            "<td class=\"few\">– <small>n = 4</small></td>",
        ]
    )
    func cellSaysItsSignItsValueAndItsVoices(cell: String) throws {
        #expect(try Self.page("brands/lotte.html").contains(cell))
    }

    /// From 4 to 12 voices in four steps: 4 is the first, 8 the third, 12 the last; no voice is said.
    @Test(
        arguments: [
            "<td class=\"voices-1\">4</td>", "<td class=\"voices-3\">8</td>", "<td class=\"voices-4\">12</td>",
            "<td class=\"few\">0</td>",
        ]
    )
    func monthSaysItsVoices(cell: String) throws {
        #expect(try Self.page("brands/lotte.html").contains(cell))
    }

    @Test func handlingTimesAreDrawnOverTheirOwnYears() throws {
        let page = try Self.page("brands/lotte.html")
        #expect(page.contains("id=\"handling-resolution-title\"") && page.contains(">7.0 days</td>"))
        #expect(page.contains(">11.0 days</td>"))
        // The axis ends at the next even day after 14 days.
        #expect(page.contains(">14.0 days</text>"))
    }

    @Test(arguments: [(ReportLanguage.en, "1 of 88 voices"), (.ja, "88件のうち、各時期を代表する1件")])
    func facetLeadsToItsVoices(language: ReportLanguage, count: String) throws {
        let brand = try Self.page("brands/lotte.html", language)
        #expect(brand.contains("href=\"../facets/lotte.html#facet-explanation\""))
        let voices = try Self.page("facets/lotte.html", language)
        #expect(voices.contains("id=\"facet-explanation\"") && voices.contains("原因を書いた手紙"))
        #expect(voices.contains(count) && !voices.contains("m.doe@example.org"))
        #expect(!brand.contains("#facet-speed"))
    }

    @Test func mismatchesHaveAPageWithTheirReasons() throws {
        let page = try Self.page("mismatches.html")
        #expect(page.contains("perhaps irony") && page.contains("a fourth form"))
        #expect(page.contains("Shown: 1 of 22"))
        #expect(try Self.page("coverage.html").contains("href=\"mismatches.html\""))
        #expect(try Self.page("index.html").contains("href=\"mismatches.html\""))
    }
}
