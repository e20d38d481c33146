import Feedback
import Testing

@testable import Reports

/// What the overview and the titles of charts say, from hand-made numbers.
struct OverviewTests {
    private static func range(_ value: Double, _ half: Double) -> ValueRange {
        ValueRange(value: value, low: value - half, high: value + half)
    }

    private static func point(_ period: String, _ support: Double, _ brand: Double, half: Double = 3) -> SeriesPoint {
        SeriesPoint(
            period: period,
            support: Strength(voices: 100, range: range(support, half)),
            brand: Strength(voices: 100, range: range(brand, half))
        )
    }

    private static func title(_ points: [SeriesPoint], _ language: ReportLanguage) -> String? {
        SeriesMove(points).map(language.phrases.moveTitle)
    }

    @Test func titleSaysWhatBothStrengthsDid() {
        let fell = [Self.point("2016", 77, 73), Self.point("2020", 70, 72), Self.point("2025", 51.5, 52)]
        #expect(
            Self.title(fell, .en)
                == "Support strength down 25.5 points from 2016 to 2025; brand strength followed (21.0 points)"
        )
        #expect(Self.title(fell, .ja) == "サポート力は2016年から2025年にかけて25.5ポイント低下、ブランド力も21.0ポイント低下")
        let parted = [Self.point("2016", 50, 73), Self.point("2025", 60, 60)]
        #expect(
            Self.title(parted, .en)?.hasSuffix("up 10.0 points from 2016 to 2025; brand strength fell by 13.0 points")
                == true
        )
        #expect(Self.title(parted, .ja)?.hasSuffix("10.0ポイント上昇、ブランド力は13.0ポイント低下") == true)
    }

    /// 70 ± 3 and 65 ± 3 overlap.
    @Test func overlappingIntervalsAreNoMove() {
        let held = [Self.point("2016", 70, 70), Self.point("2025", 65, 72)]
        #expect(Self.title(held, .en) == "Support strength held from 2016 to 2025; so did brand strength")
        #expect(Self.title(held, .ja) == "サポート力もブランド力も2016年から2025年にかけて横ばい")
        #expect(SeriesMove([Self.point("2016", 70, 70)]) == nil)
        #expect(SeriesMove([]) == nil)
    }

    @Test func brandsThatDifferAreNamed() {
        let brands = [(name: "Sora", difference: 3.6), (name: "Kaze", difference: -4.0)]
        #expect(
            EnglishPhrases().differenceTitle(brands, margin: 5)
                == "Support is stronger than the brand at Sora (+3.6); support is weaker than the brand at Kaze (−4.0)"
        )
        #expect(
            JapanesePhrases().differenceTitle(brands, margin: 5)
                == "Sora（+3.6）はサポート力がブランド力より高い。Kaze（−4.0）はサポート力がブランド力より低い"
        )
        #expect(EnglishPhrases().differenceTitle([], margin: 5).hasPrefix("No brand"))
    }

    @Test func titleNamesTheFirstOfManyBrands() {
        let brands = "ABCDEFG".enumerated().map { (name: String($1), difference: -9.0 + Double($0)) }
        #expect(
            EnglishPhrases().differenceTitle(brands, margin: 5)
                == "Support is weaker than the brand at A (−9.0), B (−8.0), C (−7.0), D (−6.0), E (−5.0) and 2 more"
        )
        #expect(
            JapanesePhrases().differenceTitle(brands, margin: 5)
                == "A（−9.0）、B（−8.0）、C（−7.0）、D（−6.0）、E（−5.0）ほか2ブランドはサポート力がブランド力より低い"
        )
    }

    /// (10·60 + 30·80)/40 = 75; √((10·4)² + (30·2)²)/40 = 1.8028.
    @Test func quartersAreWeightedByVoices() throws {
        let months = [
            SeriesPoint(
                period: "2014-01",
                support: Strength(voices: 10, range: Self.range(60, 4)),
                brand: Strength(voices: 3)
            ),
            SeriesPoint(
                period: "2014-03",
                support: Strength(voices: 30, range: Self.range(80, 2)),
                brand: Strength(voices: 2)
            ),
            Self.point("2014-04", 50, 40),
        ]
        let quarters = QuarterlySeries.of(months)
        #expect(quarters.map(\.period) == ["2014-Q1", "2014-Q2"])
        let first = try #require(quarters[0].support.range)
        #expect(first.value == 75 && quarters[0].support.voices == 40)
        #expect(abs(first.high - 76.8028) < 0.0001 && abs(first.low - 73.1972) < 0.0001)
        #expect(quarters[0].brand == Strength(voices: 5))
        #expect(quarters[1].support.range == Self.range(50, 3))
    }

    @Test func whatNeedsALookComesFirst() {
        var fallen = SampleBrands.hinode
        fallen.verdict.recent = nil
        let brands = [SampleBrands.bose, SampleBrands.kaze, SampleBrands.lotte, fallen]
        let order = BrandOrder(brands)
        // Lotte fell against the year before, Hinode is different, Kaze undecided, BOSE has too few voices.
        #expect(order.shown == [2, 3, 1])
        #expect(order.folded == [0])
    }

    /// Hinode's fall begins in March 2014; an event of that month stands beside it, one of another year does not.
    @Test func flagNamesTheEventsOfItsTimeAndNoOthers() throws {
        var model = SampleReport.model
        let place = try #require(model.brands.firstIndex { !$0.flags.isEmpty })
        let period = model.brands[place].flags[0].firstPeriod
        model.brands[place].events = [
            ChartEvent(period: period, kind: .release, label: "App 3.0"),
            ChartEvent(period: "2001-01", kind: .price, label: "Yen 100 more"),
        ]
        for (language, words) in [(ReportLanguage.en, "Release: App 3.0"), (.ja, "リリース：App 3.0")] {
            let files = try ReportRenderer.render(model, language: language, templates: Templates.load())
            let page = try #require(
                files.first { $0.path == "flags.html" }.map { String(decoding: $0.bytes, as: UTF8.self) }
            )
            #expect(page.contains(words) && !page.contains("Yen 100"))
        }
    }

    @Test func everyBrandIsInTheOrderOnce() {
        let brands = SampleReport.model.brands
        let order = BrandOrder(brands)
        #expect((order.shown + order.folded).sorted() == Array(brands.indices))
    }

    /// Two hundred brands with long names, twenty years, and all that can be said of each.
    @Test(arguments: ReportLanguage.allCases)
    func overviewOfManyBrandsStaysSmall(language: ReportLanguage) throws {
        var model = SampleReport.model
        model.brands = (1...200).map { number in
            var brand = SampleBrands.lotte
            brand.name = "カスタマーサクセス・フーズ \(number)"
            brand.japaneseName = nil
            brand.flags = number % 4 == 0 ? SampleBrands.hinode.flags : []
            for place in brand.flags.indices { brand.flags[place].id = "\(brand.name)/support/\(place)" }
            brand.yearly = (2006...2025).map { year in
                Self.point("\(year)", 50.5 + Double(year * number % 31), 61.3 - Double(year * number % 23))
            }
            return brand
        }
        (model.explained, model.superseded) = ([], [])
        let files = try ReportRenderer.render(model, language: language, templates: Templates.load())
        let index = try #require(files.first { $0.path == "index.html" })
        #expect(index.bytes.count <= 300_000, "\(index.bytes.count)")
        let page = String(decoding: index.bytes, as: UTF8.self)
        let pictures = page.ranges(of: "class=\"picture small-multiple\"").count
        #expect(pictures >= 10)
        // What there is no room for is counted.
        #expect(page.contains(language.phrases.brandsBelow(200 - pictures)))
    }
}
