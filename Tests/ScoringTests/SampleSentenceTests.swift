import Feedback
import Foundation
import Testing

@testable import Scoring

/// Every sentence that the sample is made of says what its row says, with every product in it.
struct SampleSentenceTests {
    struct Row: Sendable, CustomStringConvertible {
        let language: Language
        let kind: String
        let polarity: Int
        let sentence: String

        var description: String { "\(kind) \(polarity): \(sentence)" }
    }

    private static let items: [Language: [String]] = [
        .english: [
            "parcel", "delivery box", "gift set", "headset", "speaker", "earbuds", "air conditioner", "fan heater",
            "rice cooker", "backpack", "rain jacket", "tent",
        ],
        .japanese: [
            "荷物", "宅配ボックス", "ギフトセット", "ヘッドセット", "スピーカー", "イヤホン", "エアコン",
            "ファンヒーター", "炊飯器", "リュック", "レインジャケット", "テント",
        ],
    ]

    static let rows: [Row] = {
        let place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Reports/sample/phrases.tsv")
        // A file that cannot be read gives no row, which the first test sees.
        guard let table = try? String(contentsOf: place, encoding: .utf8) else { return [] }
        return table.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t").map(String.init)
            guard cells.count == 4, let language = Language(rawValue: cells[0]), let polarity = Int(cells[2]) else {
                return nil
            }
            return Row(language: language, kind: cells[1], polarity: polarity, sentence: cells[3])
        }
    }()

    @Test func bothLanguagesAreThere() {
        #expect(Self.rows.contains { $0.language == .english } && Self.rows.contains { $0.language == .japanese })
    }

    @Test(arguments: rows)
    func sentenceSaysWhatItsRowSays(row: Row) throws {
        let worker = try Shipped.worker()
        for item in Self.items[row.language] ?? [] {
            let text = row.sentence.replacing("{item}", with: item).replacing("{minutes}", with: "20")
            let score = worker.score(text, declaredLanguage: row.language)
            let facets = Set(score.facets.filter { $0.polarity != .bare }.map(\.facet.rawValue))
            let signals = Set(score.signals.map(\.signal.rawValue))
            #expect((score.valence ?? 0).signum() == row.polarity, "\(text)")
            #expect(score.facets.allSatisfy { $0.polarity == .bare || $0.polarity.rawValue == row.polarity }, "\(text)")
            switch row.kind {
            case "product", "opening": #expect(facets.isEmpty && signals.isEmpty, "\(text)")
            case _ where LoyaltySignal(rawValue: row.kind) != nil: #expect(signals == [row.kind], "\(text)")
            default: #expect(facets.contains(row.kind) && signals.isEmpty, "\(text)")
            }
        }
    }
}
