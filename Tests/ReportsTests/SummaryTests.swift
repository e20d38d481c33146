import Feedback
import Foundation
import Testing

@testable import Reports

/// The summary for a chat, and what is said of gaps in the data.
struct SummaryTests {
    private static func summary(_ model: ReportModel, _ language: ReportLanguage) throws -> [String] {
        let files = try ReportRenderer.render(model, language: language, templates: Templates.load())
        let file = try #require(files.first { $0.path == "summary.txt" })
        return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test(arguments: ReportLanguage.allCases)
    func beginsWithWhatChangedAndHasTheVerdictsOfTheReport(language: ReportLanguage) throws {
        let model = SampleReport.model
        let lines = try Self.summary(model, language)
        let found = try #require(lines.firstIndex { $0.hasPrefix("▼") })
        let verdict = try #require(lines.firstIndex { $0.hasPrefix("≠") })
        #expect(found < verdict && lines.count <= 12)
        let told = ReportRenderer.verdicts(of: model, language: language)
        #expect(told.contains(String(lines[verdict].dropFirst(2))))
    }

    @Test(arguments: ReportLanguage.allCases)
    func staysShortHoweverMuchThereIsToSay(language: ReportLanguage) throws {
        var model = SampleReport.model
        model.brands = (0..<40).map { number in
            var brand = SampleBrands.hinode
            brand.name = "Hinode \(number)"
            brand.japaneseName = nil
            brand.flags = (0..<3).map { place in
                var flag = SampleVoices.flag
                flag.id = "flag-\(number)-\(place)"
                return flag
            }
            return brand
        }
        model.explained = []
        model.superseded = []
        let lines = try Self.summary(model, language)
        #expect(lines.count <= 12)
        // 40 × (3 falls + 1 rise) less the three that are told.
        #expect(lines.contains { $0.contains("157") })
    }

    /// 12 of 1,128 comments name no brand, 21 have no time.
    @Test(
        arguments: [
            (
                ReportLanguage.en,
                [
                    "12 comments of 1,128 name", "21 comments of 1,128 have",
                    "reviews that are not read: device, app version.",
                ]
            ),
            (.ja, ["1,128件のうち12件", "1,128件のうち21件", "情報源「reviews」には、読み込んでいない列があります：device、app version。"]),
        ]
    )
    func gapsStandOnTheOverview(language: ReportLanguage, words: [String]) throws {
        let files = try ReportRenderer.render(SampleReport.model, language: language, templates: Templates.load())
        for path in ["index.html", "coverage.html", "summary.md"] {
            let file = try #require(files.first { $0.path == path })
            let text = String(decoding: file.bytes, as: UTF8.self)
            for word in words { #expect(text.contains(word), "\(path): \(word)") }
        }
    }

    @Test func commentsUnderAnotherNameThanTheirFilesAreNoRowOfNothing() throws {
        var model = SampleReport.model
        model.coverage.sources[0].comments = 0
        model.coverage.sources[0].unlinked = 0
        model.coverage.sources[0].withLexiconHit = 0
        var named = SampleReport.model.coverage.sources[0]
        named.source = "shop"
        (named.read, named.stored, named.updated, named.duplicate) = (0, 0, 0, 0)
        model.coverage.sources.append(named)
        let files = try ReportRenderer.render(model, language: .en, templates: Templates.load())
        let page = try #require(
            files.first { $0.path == "coverage.html" }.map { String(decoding: $0.bytes, as: UTF8.self) }
        )
        #expect(page.contains("under the names of the files that brought them"))
        #expect(page.ranges(of: "<th scope=\"row\">shop</th>").count == 1)
        #expect(page.ranges(of: "<th scope=\"row\">blog</th>").count == 1)
    }

    @Test func aWorkspaceWithoutImportsDoesNotClaimThatAllIsWell() {
        #expect(!EnglishPhrases().ledger(read: 0, lost: 0).contains("adds up"))
        #expect(JapanesePhrases().ledger(read: 0, lost: 0).contains("確認できません"))
    }
}
