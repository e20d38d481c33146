/// A set of phrases looked for in folded text.
///
/// A phrase that begins or ends with a Latin letter matches whole words only, unless it ends in `*`.
struct CuePhrases: Sendable {
    struct Phrase: Sendable {
        let letters: [UInt32]
        /// Whether the phrase may go on with further letters.
        let isOpen: Bool
    }

    let list: [Phrase]
    private let table: PhraseTable<Bool>

    /// - Parameter list: phrases separated by `|`, in lower case.
    init(_ list: String) {
        self.list = list.split(separator: "|").map { entry in
            let isOpen = entry.hasSuffix("*")
            return Phrase(letters: FoldedText(String(isOpen ? entry.dropLast() : entry)).scalars, isOpen: isOpen)
        }
        table = PhraseTable(self.list.map { ($0.letters, $0.isOpen) })
    }

    func isFound(in text: FoldedText) -> Bool { count(in: text, limit: 1) > 0 }

    /// Number of places where a phrase stands, at most `limit`.
    func count(in text: FoldedText, limit: Int) -> Int {
        let scalars = text.scalars
        var found = 0
        var position = 0
        while position < scalars.count, found < limit {
            var length = 0
            if table.mayBegin(with: scalars[position]), Self.isBeginning(position, of: scalars) {
                length = longestMatch(in: scalars, at: position)
            }
            found += length > 0 ? 1 : 0
            position += max(1, length)
        }
        return found
    }

    private func longestMatch(in scalars: [UInt32], at position: Int) -> Int {
        var longest = 0
        table.forEach(in: scalars, at: position) { length, isOpen in
            if isOpen || Self.isEnd(position + length, of: scalars) { longest = max(longest, length) }
        }
        return longest
    }

    /// Whether no word goes on at a place.
    static func isBeginning(_ position: Int, of scalars: [UInt32]) -> Bool {
        position == 0 || !ScalarClass.isLatin(scalars[position]) || !ScalarClass.isLatin(scalars[position - 1])
    }

    /// Whether no word goes on from before a place.
    static func isEnd(_ end: Int, of scalars: [UInt32]) -> Bool {
        end >= scalars.count || !ScalarClass.isLatin(scalars[end - 1]) || !ScalarClass.isLatin(scalars[end])
    }
}

/// The phrases by which the linker knows what a text speaks of.
enum Cues {
    /// A look back at something long past.
    static let lookingBack = CuePhrases(
        """
        年前|年ぶり|ヶ月前|か月前|カ月前|その後の|その後です|当時|あの件|あの時|あのとき|あれから|以前|昔|続報|後日談|結末|顛末|忘れられ|覚えてい|数年|年経|年たっ|年が経|年後|振り返|思い返|今さら\
        |いまさら|years ago|year ago|years later|a year later|back then|still remember|never forgot*|follow-up|follow up\
        |at the time|long ago|what followed|how it ended|last year|years on|years since|months ago|remember when\
        |looking back|look back|in hindsight|has been years|have passed|ever since
        """
    )
    /// The same trouble once more.
    static let reopening = CuePhrases(
        """
        また|再発|再度|再び|もう一度|直ったと思|いまだ|未だ|ぶり返|再燃|二度目|2度目|元に戻|元通り|同じ症状|改善され|直って|again|reopen*|is back|came back\
        |comes back|still not|once more|second time|returned|recurr*|another time|anew|square one|resurfaced\
        |started over|not fixed|since the repair|same fault|same problem
        """
    )
    /// Somebody speaks for the customer.
    static let onBehalf = CuePhrases(
        """
        代わりに|代理|代筆|代行して|に代わ|に頼まれ|家族の者|家族です|の家族|身内|主人|旦那|夫の|夫が|夫に|妻|家内|女房|嫁|父|母|息子|娘|孫|祖父|祖母|兄の|兄が|姉|弟の|弟が|妹|叔父|叔母|伯父\
        |伯母|おじい|おばあ|じいちゃん|ばあちゃん|おやじ|親父|おふくろ|両親|実家の|親の|親が|甥|姪|いとこ|同僚|上司|部下|on behalf of|on his behalf|on her behalf\
        |on their behalf|writing for|posting for|asking for my|cannot type|doesn't do internet|for my husband|for my wife|my husband*|my wife*\
        |my mother*|my father*|my mum*|my mom*|my dad*|my son*|my daughter*|my brother*|my sister*|my gran*|my nan*\
        |my grand*|my uncle*|my aunt*|my nephew*|my niece*|my cousin*|my partner*|my fiance*|my parents*|my colleague*\
        |my boss*|my stepmother*|my stepfather*|my in-laws*|our mother*|our father*|his wife|her husband
        """
    )
    /// A number is spoken of that is not the writer's.
    static let quoting = CuePhrases(
        """
        友人|知人|知り合い|友達|他の人|ほかの人|別の人|前の人|誰の|だれの|どなたの|の人の|番号の人|の方の番号|例えば|たとえば|例として|みたいな番号|のような番号|別の番号|間違いメール|間違って届|誤送信|スクショ|スクリーンショット\
        |画像に|写っ|ネットで見|ネットに出|掲示板で|a friend*|friend's|my friend|neighbour's|neighbor's|somebody|someone|someone's|whose\
        |other person|another person|another customer|another number|other customer*|not my number|not mine|isn't mine|for example|such as|e.g.|screenshot*\
        |before me|a number like|numbers like|saw online|that person
        """
    )
    /// Something else than before.
    static let fresh = CuePhrases(
        """
        今度は|別の件|別件|別の話|新しく買|新たに買|初めての連絡|初めて連絡|前のとは|前回とは別|関係ない|関係ありません|a different matter|different issue|different problem\
        |something else|another matter|another issue|unrelated|nothing to do with|new thing|new problem|separate matter|separate issue
        """
    )
    /// The company speaks.
    static let desk = CuePhrases(
        """
        申し訳ございません|申し訳ありません|申し訳なく|ご迷惑をおかけ|ご不便をおかけ|お詫び申し上げ|お詫びいたし|弊社|当社|お問い合わせいただき|お問合せいただき|お知らせいただき|ご連絡いただき|ご指摘いただき|ご連絡差し上げ|ご連絡申し上げ\
        |確認いたします|確認いたしま|お調べし|お調べいたし|発送いたし|手配いたし|交換させていただ|対応させていただ|返金させていただ|ご返金|担当部署|担当者より|お世話になっております|お待ちください|we apologise\
        |we apologize|our apologies|accept our apolog*|apologies for|so sorry about this|sorry for the inconvenience|sorry to hear about|our team|we are looking into|are looking into\
        |we're looking into|thank you for letting us|thanks for letting us|thank you for contacting|thank you for reaching|thanks for reaching|please dm\
        |please contact us|please send us|we will get back|we'll get back|we have shipped|we've shipped|leaves today|is being checked|will be in touch|reference number is
        """
    )
    /// How companies treat people, which readers of a case speak of.
    static let handling = CuePhrases(
        """
        応対|社内|人柄|原因|店舗|学ば|見習|参考に|勉強に|記事|読みました|シェア|何よりです|手紙|続報|お気の毒|気の毒|大変でし|大変です|大変だ|災難|ひどい|酷い|ひど過ぎ|ひどすぎ|対応|サポート|返金|返品|交換|修理|弁償|補償|会社|企業|メーカー|お店|店員|窓口|電話|苦情|クレーム|相談|お客様|解決|その後|誠意|謝|怖い|怖っ|心配\
        |support|customer*|company|compan*|service|refund*|replace*|complain*|compensat*|return*|send it back|send that|sort it|sort out|sorted|fix*|they|them|their|poor you\
        |awful|terrible|shocking|unacceptable|sorry you|sorry to hear|happened|what a|how did it end|good luck|wince*|hope it
        """
    )
    /// Another customer says that the same befell them.
    static let sameBefell = CuePhrases(
        """
        私も同じ|私も同様|わたしも同じ|僕も同じ|俺も同じ|うちも同じ|我が家も同じ|自分も同じ|私も似た|うちも似た|同じ経験|同じ目に|同じような経験|同様の経験|同じ体験|同じことがあ|同じ事があ|同じことが起\
        |同じ被害|同じケース|同じようなケース|同様のケース|似たような|似た経験|似たこと|私の場合|わたしの場合|僕の場合|自分の場合|うちの場合|私のときは|私の時は|うちでも|当方でも|私のも|うちのも\
        |同じトラブル|同じような目|同じ思い|私にも|わたしにも|僕にも|私も以前|私も先日|私も昨年|私も去年|私も被害|自分も先|自分も以前|うちもです|私もです|私もやられ|やられました|わたしもやられ\
        |他人事とは思え|同じ会社で|同じ店で|同じメーカー|same firm|same company|same shop|same store|人ごととは思え|same thing happened*|happened to me|happened to us|happened to mine|same here\
        |same thing with|same experience|similar experience|same story|same treatment|me too|me as well|mine|ours\
        |in my case|had the same|have the same|had a similar|got the same|had exactly|i also|i too|we also|we too\
        |went through|been there|been through|you are not alone|you're not alone|not the only one|same boat\
        |similar thing|similar story|my experience|can relate|likewise
        """
    )
    /// Words of likeness; beside a word for oneself they tell of a like incident.
    static let likeness = CuePhrases(
        """
        同じような|同じく|同じこと|同じ事|同じもの|同じ状態|同様の|同様に|まったく一緒|全く一緒|まったく同じ|全く同じ|そっくり|似たよう|似ている|the same|same thing|same problem\
        |same issue|same way|similar|exactly that|exactly this|identical|just like|as well|too
        """
    )
    /// Words of a person who tells of themselves.
    static let firstPerson = CuePhrases(
        """
        私|わたし|僕|俺|うちは|うちの|うちで|うちも|我が家|わが家|自分|当方|当店|弊社|こちらは|こちらが|こちらも|i|i'm|i've|i'd|i'll|we|we've|we'd|my|mine|me\
        |our|ours|us|myself
        """
    )
    /// A time of one's own: reports of an incident say when it was.
    static let ownTime = CuePhrases(
        """
        先週|先月|先日|昨日|今朝|昨夜|去年|昨年|一昨年|今年|半年|数か月|数ヶ月|月に|週間|か月|ヶ月|日前|年前|last week|last month|last year|last spring\
        |last summer|last autumn|last winter|weeks|months|days|yesterday|this morning|ago|in january|in february\
        |in march|in april|in june|in july|in august|in september|in october|in november|in december|in 20*
        """
    )
    /// It went otherwise for the writer.
    static let contrast = CuePhrases(
        """
        逆に|反対に|違って|違いま|とは違|のときは|の時は|一方|lucky you|not my experience|the opposite|opposite|unlike|wish i|ended up\
        |not in my|different for
        """
    )
    /// Words of incidents and of their handling.
    static let incident = CuePhrases(
        """
        壊れ|割れ|破れ|破損|傷が|傷だらけ|漏れ|カビ|虫が|腐っ|酸っぱ|異物|異音|異臭|煙が|焦げ|溶け|取り消|取消|キャンセル|変更にな|二重|引かれ|引き落と|間違|足りな|欠け|入っていま|出てきま|動かな\
        |つかな|充電が|つながら|繋がら|止まり|止まっ|切られ|怒鳴|無視|放置|たらい回|門前払い|あしらわれ|知らんぷり|音沙汰|泣き寝入り|待たさ|待って|遅れ|遅延|遅く|届か|届きませ|来ませ|来ない|返事\
        |回答|返信|返金|返品|交換|修理|有償|自腹|払い|払わ|倍額|謝罪|認めませ|認めてくれ|かかりま|かかった|されまし|された|られまし|られた|言われ|ひど|最悪|被害|トラブル|不具合|故障|不良|混入\
        |エラー|請求|断られ|だめでし|ダメでし|leak*|broke*|crack*|torn|scratch*|mould*|mold*|sour|rotten|smell*|smok*|noise|burn*\
        |melt*|cancel*|billed|charged|overcharg*|invoice|twice|wrong|missing|late|delay*|lost|stolen|dead|died|fail*\
        |stopp*|stuck|error|defect*|fault*|damag*|refus*|denied|ignor*|hung up|cut off|on hold|rude|shout*|waited\
        |waiting|pay|paid|refund*|replacement|repair*|compensat*|voucher|money back|no reply|no answer|no help\
        |zero help|nothing else|unanswered|never arrived|never came|never wrote|never called|never replied|nobody\
        |worse|told me|made me|blam*|complain*|left us|left standing|apolog*|returned|problem|trouble
        """
    )
    /// Words of readers who remark on what another person wrote.
    static let reader = CuePhrases(
        """
        ですね|ますね|でしたね|んでしょう|でしょうね|でしょうか|のでしょう|どうなりま|どうなった|気になり|参考に|勉強に|読ませて|読みました|記事|ブログ|応援|お気の毒|お疲れ|羨まし|うらやまし|続きが|続報|気をつけ|気を付け|注意しよう\
        |と思いました|何よりです|さすが|見習|シェア|すごい|素晴らし|すばらし|what a|did they|do they|have they|how did|which store|which shop\
        |what happened|then what|great write*|nice write*|write-up|thanks for sharing|thank you for sharing\
        |sharing this|good to hear|glad|sorry to hear|hope you|hope they|hope the|interesting|nice post|great post\
        |good read|reading this|your story|your post|you|your|keep us posted|good for|surprised they|learned|learnt\
        |impressed|be careful|watch out|kudos|well done|wow|deserve*|should behave
        """
    )
    /// Words that go on with something the writer has told before.
    static let continuing = CuePhrases(
        """
        先日の件|先日の|続きです|その後、|追記|続報|報告です|進展|本日|今朝|昨日|いかがでしょうか|どうなっていま|連絡がありました|連絡が来|返事が来|届きました\
        |もう一度電話|もう一度連絡|まだ返事|まだ連絡|手紙が|ハガキが|訂正され|返金され|交換され|update|updating|my earlier|my previous|my last\
        |as i wrote|as i said|i mentioned|following up|any news on my|any progress|any update|called again|wrote back|wrote again\
        |got a call|got a letter|called me|i have received|i received|i got|still waiting|this morning|today|yesterday|still nothing
        """
    )
}
