package import Foundation

/// Which comments of a source one person wrote, as far as the name beside them tells.
///
/// Names for nobody, such as 匿名 or "Anonymous", are no persons; the list of them is `placeholder-names.tsv`.
package struct PersonNames: Sendable {
    /// Titles that stand behind a Japanese name and are no part of it.
    private static let titles = ["さん", "さま", "様", "氏", "殿"]

    private let nobody: Set<String>
    /// Changes with the list.
    package let fingerprint: String

    /// - Throws: Foundation's errors when the list cannot be read.
    package init(lexicons: URL) throws {
        self.init(table: try Data(contentsOf: lexicons.appending(path: "placeholder-names.tsv")))
    }

    /// `table`: rows of names, with comments and a header.
    package init(table: Data) {
        let lines = String(decoding: table, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
        let names = lines.dropFirst().compactMap { $0.split(separator: "\t").first.map(String.init) }
        nobody = Set(names.flatMap { [Self.folded($0), Self.withoutTitle(Self.folded($0))] })
        fingerprint = String(Digest.hex(table).prefix(16))
    }

    /// Whether a name stands for nobody in particular.
    package func isNobody(_ name: String) -> Bool {
        let folded = Self.folded(name)
        return folded.isEmpty || nobody.contains(folded) || nobody.contains(Self.withoutTitle(folded))
    }

    /// One text for the spellings of one name: width, spaces and a title at its end are no difference.
    ///
    /// - Returns: `nil` for a name for nobody.
    package func person(_ name: String?) -> String? {
        guard let name, !isNobody(name) else { return nil }
        if Self.isPlain(name) { return name }
        return Self.withoutTitle(Self.spaced(name.precomposedStringWithCompatibilityMapping))
    }

    /// ASCII without a space at its ends or two in a row.
    private static func isPlain(_ name: String) -> Bool {
        name.utf8.allSatisfy { $0 < 0x80 && $0 >= 0x20 } && !name.hasPrefix(" ") && !name.hasSuffix(" ")
            && !name.contains("  ")
    }

    /// The name with one space between words of Latin letters, and none beside other letters.
    private static func spaced(_ name: String) -> String {
        name.split(whereSeparator: \.isWhitespace).reduce(into: "") { text, word in
            let isBetweenLatin = text.last?.isASCII == true && word.first?.isASCII == true
            text += (isBetweenLatin ? " " : "") + word
        }
    }

    private static func folded(_ name: String) -> String {
        if isJapanese(name) { return name }
        if name.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            return String(decoding: name.utf8.filter { $0 != 0x20 }.map(lowercased), as: UTF8.self)
        }
        return String(name.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace })
    }

    /// Whether a name is of kanji and kana alone that stand for themselves: folding leaves it as it is.
    private static func isJapanese(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x4E00...0x9FFF: true
            default: false
            }
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    private static func withoutTitle(_ name: String) -> String {
        for title in titles where name.hasSuffix(title) && name.count > title.count {
            return String(name.dropLast(title.count))
        }
        return name
    }
}
