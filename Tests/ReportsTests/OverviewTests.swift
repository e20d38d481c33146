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

    @Test func everyBrandIsInTheOrderOnce() {
        let brands = SampleReport.model.brands
        let order = BrandOrder(brands)
        #expect((order.shown + order.folded).sorted() == Array(brands.indices))
    }
}
