/// Old and rare forms of kanji that occur in names, and the form used for comparing.
enum KanjiVariant {
    /// The common form of a kanji, or the scalar itself.
    static func modern(_ value: UInt32) -> UInt32 {
        guard value >= 0x4E00, mayBeOld[Int(value & 0xFFF)] else { return value }
        return table[value] ?? value
    }

    /// By the low bits of a kanji, for most are none of the table.
    private static let mayBeOld: [Bool] = {
        var marks = [Bool](repeating: false, count: 1 << 12)
        for old in table.keys { marks[Int(old & 0xFFF)] = true }
        return marks
    }()

    private static let table: [UInt32: UInt32] = {
        let pairs = """
            齋斎 齊斎 斉斎 邊辺 邉辺 髙高 﨑崎 嵜崎 濱浜 櫻桜 澤沢 廣広 國国 嶋島 嶌島 瀧滝 惠恵 眞真 榮栄 圓円 \
            龍竜 條条 槇槙 曾曽 壽寿 德徳 豐豊 淺浅 實実 應応 學学 會会 藏蔵 冨富 峯峰 舘館 兒児 莊荘 彌弥 靜静 \
            禮礼 縣県 總総 關関 澁渋 劍剣 劔剣 橫横 黑黒 增増 鹽塩 步歩 戶戸 栁柳 桺柳 檜桧 柗松 枩松 穐秋 舩船 \
            渕淵 蘆芦 𠮷吉 萬万 與与 來来 顯顕 灣湾 瀨瀬 藝芸 敎教 强強 彥彦 將将 數数 權権 歷歴 氣気 淸清 濟済 \
            禪禅 稻稲 聰聡 臺台 衞衛 覺覚 讓譲 辯弁 遙遥 鄕郷 鐵鉄 靑青 顏顔 麥麦 黃黄 龜亀 嶽岳 巖巌 曉暁 濵浜 \
            槗橋 𣘺橋 杦杉 冝宜 昻昂 曻昇 緖緒 賴頼
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
