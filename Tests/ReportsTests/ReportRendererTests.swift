import Foundation
import Reports
import Testing

/// The sample report in both languages, byte for byte, and what must hold of every page.
///
/// `KOE_WRITE_FIXTURES=1 swift test --filter ReportRendererTests` writes the fixtures anew; review the difference.
struct ReportRendererTests {
    /// One brand; what is the same in every language is kept once.
    @Test(arguments: ReportLanguage.allCases)
    func sampleReportIsByteForByteTheFixture(language: ReportLanguage) throws {
        let all = try ReportRenderer.render(SampleReport.oneBrand, language: language, templates: Templates.load())
        let files = all.filter { language == .en || $0.path.hasSuffix(".html") || $0.path.hasPrefix("summary") }
        let folder = Templates.fixtures(language.rawValue)
        if ProcessInfo.processInfo.environment["KOE_WRITE_FIXTURES"] != nil { try Self.write(files, to: folder) }
        for file in files {
            let expected = try Data(contentsOf: folder.appending(path: file.path))
            #expect(Data(file.bytes) == expected, "\(language.rawValue)/\(file.path) differs from its fixture")
        }
        let kept = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }
        #expect(Set(kept) == Set(files.map(\.path)))
    }

    /// 70.1 to 55.3 is −14.8; freed from season and mix it is −14.2.
    @Test(
        arguments: [
            (ReportLanguage.en, "from January 2012 to February 2014", "from March 2014 to December 2014"),
            (.ja, "2012年1月～2014年2月", "2014年3月～2014年12月"),
        ]
    )
    func flagSaysTheMonthsOfEachNumber(language: ReportLanguage, before: String, after: String) throws {
        let file = try #require(Self.render(language).first { $0.path == "flags/hinode-support-2014-03.html" })
        let page = String(decoding: file.bytes, as: UTF8.self)
        for text in [before, after, "<dd>−14.8</dd>", "<dd>−14.2", "<dd>&lt; 0.005</dd>"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func sameModelGivesSameBytes() throws {
        #expect(try Self.render(.ja) == Self.render(.ja))
    }

    /// A page of a brand about which nothing changed is the same page in the next report.
    @Test(arguments: ReportLanguage.allCases)
    func nextRunChangesThePagesOfTheWholeAlone(language: ReportLanguage) throws {
        let before = try Self.render(language)
        var model = SampleReport.model
        model.head.runID = "run-0008"
        model.head.asOf = "2015-01-11T03:00:00+09:00"
        model.head.databaseHash = "00000000000000000000000000000000"
        let after = try ReportRenderer.render(model, language: language, templates: Templates.load())
        let changed = zip(before, after).filter { $0 != $1 }.map(\.0.path)
        let whole = [
            "coverage.html", "flags.html", "index.html", "mismatches.html", "report.json", "summary.md", "summary.txt",
        ]
        #expect(changed == whole)
        #expect(before.map(\.path) == after.map(\.path))
    }

    /// The first brand has years alone, the second 24 months from January 2013 on.
    @Test(
        arguments: [
            (ReportLanguage.en, "brands/lotte.html", "Voices until 2014"),
            (.ja, "brands/lotte.html", "2014年までの声"),
            (.en, "flags/hinode-support-2014-03.html", "Voices until December 2014"),
            (.ja, "flags/hinode-support-2014-03.html", "2014年12月までの声"),
        ]
    )
    func pagesOfABrandTellHowFarItsVoicesReach(language: ReportLanguage, path: String, words: String) throws {
        let file = try #require(Self.render(language).first { $0.path == path })
        let page = String(decoding: file.bytes, as: UTF8.self)
        #expect(page.contains(">\(words) · Asia/Tokyo<"))
        #expect(page.contains("<a href=\"../index.html#made\">"))
    }

    @Test(arguments: [(ReportLanguage.en, "Voices without a date"), (.ja, "日付のわかる声なし")])
    func pagesOfABrandWithoutADatedVoiceSaySo(language: ReportLanguage, words: String) throws {
        var model = SampleReport.model
        (model.brands[0].monthly, model.brands[0].yearly) = ([], [])
        let files = try ReportRenderer.render(model, language: language, templates: Templates.load())
        let file = try #require(files.first { $0.path == "brands/lotte.html" })
        #expect(String(decoding: file.bytes, as: UTF8.self).contains(">\(words) · Asia/Tokyo<"))
    }

    @Test func filesAreSortedAndUnique() throws {
        let paths = try Self.render(.en).map(\.path)
        #expect(paths == paths.sorted())
        #expect(Set(paths).count == paths.count)
    }

    @Test(arguments: ReportLanguage.allCases)
    func pagesAreWellFormedXML(language: ReportLanguage) throws {
        for file in try Self.pages(language) {
            let checker = WellFormedness()
            #expect(checker.fault(in: file.bytes) == nil, "\(file.path)")
            #expect(checker.repeatedIDs.isEmpty, "\(file.path)")
            #expect(checker.titledPictures == checker.pictures, "\(file.path)")
        }
    }

    @Test(arguments: ReportLanguage.allCases)
    func headingsSkipNoLevelAndTablesHaveScopes(language: ReportLanguage) throws {
        for file in try Self.pages(language) {
            let checker = WellFormedness()
            #expect(checker.fault(in: file.bytes) == nil)
            #expect(checker.headings.first == 1 && checker.headings.count { $0 == 1 } == 1, "\(file.path)")
            for (level, next) in zip(checker.headings, checker.headings.dropFirst()) {
                #expect(next <= level + 1, "\(file.path): h\(level) is followed by h\(next)")
            }
            #expect(checker.looseHeaders == 0, "\(file.path)")
        }
    }

    @Test(arguments: ReportLanguage.allCases)
    func everyLinkOfAPageLeadsSomewhere(language: ReportLanguage) throws {
        let files = try Self.render(language)
        let paths = Set(files.map(\.path))
        for file in files where file.path.hasSuffix(".html") {
            let checker = WellFormedness()
            #expect(checker.fault(in: file.bytes) == nil)
            for link in checker.links {
                let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? file.path : Self.resolved(parts[0], from: file.path)
                #expect(paths.contains(target), "\(file.path) links to \(link)")
            }
        }
    }

    @Test(arguments: ReportLanguage.allCases)
    func pagesNeedNoNetworkAndRunNoScript(language: ReportLanguage) throws {
        for file in try Self.pages(language) {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.contains("default-src 'none'") || text.contains("default-src &#39;none&#39;"))
            #expect(text.contains("lang=\"\(language.rawValue)\""))
            #expect(!text.contains("<script"))
            #expect(!text.contains("src="))
            #expect(!text.contains("href=\"http"))
            #expect(!text.contains("url("))
            #expect(!text.contains(" style=\""))
        }
    }

    @Test func noTemplateTagIsLeft() throws {
        for file in try Self.pages(.en) + Self.pages(.ja) {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("{{"), "\(file.path)")
        }
    }

    @Test func reportJSONCarriesTheModel() throws {
        let file = try #require(try Self.render(.en).first { $0.path == "report.json" })
        let document = try JSONDecoder().decode(Document.self, from: Data(file.bytes))
        #expect(document.format == "koe-report/2")
        #expect(document.sentences.map(\.brand) == SampleReport.model.brands.map(\.name))
        #expect(document.sentences[0].en[0].hasPrefix("Lotte, the last twelve months"))
        #expect(document.sentences[0].ja[0].hasPrefix("ロッテ、直近12か月"))
        #expect(document.report.brands.map(\.verdict) == SampleReport.model.brands.map(\.verdict))
        #expect(document.report.coverage == SampleReport.model.coverage)
        #expect(document.report.brands[1].monthly == SampleReport.model.brands[1].monthly)
    }

    @Test func numbersAreTheSameInEveryLanguage() throws {
        let files = try ReportLanguage.allCases.map { language in
            try Self.render(language).filter { $0.path == "report.json" || $0.path.hasSuffix(".csv") }
        }
        #expect(files[0] == files[1] && files[0].count > 20)
    }

    private struct Document: Decodable {
        struct Sentences: Decodable {
            let brand: String
            let en: [String]
            let ja: [String]
        }

        let format: String
        let sentences: [Sentences]
        let report: ReportModel
    }

    private static func render(_ language: ReportLanguage) throws -> [ReportFile] {
        try ReportRenderer.render(SampleReport.model, language: language, templates: Templates.load())
    }

    private static func pages(_ language: ReportLanguage) throws -> [ReportFile] {
        try render(language).filter { $0.path.hasSuffix(".html") }
    }

    private static func resolved(_ link: String, from page: String) -> String {
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/").map(String.init) {
            if part == ".." { folders.removeLast() } else { folders.append(part) }
        }
        return folders.joined(separator: "/")
    }

    private static func write(_ files: [ReportFile], to folder: URL) throws {
        if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
        for file in files {
            let url = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.bytes).write(to: url)
        }
    }
}
