"""Words of the generator `other_hand.py`: people, brands, incidents and ways to speak, each in two halves.

A phrase of half 0 never stands in half 1, so that what was tuned on one half can be judged on the other.
"""

# surname: kanji, kana, romaji, old form of the kanji ("" where there is none)
SURNAMES = [row.split() for row in """
渡辺 わたなべ watanabe 渡邊|斎藤 さいとう saito 齋藤|高崎 たかさき takasaki 髙崎|浜口 はまぐち hamaguchi 濱口|沢田 さわだ sawada 澤田
広岡 ひろおか hirooka 廣岡|桜庭 さくらば sakuraba 櫻庭|国枝 くにえだ kunieda 國枝|滝本 たきもと takimoto 瀧本|辺見 へんみ henmi 邊見
関根 せきね sekine 關根|富樫 とがし togashi 冨樫|島村 しまむら shimamura 嶋村|柳 やなぎ yanagi -|尾形 おがた ogata -
穂積 ほづみ hozumi -|三宅 みやけ miyake -|宮下 みやした miyashita -|細川 ほそかわ hosokawa -|大橋 おおはし ohashi -
松永 まつなが matsunaga -|小泉 こいずみ koizumi -|北条 ほうじょう hojo -|矢野 やの yano -|秋山 あきやま akiyama -
本多 ほんだ honda -|久保 くぼ kubo -|五十嵐 いがらし igarashi -|長谷川 はせがわ hasegawa -|二宮 にのみや ninomiya -
平野 ひらの hirano -|岩崎 いわさき iwasaki -|川端 かわばた kawabata -|西尾 にしお nishio -|内藤 ないとう naito -
村上 むらかみ murakami -|石橋 いしばし ishibashi -|森 もり mori -|原 はら hara -|上原 うえはら uehara -
新井 あらい arai -|土屋 つちや tsuchiya -|丸山 まるやま maruyama -|今井 いまい imai -|菅野 かんの kanno -
千葉 ちば chiba -|大塚 おおつか otsuka -|古川 ふるかわ furukawa -|水野 みずの mizuno -|安藤 あんどう ando -
""".replace("\n", "|").split("|") if row]

# given name: kanji, kana, romaji
GIVEN = [row.split() for row in """
美咲 みさき misaki|拓也 たくや takuya|陽菜 ひな hina|健太 けんた kenta|由美子 ゆみこ yumiko|隆 たかし takashi|直樹 なおき naoki
裕子 ゆうこ yuko|翔太 しょうた shota|恵 めぐみ megumi|大輔 だいすけ daisuke|綾 あや aya|一郎 いちろう ichiro|節子 せつこ setsuko
誠 まこと makoto|千尋 ちひろ chihiro|悠斗 ゆうと yuto|浩二 こうじ koji|久美 くみ kumi|純 じゅん jun|正雄 まさお masao
和子 かずこ kazuko|幸一 こういち koichi|明日香 あすか asuka|修 おさむ osamu|真奈美 まなみ manami|光 ひかる hikaru|栄治 えいじ eiji
文子 ふみこ fumiko|達也 たつや tatsuya|奈緒 なお nao|康平 こうへい kohei|千代 ちよ chiyo|勇気 ゆうき yuki|亮 りょう ryo
麻衣 まい mai|信也 しんや shinya|涼子 りょうこ ryoko|俊介 しゅんすけ shunsuke|桃子 ももこ momoko
""".replace("\n", "|").split("|") if row]

EN_SURNAMES = """Abernathy Boswell Carmichael Delacroix Ellsworth Fitzgerald Galloway Hendricks Iverson Jankowski Kensington
Lindqvist McAllister Nakamura-Hill Okonkwo Pemberton Quigley Rasmussen Stavros Thackeray Underhill Vance Whitfield Yardley
Zimmerman Baptiste Crowther Donnelly Eriksen Farrow O'Leary Patel Singh Nguyen Kowalczyk Marchetti Haddad Osei Brandt Castellano""".split()

EN_GIVEN = [row.split() for row in """
William Bill|Katherine Kate|Robert Bob|Elizabeth Liz|Margaret Peggy|Richard Rick|Jennifer Jen|Michael Mike|Theodore Ted
Susan Sue|Anthony Tony|Patricia Trish|Charles Chuck|Deborah Debbie|Edward Eddie|Rebecca Becky|Thomas Tom|Victoria Vicky
Samuel Sam|Christine Chris|Alexander Alex|Joanna Jo|Benjamin Ben|Samantha Sammy|Gregory Greg|Matilda Tilly|Nicholas Nick
Jacqueline Jackie|Frederick Fred|Penelope Penny|Lawrence Larry|Abigail Abby
""".replace("\n", "|").split("|") if row]

# brand: (Japanese, English, case number, order number); 9 a digit, A a letter, Y the year
BRANDS = [
    ("カナデ", "Kanade", "KD-Y-99999", "503-9999999-99"),
    ("ソラノモバイル", "Sorano Mobile", "#9999999", "SM9A9A9A9"),
    ("ソラネモバイル", "Sorane Mobile", "#9999999", "SN9A9A9A9"),
    ("北斗通運", "Hokuto Logistics", "HK/99/99999", "9999-9999-9999"),
    ("マルモ", "Marumo", "第999999号", "MR.99.99999"),
    ("マルマ", "Maruma", "第999999号", "MA.99.99999"),
    ("フレイア", "Freya Home", "FH99999999", "A9A9A9A9A"),
    ("東雲トラベル", "Shinonome Travel", "Y9999-999", "STAAAAA99"),
    ("ベルカ", "Belka", "BLK_999999", "99999999"),
    ("オリガ珈琲", "Origa Coffee", "OC-99-9999-A", "OR9999999"),
    ("ユニコート", "Unicoat", "99999999", "UC-999999"),
    ("トコトコ便", "Tokotoko", "TT999-9999", "99-999-9999"),
    ("アルデ電機", "Alde Electric", "ALDY999999", "E9999999"),
    ("ミントリー", "Mintley", "9999999999", "MX-9999-99"),
]
# near twins among them, by place
TWINS = {1: 2, 2: 1, 4: 5, 5: 4}

UNLISTED = [
    lambda ja, en, lang: ("株式会社" + ja) if lang == "ja" else en + " Inc.",
    lambda ja, en, lang: (ja + "公式オンライン") if lang == "ja" else en + " Official Store",
    lambda ja, en, lang: (ja + "サポート") if lang == "ja" else en + " Support",
    lambda ja, en, lang: (ja + "（通販）") if lang == "ja" else "the " + en + " company",
    lambda ja, en, lang: (ja + " 渋谷店") if lang == "ja" else en + " UK",
    lambda ja, en, lang: en.upper() if lang == "ja" else en.lower().replace(" ", ""),
]

# product: (Japanese, English, other spellings Japanese, other spellings English, incidents of half 0, of half 1)
# incident: subject of the desk and two tellings by customers, Japanese then English
PRODUCTS = [
    ("電気ケトルK8", "Kettle K8", ["K8ケトル", "電気けとるＫ８", "ケトル"], ["K8 electric kettle", "kettle"], [
        (("ケトル底面からの水漏れ", "沸かすたびに底から水がにじんで台が濡れる", "底の継ぎ目から漏水して床まで濡れた"),
         ("Kettle leaking from base", "every time it boils water seeps out of the base", "the base leaks all over the counter")),
        (("ふたの破損", "ふたのヒンジが割れて閉まらない", "蓋が三日で折れてしまった"),
         ("Broken lid hinge", "the lid hinge snapped and it will not shut", "lid came off in my hand, hinge broken"))], [
        (("通電しない", "スイッチを入れてもランプがつかず通電しない", "台に置いても電源が入らない"),
         ("Unit does not power on", "switch it on and nothing, no power at all", "it sits there dead, will not power on")),
        (("焦げ臭い", "使うと焦げ臭いにおいがして怖い", "プラスチックの焦げたような臭いが消えない"),
         ("Burning smell in use", "there is a burning smell whenever I use it", "smells of burnt plastic, scary"))]),
    ("ギガ放題プラン", "Giga Plan", ["ギガ放題", "放題プラン", "ギガホ"], ["giga unlimited", "GigaPlan"], [
        (("二重請求", "今月分が二回引き落とされて二重請求になっている", "同じ料金を二重に取られた"),
         ("Charged twice for one month", "they charged me twice for the same month", "double charge on my card again")),
        (("速度制限の誤適用", "使い切っていないのに速度制限がかかった", "制限対象でもないのに速度が落とされた"),
         ("Throttled by mistake", "I was throttled though I had data left", "throttled to a crawl for no reason"))], [
        (("解約手続きの不備", "解約したはずなのに手続きが通っていなかった", "解約の手続きを三回やり直させられた"),
         ("Cancellation not processed", "I cancelled but the cancellation never went through", "my cancellation was lost, still billed")),
        (("圏外が続く", "引っ越してから家の中がずっと圏外", "リビングで圏外になり通話できない"),
         ("No signal at home", "no signal inside my flat since the move", "zero signal at home, cannot take calls"))]),
    ("宅配便", "Parcel Delivery", ["宅配", "お届け便"], ["parcel", "home delivery"], [
        (("荷物の誤配", "荷物が隣の棟に誤配されていた", "うちの荷物が知らない家に届けられた誤配"),
         ("Parcel delivered to wrong house", "my parcel went to the wrong house", "delivered to a wrong address two streets away")),
        (("箱つぶれ", "箱がつぶれて中の皿が割れていた", "角からつぶれた箱で届いた"),
         ("Box crushed in transit", "the box was crushed and the plates inside broke", "arrived crushed, corner caved in"))], [
        (("時間指定が守られない", "午前の時間指定なのに夜に来た", "時間指定を二度も無視された"),
         ("Missed time slot", "booked a morning slot and it came at night", "they missed the time slot twice")),
        (("不在票の誤り", "家にいたのに不在票だけ入っていた", "チャイムも鳴らさず不在票"),
         ("False missed-delivery card", "I was in but found a missed-delivery card", "a card in the door without ringing, I was in"))]),
    ("抹茶ビスケット", "Matcha Biscuits", ["抹茶ビス", "ビスケット抹茶味"], ["matcha cookies", "green tea biscuits"], [
        (("異物混入", "袋の中に毛のような異物が入っていた", "かじったら硬い異物が出てきた"),
         ("Foreign object in pack", "found a foreign object like a hair in the pack", "bit on something hard, a foreign object")),
        (("個包装の空袋", "十枚入りの一つが空袋だった", "空の個包装がまじっていた"),
         ("Empty wrapper in box", "one of the ten wrappers was empty", "opened an empty wrapper in the box"))], [
        (("賞味期限切れ", "届いた時点で賞味期限が切れていた", "期限切れの品が届いた"),
         ("Past best-before date", "it was past the best-before date when it came", "out of date on arrival, best before last month")),
        (("しけった", "開けたてなのにしけっていた", "全部しけってふにゃふにゃ"),
         ("Stale on opening", "stale the moment I opened it", "all soft and stale"))]),
    ("羽毛ふとん", "Down Duvet", ["羽毛布団", "ダウン布団"], ["duvet", "down comforter"], [
        (("羽毛の吹き出し", "縫い目から羽毛が吹き出してくる", "朝になると羽毛が部屋中に出ている"),
         ("Feathers escaping from seam", "feathers come out of the seam every night", "feathers all over the bedroom from a seam")),
        (("サイズ違い", "ダブルを頼んだのにシングルのサイズが届いた", "サイズが注文と違う"),
         ("Wrong size sent", "ordered a double and a single size came", "wrong size in the bag"))], [
        (("においが取れない", "獣のにおいが干しても取れない", "洗ってもにおいが残る"),
         ("Odour does not go", "an animal odour that airing will not shift", "the odour stays even after a wash")),
        (("生地の破れ", "一週間で生地が破れた", "生地が薄くて破れてきた"),
         ("Fabric torn", "the fabric tore within a week", "thin fabric, torn already"))]),
    ("週末温泉ツアー", "Weekend Onsen Tour", ["温泉ツアー", "週末ツアー"], ["onsen trip", "hot spring tour"], [
        (("宿の予約漏れ", "宿に着いたら予約が入っていなかった", "旅館で予約がないと言われた"),
         ("Inn booking missing", "at the inn they had no booking for us", "the booking was missing when we arrived")),
        (("取消料の誤り", "取消料を倍も取られた", "取消料の計算が案内と違う"),
         ("Wrong cancellation fee", "they took twice the cancellation fee", "the fee for cancelling was not what they said"))], [
        (("バスの遅延", "バスが二時間遅れて夕食を逃した", "バスが来ず駅前で待たされた"),
         ("Coach two hours late", "the coach was two hours late and we lost dinner", "coach never came, we stood at the station")),
        (("部屋の変更", "海側の部屋を勝手に変更された", "知らないうちに部屋が変更になっていた"),
         ("Room changed without notice", "our sea-view room was changed without notice", "they changed the room and told nobody"))]),
    ("豆セット", "Bean Set", ["コーヒー豆セット", "豆のセット"], ["coffee beans", "beans set"], [
        (("豆の取り違え", "深煎りのはずが浅煎りの豆が入っていた", "豆の種類を取り違えている"),
         ("Wrong roast packed", "dark roast on the label and light roast inside", "they packed the wrong roast")),
        (("定期便が停止", "定期便がいつのまにか停止されていた", "定期便が届かなくなった"),
         ("Subscription stopped", "my subscription stopped by itself", "the subscription just stopped coming"))], [
        (("袋の破れ", "袋が破れて豆が散らばっていた", "袋の角が破れていた"),
         ("Torn bag", "the bag was torn and beans everywhere", "bag torn at the corner")),
        (("ポイント未加算", "買ったのにポイントがつかない", "二か月たってもポイントが加算されない"),
         ("Points not credited", "no points for my purchase", "two months and the points are not credited"))]),
    ("レインコートR3", "Raincoat R3", ["Ｒ３レインコート", "雨合羽R3"], ["R3 rain jacket", "rain coat"], [
        (("ファスナー故障", "ファスナーが途中でかんで動かない", "ファスナーの引き手が取れた"),
         ("Zip jammed", "the zip jams half way", "zip pull came off")),
        (("色移り", "白いシャツに色移りした", "濡れたら色が移って服がだめになった"),
         ("Colour bled onto clothes", "the colour bled onto my white shirt", "dye bled when wet, shirt ruined"))], [
        (("防水しない", "一時間で中まで染みて防水になっていない", "肩から水が染みてくる"),
         ("Not waterproof", "soaked through in an hour, not waterproof", "water comes in at the shoulders")),
        (("縫製のほつれ", "袖の縫製がほつれてきた", "ほつれが袖口から広がる"),
         ("Stitching coming undone", "the stitching on the sleeve came undone", "sleeve stitching unravels"))]),
    ("洗濯機AW-70", "Washer AW-70", ["AW70", "全自動洗濯機ＡＷ７０"], ["AW70 washing machine", "washing machine"], [
        (("脱水時の異音", "脱水のときガラガラ異音がする", "脱水で飛行機みたいな音"),
         ("Loud noise when spinning", "a grinding noise on every spin", "spinning sounds like a plane")),
        (("排水エラー", "排水エラーで毎回止まる", "E4の排水エラーが消えない"),
         ("Drain error", "stops with a drain error each wash", "the drain error E4 will not clear"))], [
        (("設置時の床の傷", "設置のとき床に傷をつけられた", "作業員が床をえぐって帰った"),
         ("Floor scratched at installation", "the installers scratched our floor", "a gouge in the floor from the installers")),
        (("給水ホースの外れ", "給水ホースが外れて水浸し", "ホースが抜けて脱衣所が水浸しに"),
         ("Inlet hose came off", "the inlet hose came off and flooded us", "hose popped off, flood in the bathroom"))]),
    ("歯みがきミント", "Mint Toothpaste", ["ミント歯磨き", "ハミガキミント"], ["toothpaste mint", "minty paste"], [
        (("チューブの裂け", "チューブの横が裂けて中身が出た", "チューブが裂けてポーチの中が大惨事"),
         ("Tube split open", "the tube split along the side", "tube burst in my wash bag")),
        (("キャップの不良", "キャップが回しても閉まらない", "キャップのネジ山がない"),
         ("Cap does not close", "the cap turns and turns and never closes", "cap has no thread"))], [
        (("味の変化", "いつもと味が違って苦い", "味が変わって吐き出した"),
         ("Taste changed", "it tastes different, bitter", "the taste has changed, I spat it out")),
        (("肌荒れ", "使ったら口のまわりが荒れた", "口の端が赤く荒れて痛い"),
         ("Skin irritation", "my lips are irritated since I used it", "red irritation round the mouth"))]),
]

# ---- ways to speak: (half 0, half 1) of each language ----
OPEN = {"ja": (["聞いてください。", "困りました。", "これはないと思う。", "愚痴です。", "", ""],
               ["まいった。", "ちょっと書かせて。", "記録として残します。", "正直がっかり。", "", ""]),
        "en": (["So here we are.", "Not happy.", "A word of warning:", "Posting this because I am tired.", "", ""],
               ["Right then.", "Well, this is a first.", "For the record:", "Deep sigh.", "", ""])}
CLOSE = {"ja": (["返事を待っています。", "早めに何とかしてほしい。", "電話もつながらない。", "対応は丁寧だった。", "", ""],
                ["どうなることやら。", "担当の人は親切だったけど。", "まだ何も来ない。", "交換してくれるそうです。", "", ""]),
         "en": (["Still waiting to hear.", "The lady on the phone was kind at least.", "Please sort it.", "A refund is promised.", "", ""],
                ["No word since.", "They say a new one is on its way.", "Somebody pick this up, please.", "Polite chap, mind you.", "", ""])}
NUMBER = {"ja": (["控えの番号は{n}。", "問い合わせ番号 {n} の者です。", "（{n}）", "受付票に{n}とあります。"],
                 ["整理番号：{n}。", "{n}でお願いしている件です。", "管理No.{n} について。", "伝えられた番号、{n}。"]),
          "en": (["My reference is {n}.", "Case {n}.", "(your no. {n})", "They gave me {n} as a number."],
                 ["Quoting {n}.", "Ticket: {n}", "It is filed under {n}.", "re {n}:"])}
ORDER = {"ja": (["注文番号{n}。", "ご注文 {n} の品です。"], ["オーダー{n}。", "購入時の番号は{n}です。"]),
         "en": (["Order {n}.", "Bought as order no. {n}."], ["Purchase {n}.", "my order ({n})"])}
TAIL = {"ja": (["番号の下四桁は{n}。", "末尾{n}の件です。"], ["下4ケタ{n}です。", "最後が{n}の受付です。"]),
        "en": (["It ends in {n}.", "last four {n}."], ["the number finishing {n}.", "last 4 digits: {n}"])}
RELATION = {"ja": (["母", "父", "妻", "祖母", "義父"], ["夫", "娘", "息子", "祖父", "姉"]),
            "en": (["mother", "father", "wife", "gran", "father-in-law"], ["husband", "daughter", "son", "grandad", "sister"])}
BEHALF_NAMED = {"ja": (["{r}の{n}がお願いしている件で、代わりに書いています。", "{n}の家族です。{r}に代わってお尋ねします。"],
                       ["{r}（{n}）が買ったものです。本人は書けないので私が。", "{n}は私の{r}です。"]),
                "en": (["Writing for my {r}, {n}.", "{n} is my {r} and cannot type."],
                       ["On behalf of {n}, my {r}.", "My {r} ({n}) rang you about this."])}
BEHALF_PLAIN = {"ja": (["{r}が買ったものです。", "高齢の{r}に頼まれて書きます。"], ["{r}の代筆です。", "{r}がそちらに電話した件。"]),
                "en": (["It belongs to my {r}, who asked me to write.", "My {r} is too upset to post."],
                       ["My {r} rang you about it and I follow up for them.", "I look after my {r}'s things."])}
YEARS = {"ja": (["{y}年前の話になりますが、", "{Y}年にお世話になった件、", "あれから{y}年、"],
                ["もう{y}年たちますが、", "{Y}年のこと、まだ覚えています。", "以前のあの件、"]),
         "en": (["{y} years on from this:", "Back in {Y} you looked after me:", "I still remember {Y}:"],
                ["It must be {y} years now.", "Remember {Y}?", "About that old business of mine:"])}
YEARS_END = {"ja": (["あのとき直してもらって今も元気です。", "あの対応は忘れません。"], ["その後ずっと順調です。", "あれ以来の付き合いになりました。"]),
             "en": (["What you did then still holds.", "I never forgot how that was handled."],
                    ["It has been fine ever since.", "That is why I stayed."])}
AGAIN = {"ja": (["また同じところがやられました。", "直ったと思ったら再び。", "前回と同じ症状です。"],
                ["ぶり返しました。", "結局元どおり、だめ。", "二度目です。"]),
         "en": (["And it is back.", "Same fault again.", "The repair did not hold."],
                ["Here we go a second time.", "It has come back.", "Fixed? No."])}
FRESH = {"ja": (["今度は別の件。", "新しく買ったほうの話です。", ""], ["前のとは関係ないけど、", "こちらは初めての連絡です。", ""]),
         "en": (["A different matter this time.", "This is about something else I bought.", ""],
                ["Nothing to do with last time, but", "New thing, new trouble.", ""])}
ON_TOPIC = {"ja": (["{w}、大変でしたね。{p}うちも気をつけます。", "{n}さん、{p}の件その後どうなりました？", "{t}とはひどいですね。"],
                   ["{p}でそんなことが。{n}さんお気の毒です。", "その{p}、返金してもらえるといいですね。", "{w}の話、読んでぞっとしました。"]),
            "en": (["Poor you, {n}. Hope they replace the {p}.", "{t}? That is awful.", "Did they ever sort out your {p}?"],
                   ["{n}, I would send that {p} straight back.", "Reading about the {p} made me wince.", "{w}, really? Good luck."])}
OFF_TOPIC = {"ja": (["ところで週末の天気どうでしょうね。", "写真のアイコンかわいいですね。", "はじめまして、フォローしました！", "昨日の試合は熱かった。", "今日の夕飯はカレーです。"],
                    ["おはようございます、いい朝ですね。", "猫ちゃんのお名前は？", "ブログの模様替えされたんですね。", "桜もう咲きましたか。", "来月の同窓会、行きます？"]),
             "en": (["Lovely weather for the weekend.", "Nice profile picture!", "Did anyone watch the match?", "Happy birthday by the way.", "Curry for dinner here."],
                    ["Morning all, kettle songs and sunshine.", "What is your cat called?", "Love the new look of the blog.", "Are you going to the reunion?", "Off to the seaside tomorrow."])}
OWN_OTHER = {"ja": (["私の場合は{t}", "うちも先月、{t}", "同じ会社で、こちらは{t}"], ["わたしも{t}", "知り合いではなく自分のことですが、{t}", "うちでは{t}"]),
             "en": (["In my case {t}", "Mine last month: {t}", "Same firm here, {t}"], ["Me too, {t}", "Not hearsay, it happened to me: {t}", "Over here {t}"])}
STRANGER = {"ja": (["ネットで見た番号{n}の人、解決したのかな。", "知人の控えに{n}とあったけど、私のは別の番号。", "{n}って誰の番号？ こちらに間違いメールが来た。"],
                   ["前の人の受付が{n}、つまり自分はその次らしい。", "画像に{n}と写っていたけど消したほうがいいですよ。", "例として{n}みたいな番号が届くはずです。"]),
            "en": (["Saw somebody post {n}; did that person get an answer?", "A friend has {n}, mine is another number.", "Whose is {n}? You mailed me by mistake."],
                   ["The one before me was {n}, so I am next in line.", "Your screenshot shows {n}, better hide it.", "You will get a number such as {n}."])}
AGENT = {"ja": (["{n}様、ご迷惑をおかけしております。{w}について担当部署で確認いたします。", "{n}様 お知らせいただきありがとうございます。{p}を交換させていただきます。"],
                ["{n}様 この度は申し訳ございません。{p}の状況をお調べし、折り返しご連絡差し上げます。", "お世話になっております。{n}様の{p}、本日代品を発送いたしました。"]),
         "en": (["Dear {n}, we apologise and are looking into the {p}.", "Hello {n}, thank you for letting us know. A replacement {p} leaves today."],
                ["Hi {n}, so sorry about this. Our team will be in touch about your {p}.", "{n}, please accept our apologies; the {p} is being checked."])}
NOISE = {"ja": (["{b}の{p}、ふつうに便利です。", "{p}を買おうか迷い中。", "{b}の広告よく見る。", "値段なりかな。", "{p}の色違い出ないかな。"],
                ["{p}、かれこれ長く使っています。", "{b}の店員さん感じよかった。", "セールで{p}が安い。", "友達に{p}をもらった。", "可もなく不可もなく。"]),
         "en": (["The {p} from {b} does the job.", "Thinking of getting a {p}.", "{b} adverts everywhere.", "Fair for the price.", "Wish the {p} came in green."],
                ["Had the {p} for ages.", "Friendly people at the {b} shop.", "{p} on sale this week.", "A friend gave me a {p}.", "Neither here nor there."])}
SPAM = {"ja": (["毎日3万円 登録無料 http://x{k}.example", "副業するなら今！ DMへ {k}"], ["当選おめでとう {k} をクリック", "限定クーポン配布中 #{k}"]),
        "en": (["Earn $500 a day http://x{k}.example", "Cheap pills {k}"], ["You won! click {k}", "Crypto tips in bio #{k}"])}
STAFF = {"ja": ("お客様窓口 {b}", "{b}カスタマー担当"), "en": ("{b} Care Team", "{b} Helpdesk")}
SOURCES = ["blog_comment", "review", "tweet", "letter", "email", "phone_note"]
COMPANIES = {"ja": ["桐生工業", "ひばり商事", "青葉印刷", "三ツ星設備", "東海ネジ製作所", "わかば保育園"],
             "en": ["Halloran & Sons", "Brightwater Dental", "Oakfield Primary", "Northgate Print", "Tanner Roofing", "Lime Street Deli"]}
