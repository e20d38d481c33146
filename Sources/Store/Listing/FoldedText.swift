import Foundation
import GRDB

/// Texts as a search compares them: width, kana and case make no difference.
///
/// Compatibility composition (NFKC, https://www.unicode.org/reports/tr15/), small letters, hiragana as katakana:
/// `ｻﾎﾟｰﾄ`, `サポート` and `さぽーと` are one, and so are `１２３` and `123`, `ÉTÉ` and `été`.
package enum FoldedText {
    private static let hiragana: ClosedRange<UInt32> = 0x3041...0x3096
    private static let toKatakana: UInt32 = 0x60

    /// The text in the form in which it is compared.
    package static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        return foldedOneByOne(text) ?? foldedAsAWhole(text)
    }

    /// A text of nothing but ASCII, its full-width forms, kana and kanji, none of which changes what stands beside it;
    /// `nil` for others.
    static func foldedOneByOne(_ text: String) -> String? {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let folded = folded(scalar.value).flatMap(Unicode.Scalar.init) else { return nil }
            scalars.append(folded)
        }
        return String(scalars)
    }

    private static func folded(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x41...0x5A: scalar + 0x20
        case 0x00...0x7F, 0x3001...0x3002, 0x3005, 0x300C...0x300D, 0x30A1...0x30F6, 0x30FC, 0x4E00...0x9FFF: scalar
        case hiragana: scalar + toKatakana
        case 0x3000: 0x20
        case 0xFF01...0xFF5E: folded(scalar - 0xFEE0)
        default: nil
        }
    }

    static func foldedAsAWhole(_ text: String) -> String {
        // Foundation's own composition with compatibility leaves ﾎﾟ in two parts.
        let composed = text.decomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
        var scalars = String.UnicodeScalarView()
        for scalar in composed.lowercased().unicodeScalars {
            let isHiragana = hiragana.contains(scalar.value)
            scalars.append(isHiragana ? Unicode.Scalar(scalar.value + toKatakana) ?? scalar : scalar)
        }
        return String(scalars)
    }

    /// The SQL function `folded(text)`.
    static func add(to db: Database) {
        db.add(
            function: DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
                String.fromDatabaseValue(values[0]).map(folded)
            }
        )
    }
}
