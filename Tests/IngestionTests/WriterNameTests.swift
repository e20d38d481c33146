import Feedback
import Testing

@testable import Ingestion

/// Whose words a column holds, by its name.
struct WriterNameTests {
    /// A short word of the customer beside a long one of the desk.
    private func imported(_ customers: String, _ desk: String) throws -> [Feedback.Comment] {
        let csv = """
            日付,\(customers),\(desk),評価
            2026-02-01,味が良い,ご来店いただき誠にありがとうございます。またのお越しをお待ちしております。,5
            2026-02-02,遅い,ご不便をおかけして申し訳ございません。人を増やして対応してまいります。,2
            2026-02-03,寒かった,空調を直しました。ご指摘をいただきまして本当にありがとうございました。,3
            2026-02-04,遅い,順にご案内する仕組みを改めましたので、ぜひもう一度お試しください。,2
            """
        return try Importing.all(csv).comments
    }

    private let customersWords = ["味が良い", "遅い", "寒かった", "遅い"]

    @Test(arguments: [
        "お客様の声", "クチコミ本文", "投稿内容", "お問い合わせ", "申出内容", "苦情内容", "Customer Feedback", "Complaint", "Customer voice",
        "Customer comment", "コメント",
    ]) func theCustomersHeaderWinsHoweverShortItsCells(name: String) throws {
        let comments = try imported(name, "店長コメント")
        #expect(comments.map(\.text) == customersWords)
        #expect(comments.allSatisfy { $0.brand == nil && $0.replyText == nil })
    }

    @Test(arguments: [
        "店長からの回答", "スタッフ返信", "オーナーからの返信", "事務局回答", "運営からの回答", "当店からの返信", "社員回答", "管理者返信", "メーカー回答", "サポート回答",
        "弊社回答", "当社回答", "会社回答", "店舗からの回答", "ショップからの返信", "ブランド回答", "店舗スタッフからの回答", "お客様への回答", "Manager response",
        "Staff reply", "Store Response", "Support answer", "Owner reply", "Management response", "Business Response",
        "Vendor reply", "Company Response", "Brand Response", "Hotel Response", "Seller answer", "Agent response",
        "Developer response", "Response from the owner", "Response", "Answer", "回答", "対応内容",
    ]) func anAnswerOfTheDeskIsTheReply(name: String) throws {
        for customers in ["お客様の声", "Customer Feedback", "コメント"] {
            let comments = try imported(customers, name)
            #expect(comments.map(\.text) == customersWords)
            #expect(comments.first?.replyText == "ご来店いただき誠にありがとうございます。またのお越しをお待ちしております。")
            #expect(comments.allSatisfy { $0.brand == nil })
        }
    }

    @Test(arguments: [
        "店長コメント", "スタッフコメント", "オーナーコメント", "事務局コメント", "店長より", "店舗より", "ショップコメント", "会社コメント", "店舗コメント", "処理内容",
        "対応結果", "対応コメント", "Manager comment", "Staff comments", "Store note", "Hotel comment", "Agent notes",
        "Resolution", "Action taken",
    ]) func aRemarkOfTheDeskIsLeftAside(name: String) throws {
        let comments = try imported("投稿内容", name)
        #expect(comments.map(\.text) == customersWords)
        #expect(comments.allSatisfy { $0.brand == nil && $0.replyText == nil })
    }

    @Test(arguments: [
        "How was the staff's response?", "スタッフの対応はいかがでしたか", "店舗への要望", "ブランドの好きなところ",
        "What do you dislike about our brand?",
        "スタッフの対応", "店舗へのメッセージ", "会社の好きなところ", "Room comments", "商品コメント", "Response time", "Staff", "店長", "回答者",
        "Storey answer",
        "Hostel comment", "The answer of the staff was slow and I want you to know",
    ]) func otherNamesAreNotTheDesks(name: String) {
        #expect(WriterName.desk(name) == nil)
    }

    @Test(arguments: [
        "How was the staff's response?", "スタッフの対応はいかがでしたか", "店舗への要望", "ブランドの好きなところ",
        "What do you dislike about our brand?",
    ]) func whatACustomerIsAskedIsTheText(name: String) throws {
        let csv = """
            日付,\(name),評価
            2026-02-01,笑顔で迎えてくれて安心しました。,5
            2026-02-02,電話がつながらず三十分待ちました。,2
            2026-02-03,They never called me back at all.,3
            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.text).last == "They never called me back at all.")
        #expect(comments.allSatisfy { $0.brand == nil && $0.replyText == nil })
    }

    /// Without another column of sentences a comment named by a place is on that place.
    @Test(arguments: ["Hotel comments", "店舗コメント", "Response", "Answer"])
    func aLoneColumnIsTheCustomers(name: String) throws {
        let csv =
            "date,\(name),rating\n2026-02-01,The room was cold at night.,2\n2026-02-02,The bed was good to us.,5\n"
        #expect(
            try Importing.all(csv).comments.map(\.text) == ["The room was cold at night.", "The bed was good to us."]
        )
    }

    @Test func theWordsOfTheDeskAloneAreNoText() throws {
        let csv = "date,店長コメント,評価\n2026-02-01,ご来店をお待ちしております。,2\n2026-02-02,ありがとうございました。,5\n"
        #expect(try Importing.all(csv).comments.allSatisfy { $0.text.isEmpty })
    }

    @Test func aResponseBesideAQuestionIsTheDesks() throws {
        let csv = """
            date,What did you think of it?,Response
            2026-02-01,It was warm in the night.,Thank you for your kind words.
            2026-02-02,It did not fit me at all.,We are sorry for this.
            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.text) == ["It was warm in the night.", "It did not fit me at all."])
        #expect(comments.map(\.replyText) == ["Thank you for your kind words.", "We are sorry for this."])
    }
}
