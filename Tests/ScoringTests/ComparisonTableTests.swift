import Feedback
import Testing

@testable import Scoring

struct ComparisonTableTests {
    static let english: [(String, Verdict)] = [
        ("Better than my old one.", .praise),
        ("This is much better than the last version.", .praise),
        ("Far better than the competition.", .praise),
        ("So much better than expected.", .praise),
        ("Works better than I thought it would.", .praise),
        ("The battery lasts longer than before.", .praise),
        ("It is faster than my old laptop.", .praise),
        ("Cheaper than other shops and just as good.", .praise),
        ("Quieter than the previous model.", .praise),
        ("The food was better than ever.", .praise),
        ("Nicer than it looks in the photos.", .praise),
        ("More comfortable than any hotel we stayed in.", .praise),
        ("The staff are friendlier than at other banks.", .praise),
        ("It is easier to use than the old app.", .praise),
        ("Best support of all the companies I have dealt with.", .praise),
        ("It exceeded my expectations.", .praise),
        ("The new screen is brighter and better.", .praise),
        ("A big improvement over the old one.", .praise),
        ("Superior to all the others.", .praise),
        ("Worse than before.", .blame),
        ("The new app is worse than the old one.", .blame),
        ("Much worse than expected.", .blame),
        ("I have seen better.", .blame),
        ("It used to be better.", .blame),
        ("I expected better.", .blame),
        ("I've had better coffee at a petrol station.", .blame),
        ("You can get better elsewhere.", .blame),
        ("Slower than the old one.", .blame),
        ("It is more expensive than elsewhere.", .blame),
        ("Not as good as before.", .blame),
        ("Not as good as the old model.", .blame),
        ("It isn't as comfortable as it looks.", .blame),
        ("The worst of all the airlines.", .blame),
        ("I have never had worse service.", .blame),
        ("Never had a worse meal.", .blame),
        ("No better than the cheap ones.", .blame),
        ("It gets worse every year.", .blame),
        ("Way better than the cheap ones.", .praise),
        ("Better quality than I expected.", .praise),
        ("The new menu is worse.", .blame),
        ("Even worse than last year.", .blame),
        ("It got worse after the update.", .blame),
        ("Worse service than ever.", .blame),
    ]

    @Test(arguments: english)
    func textsAreRead(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .english)), "\(text)")
    }

    static let japanese: [(String, Verdict)] = [
        ("前の機種より良い。", .praise),
        ("以前より良くなった。", .praise),
        ("他社より安い。", .praise),
        ("前より使いやすい。", .praise),
        ("思ったより良かった。", .praise),
        ("想像以上に美味しかった。", .praise),
        ("期待以上でした。", .praise),
        ("期待以上の出来です。", .praise),
        ("予想より早く届いた。", .praise),
        ("予定より早く届きました。", .praise),
        ("他の店より親切です。", .praise),
        ("今までで一番美味しい。", .praise),
        ("どこよりも親切な店です。", .praise),
        ("写真より実物の方がきれい。", .praise),
        ("前のモデルより静かです。", .praise),
        ("以前より対応が早くなった。", .praise),
        ("他より断然使いやすい。", .praise),
        ("思っていたより広くて快適でした。", .praise),
        ("値段以上の価値がある。", .praise),
        ("旧モデルより軽くて便利です。", .praise),
        ("口コミより良い宿でした。", .praise),
        ("前より悪くなった。", .blame),
        ("以前より使いにくい。", .blame),
        ("思ったより悪い。", .blame),
        ("期待以下でした。", .blame),
        ("想像以下の味。", .blame),
        ("前より遅くなった。", .blame),
        ("以前より品質が落ちた。", .blame),
        ("他社より高い。", .blame),
        ("期待したほど良くない。", .blame),
        ("思ったほど美味しくない。", .blame),
        ("写真ほどきれいではなかった。", .blame),
        ("前ほど使いやすくない。", .blame),
        ("今までで一番ひどい対応。", .blame),
        ("過去最悪の接客でした。", .blame),
        ("これより悪い店は知らない。", .blame),
        ("値段ほどの価値はない。", .blame),
        ("前より良い。", .praise),
        ("思った以上に便利でした。", .praise),
        ("想像していたより快適でした。", .praise),
        ("他の宿より清潔です。", .praise),
        ("前よりうるさい。", .blame),
        ("以前より不便になった。", .blame),
        ("思ったより汚かった。", .blame),
        ("他の店より不親切です。", .blame),
        ("去年より悪い。", .blame),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .japanese)), "\(text)")
    }
}
