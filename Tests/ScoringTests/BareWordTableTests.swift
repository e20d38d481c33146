import Feedback
import Testing

@testable import Scoring

struct BareWordTableTests {
    static let english: [(String, Verdict)] = [
        ("refund", .neutral),
        ("Refund status", .neutral),
        ("A question about the refund policy.", .neutral),
        ("This is about my refund for order 18.", .neutral),
        ("I asked about a refund on Monday.", .neutral),
        ("apology", .neutral),
        ("reply", .neutral),
        ("the reply from the office", .neutral),
        ("I read your reply.", .neutral),
        ("exchange", .neutral),
        ("exchange of a shirt", .neutral),
        ("repair", .neutral),
        ("The repair form is attached.", .neutral),
        ("replacement", .neutral),
        ("replacement part number 7", .neutral),
        ("warranty", .neutral),
        ("compensation", .neutral),
        ("explanation", .neutral),
        ("the reason for the charge", .neutral),
        ("cause", .neutral),
        ("customer service", .neutral),
        ("customer support number", .neutral),
        ("support ticket 991", .neutral),
        ("I spoke with support on Tuesday.", .neutral),
        ("call centre", .neutral),
        ("I called the hotline.", .neutral),
        ("phone call", .neutral),
        ("chat", .neutral),
        ("I sent an email.", .neutral),
        ("manager", .neutral),
        ("The manager came to the table.", .neutral),
        ("staff", .neutral),
        ("a member of staff", .neutral),
        ("agent", .neutral),
        ("contact form", .neutral),
        ("response time", .neutral),
        ("two bags", .neutral),
        ("We checked three bags.", .neutral),
        ("the refund form", .neutral),
        ("a replacement", .neutral),
        ("spare part", .neutral),
        ("phone support hours", .neutral),
    ]

    @Test(arguments: english)
    func textsAreRead(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .english)), "\(text)")
    }

    static let japanese: [(String, Verdict)] = [
        ("返金", .neutral),
        ("返金について", .neutral),
        ("返金の件です。", .neutral),
        ("返金の手続きについて質問です。", .neutral),
        ("払い戻し", .neutral),
        ("払い戻しの期限はいつですか。", .neutral),
        ("原因", .neutral),
        ("原因について", .neutral),
        ("理由", .neutral),
        ("説明", .neutral),
        ("説明書", .neutral),
        ("説明会は三時からです。", .neutral),
        ("謝罪", .neutral),
        ("返信", .neutral),
        ("返信を書きました。", .neutral),
        ("返事", .neutral),
        ("連絡", .neutral),
        ("連絡先", .neutral),
        ("連絡先を登録しました。", .neutral),
        ("回答", .neutral),
        ("問い合わせ", .neutral),
        ("問い合わせ番号は30です。", .neutral),
        ("電話", .neutral),
        ("電話番号", .neutral),
        ("窓口", .neutral),
        ("窓口は二階です。", .neutral),
        ("担当者", .neutral),
        ("担当者は鈴木さんです。", .neutral),
        ("店員", .neutral),
        ("店員は三人でした。", .neutral),
        ("スタッフ", .neutral),
        ("サポート", .neutral),
        ("サポートに電話しました。", .neutral),
        ("対応", .neutral),
        ("対応機種", .neutral),
        ("交換", .neutral),
        ("交換部品", .neutral),
        ("修理", .neutral),
        ("修理に出しました。", .neutral),
        ("保証", .neutral),
        ("保証書", .neutral),
        ("補償", .neutral),
        ("責任者", .neutral),
        ("キャンセル", .neutral),
        ("キャンセルの期限は明日です。", .neutral),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .japanese)), "\(text)")
    }
}
