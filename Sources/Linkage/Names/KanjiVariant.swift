/// Old and rare forms of kanji that occur in names, and the form used for comparing.
enum KanjiVariant {
    /// The common form of a kanji, or the scalar itself.
    static func modern(_ value: UInt32) -> UInt32 {
        guard value >= 0x4E00 else { return value }
        return table[value] ?? value
    }

    private static let table: [UInt32: UInt32] = {
        let pairs = """
            齋斎 齊斎 斉斎 邊辺 邉辺 髙高 﨑崎 嵜崎 濱浜 櫻桜 澤沢 廣広 國国 嶋島 嶌島 瀧滝 惠恵 眞真 榮栄 圓円 龍竜 條条 槇槙 \
            曾曽 壽寿 德徳 豐豊 淺浅 實実 應応 學学 會会 藏蔵 冨富 峯峰 舘館 兒児 莊荘 彌弥 靜静 禮礼 廣広 縣県 總総 繁繁
            """
        var table: [UInt32: UInt32] = [:]
        for pair in pairs.split(separator: " ") {
            let scalars = pair.unicodeScalars.map(\.value)
            guard scalars.count == 2 else { continue }
            table[scalars[0]] = scalars[1]
        }
        return table
    }()
}
