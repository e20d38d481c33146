import Testing

@testable import Linkage

struct BrandAndProductTests {
    @Test(arguments: [
        ("SkyHopper", "スカイホッパー", BrandLevel.alike), ("Comfy Foods", "コンフィフーズ", .alike), ("Zappos", "ザッポス", .alike),
        ("Lotte", "ロッテ", .alike),
        ("Lotte", "LOTTE Co., Ltd.", .same), ("株式会社ロッテ", "ロッテ", .same), ("Lotte", "Zappos", .other),
        ("Lotte", "ザッポス", .other),
        ("Hoshi Bank", "星銀行", .unknown),
    ])
    func brandsAreComparedAcrossScripts(left: String, right: String, level: BrandLevel) {
        var table = BrandTable()
        for brand in ["Zappos", "ザッポス", left] { table.count(table.insert(brand)) }
        #expect(table.level(table.reference(to: left), table.reference(to: right)) == level)
        #expect(table.level(table.reference(to: right), table.reference(to: left)) == level)
    }

    @Test(arguments: [
        ("Rice Cooker RX-5", "ＲＸ５", false, ProductLevel.alike), ("炊飯器RX-5", "炊飯ジャーRX5", false, .alike),
        ("Router N300", "Router N600", false, .other),
        ("チョコパイ", "チョコ・パイ", false, .same), ("Choco Pie", "ﾁｮｺﾊﾟｲ", false, .alike), ("空港送迎", "空港便", false, .alike),
        ("Monthly Plan", "Family Plan", true, .other), ("Monthly Plan", "monthly subscription", false, .alike),
        ("Green Tea", "緑茶", true, .unknown),
    ])
    func productsAreCompared(left: String, right: String, areKnown: Bool, level: ProductLevel) throws {
        let (first, second) = (try #require(ProductName(left)), try #require(ProductName(right)))
        #expect(first.level(against: second, areKnown: areKnown) == level)
        #expect(second.level(against: first, areKnown: areKnown) == level)
    }

    @Test func aNameOfSignsIsNoProduct() {
        #expect(ProductName("★☆ -") == nil)
        #expect(ProductName("") == nil)
    }
}
