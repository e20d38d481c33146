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
