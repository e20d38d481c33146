/// The forms in which a person's name stands in a salutation.
package enum NameForms {
    /// Words in front of an honorific, or behind a greeting, that are nobody's name.
    private static let nobody: Set<String> = [
        "お客", "客", "皆", "皆々", "みな", "みんな", "王", "女王", "神", "奥", "お嬢", "嬢", "たく", "お子", "子",
        "お父", "お母", "父", "母", "お兄", "お姉", "兄", "姉", "店員", "社員", "店長", "社長", "担当者", "業者", "同", "仕",
        "模", "多", "異", "有", "彼", "諸", "各", "何", "どちら", "どなた", "誰",
        "all", "team", "everyone", "everybody", "there", "sir", "sirs", "madam", "customer", "customers", "support",
        "folks", "guys", "friend", "friends", "you", "staff", "the", "to", "for", "a", "service", "and",
    ]

    static func isNobody(_ folded: String) -> Bool { nobody.contains(folded) }

    /// Small ASCII letters, and one kind of space, as SQLite's `lower` folds.
    static func folded(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value) + 0x20)
                    case 0x3000: " "
                    default: scalar
                    }
                }
            )
        )
    }

    /// The whole name, folded, without the mark in front of a handle.
    static func whole(_ name: String) -> String { String(folded(name).drop { $0 == "@" }) }

    private static let surnameLengths = 2...3

    /// Whether it may be the surname at the beginning of a Japanese name without a space.
    package static func isSurname(_ word: String) -> Bool { surnameLengths.contains(word.count) && isHan(word) }

    private static func isHan(_ name: String) -> Bool { name.unicodeScalars.allSatisfy { NameScript($0) == .han } }

    /// The whole name, its parts, and of a Japanese name without a space the surname of two or three characters.
    package static func forms(of name: String) -> Set<String> {
        let whole = whole(name)
        var forms = Set([whole] + whole.split(separator: " ").map(String.init).filter { $0.count > 1 })
        if isHan(whole) {
            for length in surnameLengths where whole.count > length { forms.insert(String(whole.prefix(length))) }
        }
        return forms.filter { form in !form.split(separator: " ").allSatisfy { isNobody(String($0)) } }
    }
}
