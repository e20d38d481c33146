import Feedback
import Testing

@testable import Scoring

struct FormalProseTableTests {
    static let english: [(String, Verdict)] = [
        ("The annual meeting takes place on 4 March in Berlin.", .neutral),
        ("Orders are shipped from the warehouse in Leeds.", .neutral),
        ("The contract runs for twelve months.", .neutral),
        ("The form has four pages.", .neutral),
        ("The office moved to the third floor in June.", .neutral),
        ("Please enter the serial number on page two.", .neutral),
        ("The device measures twenty by thirty centimetres.", .neutral),
        ("Invoices are sent by post at the end of the month.", .neutral),
        ("The train to Oxford departs from platform nine.", .neutral),
        ("Breakfast is served from seven to ten.", .neutral),
        ("The report covers the second quarter.", .neutral),
        ("Our company was founded in 1987.", .neutral),
        ("The board consists of nine members.", .neutral),
        ("The parcel weighs two kilograms.", .neutral),
        ("The store opens at nine and closes at six.", .neutral),
        ("I ordered two shirts in size M.", .neutral),
        ("We arrived on Thursday and left on Sunday.", .neutral),
        ("My customer number is 88121.", .neutral),
        ("The cable is two metres long.", .neutral),
        ("I paid by card on 12 May.", .neutral),
        ("The manual is available in four languages.", .neutral),
        ("Sales were 40 million euros, as in the previous year.", .neutral),
        ("The test was carried out in May with 200 persons.", .neutral),
        ("The app asks for an email address.", .neutral),
        ("The phone has two cameras and a headphone jack.", .neutral),
        ("The bus stops in front of the town hall.", .neutral),
        ("The lamp is made of wood and metal.", .neutral),
        ("I took the blue one.", .neutral),
        ("The course begins at eight o'clock.", .neutral),
        ("The bottle holds one litre.", .neutral),
        ("Delivery is by courier.", .neutral),
        ("Rooms are on the first and second floor.", .neutral),
        ("I bought this for my son.", .neutral),
        ("The machine has six buttons.", .neutral),
        ("The account was opened in 2019.", .neutral),
        ("A copy of the receipt is enclosed.", .neutral),
        ("The key is kept at reception.", .neutral),
        ("The headquarters are in Osaka.", .neutral),
        ("The seminar is held in room 204.", .neutral),
        ("Subscriptions are billed on the first day of each month.", .neutral),
        ("The museum is on the left bank of the river.", .neutral),
        ("The invoice number is printed at the top.", .neutral),
    ]

    @Test(arguments: english)
    func textsAreRead(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .english)), "\(text)")
    }

    static let japanese: [(String, Verdict)] = [
        ("定時株主総会は六月に東京で開かれます。", .neutral),
        ("商品は大阪の倉庫から発送されます。", .neutral),
        ("契約期間は十二か月です。", .neutral),
        ("申込書は四ページあります。", .neutral),
        ("事務所は三階に移転しました。", .neutral),
        ("製造番号は二ページ目に書いてあります。", .neutral),
        ("本体の幅は二十センチです。", .neutral),
        ("請求書は月末に郵送されます。", .neutral),
        ("列車は九番線から出発します。", .neutral),
        ("朝食は七時から十時までです。", .neutral),
        ("本報告書は第二四半期を対象としています。", .neutral),
        ("当社は1987年に設立されました。", .neutral),
        ("取締役会は九名で構成されています。", .neutral),
        ("店は九時に開きます。", .neutral),
        ("Mサイズのシャツを二枚注文しました。", .neutral),
        ("木曜日に着いて日曜日に帰りました。", .neutral),
        ("会員番号は88121です。", .neutral),
        ("ケーブルの長さは二メートルです。", .neutral),
        ("五月十二日にカードで支払いました。", .neutral),
        ("説明書は四か国語で書かれています。", .neutral),
        ("売上高は前年と同じ四十億円でした。", .neutral),
        ("調査は五月に二百人を対象に行われました。", .neutral),
        ("アプリでメールアドレスを入力します。", .neutral),
        ("カメラが二つ付いています。", .neutral),
        ("木と金属で作られています。", .neutral),
        ("青い方を買いました。", .neutral),
        ("会議は水曜日に変更されました。", .neutral),
        ("講座は八時に始まります。", .neutral),
        ("容量は一リットルです。", .neutral),
        ("宅配便で届きました。", .neutral),
        ("客室は一階と二階にあります。", .neutral),
        ("息子のために買いました。", .neutral),
        ("ボタンが六つあります。", .neutral),
        ("口座は2019年に開設しました。", .neutral),
        ("領収書の写しを同封します。", .neutral),
        ("鍵は受付にあります。", .neutral),
        ("手紙の日付は四月三日です。", .neutral),
        ("本社は大阪にあります。", .neutral),
        ("請求書は毎月末日に発行しております。", .neutral),
        ("会場は本館の二階にございます。", .neutral),
        ("当社の本店は名古屋市に所在します。", .neutral),
        ("商品の寸法は縦二十センチ、横三十センチです。", .neutral),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .japanese)), "\(text)")
    }
}
