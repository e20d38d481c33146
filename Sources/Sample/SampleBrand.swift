/// An invented brand and what happens to its handling over ten years.
struct SampleBrand: Sendable {
    /// Where customers meet the company, with the chance in a thousand that handling is good there.
    struct Channel: Sendable {
        let name: String
        let goodPerMille: Int
    }

    let name: String
    let japaneseName: String
    let items: [(english: String, japanese: String)]
    /// Names of the products that the items are, in their order; empty where customers name none.
    var products: [String] = []
    /// Versions of the brand's app, each with the month from 0 in which it came; empty without one.
    var versions: [(name: String, month: Int)] = []
    let channels: [Channel]
    /// Share of the first channel in thousandths, by the month from 0.
    let firstChannelPerMille: @Sendable (Int) -> Int
    /// What is added to the chance of good handling, in thousandths, by the month from 0.
    let shiftPerMille: @Sendable (Int) -> Int

    /// Months of the stream, from January 2016.
    static let months = 120
    /// First month after the planted step: September 2021.
    static let stepMonth = 68
    /// Months between which handling declines: January 2019 and December 2022.
    static let declineMonths = 36...83
    /// First month of the change of channels: January 2020.
    static let mixMonth = 48

    /// One brand with a step down, one with a slow decline, one with a season, one with a change of channels.
    static let all: [SampleBrand] = [
        SampleBrand(
            name: "Aozora Express",
            japaneseName: "アオゾラ便",
            items: [("parcel", "荷物"), ("delivery box", "宅配ボックス"), ("gift set", "ギフトセット")],
            versions: [
                ("1.0", 0), ("2.0", 16), ("3.0", 34), ("3.5", 52), ("4.0", stepMonth), ("4.1", 92),
            ],
            channels: [Channel(name: "phone", goodPerMille: 800), Channel(name: "mail", goodPerMille: 760)],
            firstChannelPerMille: { _ in 550 },
            shiftPerMille: { $0 >= stepMonth ? -260 : 0 }
        ),
        SampleBrand(
            name: "Kawasemi",
            japaneseName: "カワセミ",
            items: [("headset", "ヘッドセット"), ("speaker", "スピーカー"), ("earbuds", "イヤホン")],
            channels: [Channel(name: "chat", goodPerMille: 820), Channel(name: "mail", goodPerMille: 800)],
            firstChannelPerMille: { _ in 500 },
            shiftPerMille: { month in
                let past = min(max(0, month - declineMonths.lowerBound), declineMonths.count)
                return -300 * past / declineMonths.count
            }
        ),
        SampleBrand(
            name: "Minamo Electric",
            japaneseName: "ミナモ家電",
            items: [("air conditioner", "エアコン"), ("fan heater", "ファンヒーター"), ("rice cooker", "炊飯器")],
            products: ["MA-280", "MF-12", "MR-55"],
            channels: [Channel(name: "phone", goodPerMille: 740), Channel(name: "store", goodPerMille: 780)],
            firstChannelPerMille: { _ in 600 },
            shiftPerMille: { [60, 80, 90, 70, 20, -60, -160, -180, -60, 20, 40, 40][$0 % 12] }
        ),
        SampleBrand(
            name: "Yamabiko",
            japaneseName: "ヤマビコ",
            items: [("backpack", "リュック"), ("rain jacket", "レインジャケット"), ("tent", "テント")],
            channels: [Channel(name: "store", goodPerMille: 880), Channel(name: "social", goodPerMille: 560)],
            firstChannelPerMille: { $0 >= mixMonth ? 300 : 800 },
            shiftPerMille: { _ in 0 }
        ),
    ]
}
