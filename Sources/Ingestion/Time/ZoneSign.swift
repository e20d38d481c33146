import Feedback

/// Tells words that speak of a zone where it is not known which.
enum ZoneSign {
    /// Whether a text in the header of a time speaks of a zone.
    static func isOne(_ text: String) -> Bool {
        let folded = EdgeSpace.trimmed(WidthFolding.string(text))
        if isAmbiguous(folded) || zoneWords.contains(where: folded.contains) { return true }
        if isAbbreviation(text)
            || text.split(separator: "/").count == 2 && text.split(separator: "/").allSatisfy(isAbbreviation)
        {
            return true
        }
        let isOfPlace = places.contains(where: folded.contains)
        if folded.hasSuffix("時間") || folded.hasSuffix(" time") { return isOfPlace }
        return folded == "local" || areas.contains { folded.hasPrefix($0 + "/") }
    }

    /// Whether an abbreviation is that of several zones.
    static func isAmbiguous(_ text: String) -> Bool { several[WidthFolding.string(text)] != nil }

    /// The zones that a text may mean, for people; empty where none is known.
    static func candidates(_ text: String) -> [String] { several[WidthFolding.string(text)] ?? [] }

    /// The zone of a name of its winter and its summer, as `PST/PDT`.
    static func ofTwoHalves(_ folded: String) -> String? {
        let parts = folded.split { "/・,|&".contains($0) }.map { EdgeSpace.trimmed(String($0)) }
        return parts.count == 2 ? halves[parts.sorted().joined(separator: "/")] : nil
    }

    /// `WIB`, `ICT`: capital letters, the last of them that of "time".
    private static func isAbbreviation(_ text: some StringProtocol) -> Bool {
        let letters = EdgeSpace.trimmed(String(text))
        return (3...5).contains(letters.utf8.count) && letters.utf8.allSatisfy { (0x41...0x5A).contains($0) }
            && letters.hasSuffix("T") && !words.contains(letters)
    }

    private static let words: Set<String> = [
        "TEXT", "LIST", "TEST", "POST", "LAST", "FIRST", "START", "INPUT", "INT", "COUNT",
    ]
    private static let zoneWords = [
        "標準時", "夏時間", "standard time", "daylight time", "summer time", "timezone", "time zone", "タイムゾーン",
    ]
    private static let places = [
        "現地", "太平洋", "東部", "西部", "中部", "山岳", "山地", "米国", "北米", "アメリカ", "カナダ", "西海岸", "東海岸", "英国", "欧州",
        "ヨーロッパ", "イギリス", "ドイツ", "フランス", "中国", "韓国", "台湾", "香港", "インド", "豪州", "オーストラリア", "タイ", "ハワイ", "グリニッジ",
        "世界", "協定", "local", "server", "system", "account", "store", "shop", "workspace", "pacific", "eastern",
        "western", "central", "mountain", "atlantic", "alaska", "hawaii", "indian", "india", "china", "japan", "korea",
        "singapore", "british", "european", "europe", "australia", "gulf", "moscow", "america", "canada", "israel",
        "irish", "arabia", "brasilia", "zealand",
    ]
    private static let areas = [
        "africa", "america", "antarctica", "arctic", "asia", "atlantic", "australia", "europe", "indian", "pacific",
        "us",
        "canada", "etc",
    ]
    /// Abbreviations that several zones share.
    private static let several: [String: [String]] = [
        "ist": ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"], "cst": ["America/Chicago", "Asia/Shanghai"],
        "bst": ["Europe/London", "Asia/Dhaka"], "ast": ["America/Halifax", "Asia/Riyadh"],
        "gst": ["Asia/Dubai", "Atlantic/South_Georgia"], "sst": ["Asia/Singapore", "Pacific/Pago_Pago"],
        "amt": ["America/Manaus", "Asia/Yerevan"], "pyt": ["America/Asuncion", "Asia/Pyongyang"],
    ]
    /// Zones by the abbreviations of their winter and summer, in the order of the alphabet.
    private static let halves: [String: String] = [
        "pdt/pst": "America/Los_Angeles", "mdt/mst": "America/Denver", "cdt/cst": "America/Chicago",
        "edt/est": "America/New_York", "adt/ast": "America/Halifax", "akdt/akst": "America/Anchorage",
        "bst/gmt": "Europe/London", "cest/cet": "Europe/Paris", "eest/eet": "Europe/Athens",
        "west/wet": "Europe/Lisbon", "aedt/aest": "Australia/Sydney", "nzdt/nzst": "Pacific/Auckland",
    ]
}
