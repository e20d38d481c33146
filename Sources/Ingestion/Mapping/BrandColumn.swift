/// Tells the columns that name brands, shops and makers from those that speak of them.
enum BrandColumn {
    /// Whether a name, folded, is one of brands: it ends in the word for them, and asks at most which it was.
    static func isNamed(_ name: String) -> Bool {
        let names = NameHint.names(EdgeSpace.trimmed(name))
        if names.contains(where: { isNoun(WidthFolding.key($0)) }) { return true }
        let parts = name.split(separator: ".").map { WidthFolding.key(String($0)) }
        return parts.count > 1 && members.contains(parts[parts.count - 1])
            && parts.dropLast().contains { nouns.contains($0) || things.contains($0) }
    }

    private static func isNoun(_ key: String) -> Bool {
        var rest = Substring(key)
        if let plea = pleas.first(where: key.hasSuffix) { rest = rest.dropLast(plea.count) }
        if let lead = leads.first(where: key.hasPrefix) {
            return nouns.contains { rest.dropFirst(lead.count).hasPrefix($0) }
        }
        return rest.count <= 24 && nouns.contains(where: rest.hasSuffix)
    }

    /// Whether the values could be names: few are sentences, and few are longer than a name.
    static func areNames(_ values: [String]) -> Bool {
        values.count(where: isSentence) * 2 <= values.count
    }

    private static func isSentence(_ value: String) -> Bool {
        if value.count > 60 || value.split(separator: " ").count > 6 { return true }
        if let last = value.last, "。！？!?".contains(last), value.count >= 8 { return true }
        if value.last == ".", value.split(separator: " ").count >= 4 { return true }
        return ["です", "ます", "でした", "ました", "ません", "ください"].contains { value.hasSuffix($0) }
    }

    /// Whether a name, as a column may be known by, is that of companies which may be those of the people who answered.
    static func isCompanyName(_ column: String) -> Bool {
        NameHint.names(column).contains { companies.contains(WidthFolding.key($0)) }
    }

    /// Whether a name is that of people by their own names, and not of what they call themselves on a site.
    static func isPersonsName(_ column: String) -> Bool {
        NameHint.names(column).contains { people.contains(WidthFolding.key($0)) }
    }

    private static let nouns = [
        "店舗", "店舗名", "ショップ", "ショップ名", "ブランド", "ブランド名", "会社", "会社名", "brand", "brandname", "storename", "shopname",
        "placename", "businessname", "airline", "airlinename", "hotel", "hotelname", "company", "companyname",
    ]
    /// What an object may be that has a name of its own.
    private static let things: Set<String> = ["app", "application", "store", "shop", "アプリ"]
    private static let members: Set<String> = ["name", "title", "label", "displayname", "名前", "名称"]
    private static let pleas = [
        "をお選びください", "をお選び下さい", "を選択してください", "を選んでください", "を教えてください", "をお教えください", "をご記入ください", "はどちらですか", "はどこですか",
    ]
    private static let leads = ["which"]
    private static let companies: Set<String> = ["会社名", "貴社名", "御社名", "企業名", "companyname"]
    private static let people: Set<String> = [
        "氏名", "ご氏名", "お名前", "名前", "担当者名", "ご担当者名", "連絡先名", "お客様名", "name", "fullname", "firstname", "lastname",
        "contactname", "contact", "customername", "yourname",
    ]
}
