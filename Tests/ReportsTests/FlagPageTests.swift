import Feedback
import Foundation
import Testing

@testable import Reports

/// The page of a flag: what it says, what it quotes, and the ways to it.
struct FlagPageTests {
    private static let path = "flags/hinode-support-2014-03.html"

    private static func pages(
        _ model: ReportModel = SampleReport.model,
        _ language: ReportLanguage = .en
    ) throws -> [String: String] {
        let files = try ReportRenderer.render(model, language: language, templates: Templates.load())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test func everyFlagHasAPageThatIsOneClickAway() throws {
        let pages = try Self.pages()
        for flag in SampleReport.model.brands.flatMap({ $0.flags + $0.improvements }) {
            #expect(pages["flags/\(flag.id).html"] != nil)
            #expect(pages["flags.html"]?.contains("href=\"flags/\(flag.id).html\"") == true)
            #expect(pages["brands/hinode-foods.html"]?.contains("href=\"../flags/\(flag.id).html\"") == true)
        }
        #expect(pages["index.html"]?.contains("href=\"\(Self.path)\"") == true)
    }

    /// p and q of 0.005 with a resolution of 0.005, and q of 0.008.
    @Test(
        arguments: [
            (
                ReportLanguage.en,
                [
                    "Support strength was 70.1 (67.7–72.5) from January 2012 to February 2014 (n = 221) and 55.3 (52.4–58.2)"
                        + " from March 2014 to December 2014 (n = 170).",
                    "the difference is −14.2 (−17.9 to −10.5) points.",
                    "it began in March 2014, between February 2014 and April 2014.",
                    "in fewer than 0.5% of cases (p &lt; 0.005)",
                    "0.8% are expected to be false (q = 0.008, 16 series tested)",
                    "Support strength: from 70.1 to 55.3", "2 of 61 voices", "all 1 voice",
                ]
            ),
            (
                .ja,
                [
                    "2012年1月～2014年2月が70.1（67.7～72.5）（声221件）、2014年3月～2014年12月が55.3（52.4～58.2）（声170件）です。",
                    "変わったのは2014年3月とみられます（2014年2月～2014年4月の間）。",
                    "偶然これほどの差が現れるのは0.5%未満です（p &lt; 0.005）", "誤りは0.8%と見込まれます（q = 0.008、検定した系列は16）",
                    "サポート力：70.1から55.3へ", "61件のうち、各時期を代表する2件", "全1件",
                ]
            ),
        ]
    )
    func pageSaysWhatMovedWhenAndHowSureThatIs(language: ReportLanguage, words: [String]) throws {
        let page = try #require(Self.pages(SampleReport.model, language)[Self.path])
        for word in words { #expect(page.contains(word), "\(word)") }
    }

    @Test func voicesOfBothSidesStandInTheOrderOfTimeWithTheirCases() throws {
        let page = try #require(Self.pages()[Self.path])
        let places = ["still no reason", "Nobody could say why", "理由を丁寧に説明して"].map { page.range(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil })
        #expect(zip(places, places.dropFirst()).allSatisfy { ($0 ?? page.endIndex) < ($1 ?? page.startIndex) })
        #expect(page.contains("<a href=\"#case-k17\">Case K17</a>") && page.contains("id=\"case-k17\""))
        #expect(page.contains("2 of 5"))
    }

    @Test func nobodyIsNamedOnIt() throws {
        for page in try Self.pages().values {
            #expect(!page.contains("jun@example.com") && !page.contains("m.doe@example.org"))
        }
    }

    @Test func whatToDoNextStandsInWordsAndCommandsAreFolded() throws {
        let page = try #require(Self.pages()[Self.path])
        #expect(page.contains("Look at “Explanation” first: of the aspects it moved most (−21.5 points)."))
        #expect(page.contains("Ask those who handle the channel “電話”: it moved most (−17.8 points)."))
        #expect(
            page.contains("Ask what version 2.1 changed: its voices lie −19.0 points from those of earlier versions.")
        )
        #expect(page.contains("Ask what changed between February 2014 and April 2014"))
        let steps = try #require(page.range(of: "<ol class=\"steps\">"))
        let end = try #require(page.range(of: "</ol>", range: steps.upperBound..<page.endIndex))
        #expect(!page[steps.upperBound..<end.lowerBound].contains("<code>"))
        #expect(page.contains("koe flags acknowledge hinode-support-2014-03"))
        let rise = try #require(Self.pages()["flags/hinode-speed-2013-08.html"])
        #expect(rise.contains("Check the measurement first") && !page.contains("Check the measurement first"))
    }

    /// What happened to one product is no matter of a change in another, and the same of channels.
    @Test func eventsOfAnotherProductOrChannelAreNotNamed() throws {
        func page(_ product: String?, _ channel: String?) throws -> String {
            var model = SampleReport.model
            (model.brands[1].flags[0].product, model.brands[1].flags[0].channel) = (product, channel)
            model.brands[1].events = [
                ChartEvent(period: "2014-03", kind: .release, label: "Timer 3.0", product: "Timer"),
                ChartEvent(period: "2014-03", kind: .staffing, label: "Night shift", channel: "chat"),
            ]
            return try #require(Self.pages(model)[Self.path])
        }
        let whole = try page(nil, nil)
        #expect(whole.contains("Release: Timer 3.0 (Timer)") && whole.contains("Staffing: Night shift (chat)"))
        let timer = try page("Timer", nil)
        #expect(timer.contains("Timer 3.0 (Timer)") && timer.contains("Night shift"))
        #expect(try !page("Alarm", nil).contains("Timer 3.0"))
        #expect(try !page(nil, "mail").contains("Night shift") && page(nil, "chat").contains("Night shift"))
    }

    /// A release is named as a step only where its voices surely lie the change's way of those before.
    @Test func releaseThatCannotBeToldApartIsNoStep() throws {
        for difference in [SampleReport.range(-3, -9, 3), SampleReport.range(9, 3, 15), nil] {
            var model = SampleReport.model
            model.brands[1].flags[0].releases[0].difference = difference
            let page = try #require(Self.pages(model)[Self.path])
            #expect(page.contains("Versions around this change") && !page.contains("Ask what version"))
        }
    }

    @Test func eventsOfItsTimeAreMarkedOnItsChart() throws {
        var model = SampleReport.model
        model.brands[1].events = [
            ChartEvent(period: "2014-03", kind: .release, label: "App 3.0"),
            ChartEvent(period: "2001-01", kind: .price, label: "Yen 100 more"),
        ]
        let page = try #require(Self.pages(model)[Self.path])
        // Once in the list of its time, once in the table of the chart.
        #expect(page.ranges(of: "Release: App 3.0").count == 2)
        #expect(!page.contains("Yen 100 more") && page.contains("one of the events of that time"))
        #expect(page.contains("class=\"when fall\"") && page.contains("class=\"when event\""))
        #expect(page.contains("class=\"doubt\"") && page.ranges(of: "<line class=\"level\"").count == 4)
    }

    /// However long the voices are, a page stays small and says how many it shows.
    @Test func aPageIsCutBeforeItGrowsLarge() throws {
        var model = SampleReport.model
        let long = String(repeating: "Nobody could say why. ", count: 450)
        model.brands[1].flags[0].exemplars = (0..<60).map { number in
            var quote = SampleVoices.flag.exemplars[0]
            quote.commentID = "reviews:\(number)"
            quote.segments = [TextSegment(text: long)]
            return quote
        }
        let page = try #require(Self.pages(model)[Self.path])
        let shown = page.ranges(of: "<article class=\"quote\">").count
        #expect(page.utf8.count <= 300_000 && shown > 10 && shown < 60)
        #expect(page.contains("\(shown) of 61 voices") || page.contains("\(shown - 1) of 61 voices"))
    }
}
