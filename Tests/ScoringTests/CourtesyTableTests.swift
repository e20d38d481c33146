import Feedback
import Testing

@testable import Scoring

struct CourtesyTableTests {
    static let english: [(String, Verdict)] = [
        ("Thank you in advance for your reply.", .notPraise),
        ("Thanks in advance.", .notPraise),
        ("Thanking you in advance for looking into this.", .notPraise),
        ("Kindly send me the invoice.", .notPraise),
        ("Kindly cancel my account.", .notPraise),
        ("Kindly stop calling me.", .notPraise),
        ("Kindly look into the matter.", .notPraise),
        ("Please advise.", .notPraise),
        ("Please advise on the next steps.", .notPraise),
        ("Please let me know when it ships.", .notPraise),
        ("Please find attached the receipt.", .notPraise),
        ("Please see the photo below.", .notPraise),
        ("Please contact me at the number above.", .notPraise),
        ("Your prompt attention would be appreciated.", .notPraise),
        ("Looking forward to your reply.", .notPraise),
        ("Best regards, Anna", .notPraise),
        ("Kind regards, Tom", .notPraise),
        ("Warm regards", .notPraise),
        ("With best wishes, Peter", .notPraise),
        ("Sincerely, J. Brown", .notPraise),
        ("Yours sincerely", .notPraise),
        ("Yours faithfully", .notPraise),
        ("Hi there, hope you are well.", .notPraise),
        ("Hope this finds you well.", .notPraise),
        ("I hope you are doing well.", .notPraise),
        ("Good morning, I have a question about my bill.", .notPraise),
        ("Good afternoon team.", .notPraise),
        ("Good evening, my booking number is 221.", .notPraise),
        ("Hello, dear support team.", .notPraise),
        ("Dear customer service,", .notPraise),
        ("To whom it may concern", .notPraise),
        ("Have a nice day.", .notPraise),
        ("Have a great weekend.", .notPraise),
        ("Can you DM me please, thanks.", .notPraise),
        ("Where is my bag? Thanks.", .notPraise),
        ("Please help me, my account is locked.", .notPraise),
        ("Any help would be appreciated.", .notPraise),
        ("Feel free to call me.", .notPraise),
        ("Please be so kind as to forward this.", .notPraise),
        ("Thank you for your attention to this matter.", .notPraise),
    ]

    @Test(arguments: english)
    func textsAreRead(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .english)), "\(text)")
    }

    static let japanese: [(String, Verdict)] = [
        ("いつも大変お世話になっております。", .notPraise),
        ("お世話になります。佐藤と申します。", .notPraise),
        ("平素より大変お世話になっております。", .notPraise),
        ("恐れ入りますが、ご返信ください。", .notPraise),
        ("恐れ入りますが、領収書を送ってください。", .notPraise),
        ("誠に恐れ入りますが、電話番号を教えてください。", .notPraise),
        ("お手数ですが、ご対応をお願いします。", .notPraise),
        ("お手数をおかけしますが、よろしくお願いいたします。", .notPraise),
        ("お手数おかけしますが、住所の変更をお願いします。", .notPraise),
        ("どうぞよろしくお願いいたします。", .notPraise),
        ("よろしくお願いします。", .notPraise),
        ("宜しくお願い致します。", .notPraise),
        ("ご確認のほどよろしくお願い申し上げます。", .notPraise),
        ("ご回答いただければ幸いです。", .notPraise),
        ("お忙しいところ申し訳ありませんが、ご確認ください。", .notPraise),
        ("お忙しい中恐縮ですが、ご回答をお願いします。", .notPraise),
        ("突然のご連絡失礼いたします。", .notPraise),
        ("夜分に失礼いたします。", .notPraise),
        ("はじめまして、田中と申します。", .notPraise),
        ("おはようございます。注文の件です。", .notPraise),
        ("こんにちは。予約番号は12です。", .notPraise),
        ("こんばんは、質問があります。", .notPraise),
        ("お疲れさまです。", .notPraise),
        ("ご査収ください。", .notPraise),
        ("ご返信をお待ちしております。", .notPraise),
        ("お返事お待ちしています。", .notPraise),
        ("以上、よろしくお願いいたします。", .notPraise),
        ("ご教示ください。", .notPraise),
        ("ご教示いただけますでしょうか。", .notPraise),
        ("何卒よろしくお願い申し上げます。", .notPraise),
        ("取り急ぎご連絡まで。", .notPraise),
        ("取り急ぎお知らせいたします。", .notPraise),
        ("拝啓", .notPraise),
        ("敬具", .notPraise),
        ("引き続きよろしくお願いいたします。", .notPraise),
        ("今後ともよろしくお願いいたします。", .notPraise),
        ("今後ともどうぞよろしくお願いします。", .notPraise),
        ("ご多忙のところ恐れ入ります。", .notPraise),
        ("差し支えなければお名前を教えてください。", .notPraise),
        ("お手すきの際にご確認ください。", .notPraise),
        ("よろしくです。", .notPraise),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .japanese)), "\(text)")
    }
}
