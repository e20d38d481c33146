import Feedback
import Foundation
import Testing

@testable import Ingestion

struct BrandTests {
    private static let directory = BrandDirectory([
        BrandName("Lotte", aliases: ["ロッテ"]), BrandName("Lotteria", aliases: ["ロッテリア"]),
        BrandName("Zappos", aliases: ["ザッポス"]),
        BrandName("Apple", aliases: ["アップル"], ambiguous: ["Apple", "アップル"], cues: ["iPhone"]), BrandName("Uber"),
        BrandName("Uber Eats"),
    ])

    @Test(arguments: [
        ("ロッテのガム", ["Lotte"]), ("ﾛｯﾃのガム", ["Lotte"]), ("ロッテリアで食べた", ["Lotteria"]), ("シャーロッテさん", []), ("ロッテン", []),
        ("LOTTE gum", ["Lotte"]), ("Charlotte", []), ("ＬＯＴＴＥ！", ["Lotte"]), ("Zappos' people", ["Zappos"]),
        ("ザッポスカスタマー", ["Zappos"]),
        ("I ate an apple", []), ("Apple Store was kind", ["Apple"]), ("apple and my iPhone", ["Apple"]), ("アップルパイ", []),
        ("アップル社", ["Apple"]),
        ("uber eats was late, Uber was not", ["Uber Eats", "Uber"]), ("uberrima", []), ("", []),
    ]) func namesAreFoundAsWords(text: String, brands: [String]) {
        #expect(Self.directory.mentions(in: text).map(\.canonical) == brands)
    }

    @Test(arguments: [
        ("【ザッポス】", "Zappos" as String?), ("uber", "Uber"), ("■ アップル", "Apple"), ("3. Lotte", "Lotte"), ("ロッテのこと", nil),
        ("", nil),
    ])
    func headingsMayBeABrandsName(text: String, brand: String?) {
        #expect(Self.directory.brand(named: text) == brand)
    }

    @Test func sourcesNamesAreMadeCanonical() {
        #expect(
            Self.directory.canonical("ﾛｯﾃ") == "Lotte" && Self.directory.canonical("apple") == "Apple"
                && Self.directory.canonical("Else") == "Else"
        )
    }

    @Test func theFirstOwnerOfANameKeepsIt() {
        let directory = BrandDirectory([
            BrandName("ロッテ", aliases: ["Lotte"]), BrandName("Lotte", aliases: ["ロッテ", "LOTTE Co"]),
        ])
        #expect(directory.canonical("lotte") == "ロッテ" && directory.canonical("Lotte Co") == "ロッテ")
    }

    @Test func theStarterListIsWhole() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let table = try String(contentsOf: root.appendingPathComponent("Lexicons/brands.tsv"), encoding: .utf8)
        let brands = BrandName.list(table: table)
        #expect(brands.count >= 200)
        #expect(Set(brands.map(\.canonical)).count == brands.count)
        #expect(
            brands.allSatisfy { brand in brand.ambiguous.allSatisfy { ([brand.canonical] + brand.aliases).contains($0) }
            }
        )
        let directory = BrandDirectory(brands)
        for (name, canonical) in [
            ("ロッテ", "Lotte"), ("ザッポス", "Zappos"), ("bose", "BOSE"), ("ウーバー", "Uber"), ("アップル", "Apple"),
        ] {
            #expect(directory.canonical(name) == canonical)
        }
        for row in table.split(separator: "\n") where !row.hasPrefix("#") && !row.hasPrefix("canonical") {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(cells.count == 5 && cells[3] == "koe" && cells[4] == "Apache-2.0")
        }
    }

    @Test func namesAreOneInWhateverFormOfUnicode() {
        let brands = BrandDirectory([BrandName("ガスト"), BrandName("Café Nord")])
        #expect(brands.canonical("カ\u{3099}スト") == "ガスト" && brands.canonical("Cafe\u{301} nord") == "Café Nord")
        #expect(brands.only(in: "昨日カ\u{3099}ストで待った") == "ガスト")
    }
}
