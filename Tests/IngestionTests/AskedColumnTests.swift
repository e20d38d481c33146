import Feedback
import Testing

@testable import Ingestion

/// What one person answered to several questions.
struct AskedColumnTests {
    private func suggest(_ text: String) throws -> String {
        try MappingSuggester.suggest(file: "in.csv", chunks: InputChunks(bytes: Array(text.utf8)), zone: "Asia/Tokyo")
    }

    private let forms = """
        タイムスタンプ,お名前,ご利用店舗名を教えてください,総合満足度,スタッフの対応で良かった点を教えてください。,改善してほしい点があればお聞かせください。,その他ご意見
        2026/02/01 9:05:03,佐藤,新宿店でした,5,笑顔で迎えてくれて安心しました。,特になし,また利用します。
        2026/02/02 9:05:03,鈴木,渋谷店でした,2,なし,電話がつながらず三十分待ちました。,なし
        2026/02/03 9:05:03,高橋,品川店でした,3,説明が丁寧でした。,店内が寒かったです。,
        2026/02/04 9:05:03,田中,上野店でした,4,特にありません,特にない,N/A
        """

    @Test func theAnswersOfOnePersonAreOneText() throws {
        let comments = try Importing.all(forms).comments
        #expect(
            comments.map(\.text) == [
                "笑顔で迎えてくれて安心しました。\nまた利用します。", "電話がつながらず三十分待ちました。", "説明が丁寧でした。\n店内が寒かったです。", "",
            ]
        )
        #expect(comments.map(\.author) == ["佐藤", "鈴木", "高橋", "田中"])
        #expect(comments.map { $0.rating?.thousandths } == [5_000, 2_000, 3_000, 4_000])
    }

    @Test func theProposalShowsAllQuestions() throws {
        let yaml = try suggest(forms)
        let names = "[\"スタッフの対応で良かった点を教えてください。\", \"改善してほしい点があればお聞かせください。\", その他ご意見]"
        #expect(yaml.contains("text: {columns: \(names)}  # the answers to 3 questions"))
        #expect(yaml.contains("text=電話がつながらず三十分待ちました。"))
    }

    /// SurveyMonkey: the questions above, what kind of answer they take below.
    @Test func questionsOfSurveyMonkeyAreRead() throws {
        let csv = """
            Respondent ID,End Date,What did you like most about our service?,What could we do better?,How likely are you to recommend us?
            ,,Open-Ended Response,Open-Ended Response,Response
            101,02/13/2026 09:05:00 AM,The crew was kind to us.,Nothing,9
            102,02/14/2026 09:05:00 AM,None,Answer the phone within a day.,3
            103,02/15/2026 09:05:00 AM,Fast delivery of the goods.,Send an invoice by mail.,8
            """
        let comments = try Importing.all(csv).comments
        #expect(
            comments.map(\.text) == [
                "The crew was kind to us.", "Answer the phone within a day.",
                "Fast delivery of the goods.\nSend an invoice by mail.",
            ]
        )
    }

    @Test func questionsOfQualtricsAreReadByTheirLabels() throws {
        let csv = """
            StartDate,EndDate,ResponseId,RecordedDate,Q1,Q2,Q3
            Start Date,End Date,Response ID,Recorded Date,What did you like about the visit?,What could be better?,Where do you live now?
            "{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""recordedDate"",""timeZone"":""Asia/Tokyo""}","{""ImportId"":""QID1_TEXT""}","{""ImportId"":""QID2_TEXT""}","{""ImportId"":""QID3_TEXT""}"
            2026-02-01 09:00:00,2026-02-01 09:05:00,R_1,2026-02-01 09:05:01,The guide told us all we asked.,More seats in the hall please.,In a small town by the sea
            2026-02-02 09:00:00,2026-02-02 09:05:00,R_2,2026-02-02 09:05:01,The food was warm and good.,n/a,In a big city of the north
            """
        let comments = try Importing.all(csv).comments
        #expect(
            comments.map(\.text) == [
                "The guide told us all we asked.\nMore seats in the hall please.", "The food was warm and good.",
            ]
        )
    }

    @Test func questionsOfLimeSurveyAreRead() throws {
        let csv = """
            "id. Response ID","submitdate. Date submitted","lastpage. Last page","startlanguage. Start language","q1. 良かった点をお書きください。","q2. 改善してほしい点をお書きください。"
            "1","2026-02-01 09:05:00","2","ja","店員の案内が早かったです。","レジの列が長すぎます。"
            "2","2026-02-02 09:05:00","2","ja","品ぞろえが豊富でした。","なし"
            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.text) == ["店員の案内が早かったです。\nレジの列が長すぎます。", "品ぞろえが豊富でした。"])
    }

    /// What the desk wrote, what others made of a text, and choices that were ticked are no further answers.
    @Test(arguments: [
        "担当者コメント", "ご意見への回答", "対応内容", "改善内容", "ご意見（英訳）", "Agent comments", "Cleaned comment", "Translated feedback",
        "お住まいの住所を教えてください", "What type of store did you visit today?", "Which store did you visit last week?",
        "internal note",
    ])
    func otherColumnsAreNotJoined(name: String) throws {
        let csv = """
            番号,ご意見,\(name)
            1,電話がつながらず困りました。,今後は人員を増やして対応いたします。
            2,とても親切に教えてくれました。,お褒めの言葉をありがとうございます。
            3,返金が遅くて不安になりました。,ご迷惑をおかけし申し訳ございません。
            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.text) == ["電話がつながらず困りました。", "とても親切に教えてくれました。", "返金が遅くて不安になりました。"])
    }

    @Test func tickedChoicesAreNoAnswersInWords() throws {
        let ticks = ["価格の安さ, 品ぞろえの良さ", "品ぞろえの良さ", "価格の安さ", "価格の安さ, 店員の対応の良さ", "店員の対応の良さ, 品ぞろえの良さ", "価格の安さ"]
        let opinions = ["電話が遅い店でした。", "また来たいと思います。", "店内が寒かったです。", "説明が丁寧でした。", "駐車場が狭いです。", "返品に応じてくれました。"]
        let rows = zip(ticks, opinions).map { "2026/02/01 9:05:03,\"\($0)\",\($1)" }
        let csv = "タイムスタンプ,当店を選んだ理由は何ですか？,ご意見をお聞かせください。\n" + rows.joined(separator: "\n") + "\n"
        #expect(try Importing.all(csv).comments.map(\.text) == opinions)
    }

    /// Comments on each of several things, and questions under other usual names.
    @Test(arguments: [
        ("接客コメント", "料理コメント"), ("room_feedback", "food_feedback"), ("first_impression_text", "change_text"),
        ("コメント1", "コメント2"), ("満足した点", "お店へのメッセージ"), ("What did you like?", "Why?"),
        ("ご感想", "その他（ご自由にお書きください）"), ("Pros", "Cons"), ("Positive_Review", "Negative_Review"),
        ("良かった点", "お気づきの点"), ("評価の理由", "Q7.改善してほしい点"), ("スタッフの対応はいかがでしたか", "商品についてのご感想"),
        ("What did we do well?", "What could we do better?"), ("Likes", "Dislikes"), ("Liked", "Disliked"),
        ("Reason for score", "How can we improve?"), ("満足している点", "ご不満な点"), ("接客について", "商品について"),
        ("推奨する理由", "推奨しない理由"), ("良かったこと", "困ったこと"),
    ])
    func commentsOnSeveralThingsAreOneText(first: String, second: String) throws {
        let csv = """
            番号,\(first),\(second)
            1,とても親切に教えてくれました。,電話がつながらず困りました。
            2,Nobody answered the phone today.,特にありません
            3,N/A,They sent the wrong size again.
            """
        #expect(
            try Importing.all(csv).comments.map(\.text) == [
                "とても親切に教えてくれました。\n電話がつながらず困りました。", "Nobody answered the phone today.",
                "They sent the wrong size again.",
            ]
        )
    }

    @Test(arguments: [
        ("review_text", "cleaned_text"), ("text", "full_text"), ("お客様コメント", "店長コメント"), ("tweet_text", "quoted_text"),
        ("customer_comment", "agent_comment"),
    ])
    func whatOthersWroteIsNotJoined(first: String, second: String) throws {
        let csv = """
            番号,\(first),\(second)
            1,とても親切に教えてくれました。,教えていただいた方は大変親切。
            2,電話がつながらず困りました。,ご不便をおかけしました。
            """
        let texts = try Importing.all(csv).comments.map(\.text)
        #expect(texts.count == 2 && texts.allSatisfy { !$0.contains("\n") })
    }

    @Test func yesAndNoAreNoAnswersInWords() throws {
        let csv = """
            Timestamp,Was there a ramp at the stop?,What would you add to this stop?
            2026-02-01 09:05,Yes,A bench under a roof
            2026-02-02 09:05,No,A light that works at night
            2026-02-03 09:05,"No, only three high steps",A sign with the times
            2026-02-04 09:05,Yes,A bin for the waste of the day
            """
        let texts = try Importing.all(csv).comments.map(\.text)
        #expect(texts.first == "A bench under a roof" && texts.last == "A bin for the waste of the day")
    }

    @Test(arguments: ["特になし", "なし。", "N/A", "None", "No comment.", "特にありません"])
    func wordsForNothingAreNothing(text: String) {
        #expect(AskedColumn.isNothing(text))
    }

    @Test(arguments: ["なしで良い", "nothing works", "特に電話", "no answer from the desk", ""])
    func sentencesAreSomething(text: String) {
        #expect(!AskedColumn.isNothing(text))
    }
}
