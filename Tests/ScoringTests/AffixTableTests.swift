import Feedback
import Testing

@testable import Scoring

struct AffixTableTests {
    static let japanese: [(String, Verdict)] = [
        ("使いやすい。", .praise),
        ("とても使いやすいです。", .praise),
        ("持ちやすい形です。", .praise),
        ("読みやすい文字です。", .praise),
        ("見やすい画面です。", .praise),
        ("歩きやすい靴です。", .praise),
        ("話しやすい人でした。", .praise),
        ("説明が分かりやすい。", .praise),
        ("わかりやすかったです。", .praise),
        ("相談しやすい雰囲気でした。", .praise),
        ("食べやすい大きさです。", .praise),
        ("飲みやすい味でした。", .praise),
        ("着やすいシャツです。", .praise),
        ("洗いやすい鍋です。", .praise),
        ("過ごしやすい部屋でした。", .praise),
        ("操作しやすいアプリです。", .praise),
        ("片付けやすい。", .praise),
        ("予約しやすいサイトです。", .praise),
        ("運びやすくて便利。", .praise),
        ("入りやすいお店です。", .praise),
        ("使いにくい。", .blame),
        ("使いづらい。", .blame),
        ("見にくい画面です。", .blame),
        ("読みにくい説明書。", .blame),
        ("分かりにくい。", .blame),
        ("わかりづらい案内でした。", .blame),
        ("歩きにくい靴です。", .blame),
        ("食べにくい。", .blame),
        ("持ちにくい形です。", .blame),
        ("操作しにくいリモコンです。", .blame),
        ("聞き取りにくい声でした。", .blame),
        ("押しにくいボタンです。", .blame),
        ("話しかけづらい雰囲気です。", .blame),
        ("予約しづらい。", .blame),
        ("開けにくい箱です。", .blame),
        ("洗いにくい水筒です。", .blame),
        ("飲みにくい薬です。", .blame),
        ("理解しがたい対応です。", .blame),
        ("信じがたい接客でした。", .blame),
        ("許しがたい行為です。", .blame),
        ("壊れやすい。", .blame),
        ("汚れやすい素材です。", .blame),
        ("割れやすいので困ります。", .blame),
        ("傷つきやすい。", .blame),
        ("滑りやすい床です。", .blame),
        ("破れやすい袋でした。", .blame),
        ("値段が高すぎる。", .blame),
        ("待ち時間が長すぎます。", .blame),
        ("音がうるさすぎる。", .blame),
        ("部屋が狭すぎました。", .blame),
        ("味が濃すぎる。", .blame),
        ("辛すぎて食べられない。", .blame),
        ("対応が遅すぎます。", .blame),
        ("小さすぎて使えない。", .blame),
        ("重すぎる。", .blame),
        ("雑すぎる梱包でした。", .blame),
        ("壊れにくい。", .notBlame),
        ("汚れにくい素材です。", .notBlame),
        ("割れにくい皿です。", .notBlame),
        ("滑りにくい靴底です。", .notBlame),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .japanese)), "\(text)")
    }
}
