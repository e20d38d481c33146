import Feedback
import Testing

@testable import Ingestion

/// Which columns are read without a mapping, and what a mapping proposes.
struct ProposalTests {
    private func suggest(_ text: String) throws -> String {
        try MappingSuggester.suggest(file: "in.csv", chunks: InputChunks(bytes: Array(text.utf8)), zone: "Asia/Tokyo")
    }

    @Test func aFlagIsNoText() throws {
        let tsv =
            "stars\tday\tremarks\tfeedback\n5\t3-Aug-24\tLights up the room, lovely\t1\n1\t4-Aug-24\tBroke in a week\t0\n"
        let batch = try Importing.all(tsv)
        #expect(batch.comments.map(\.text) == ["Lights up the room, lovely", "Broke in a week"])
        #expect(Importing.tokyo(batch.comments[0].postedAt) == "2024-08-03T00:00:00+09:00")
    }

    /// The writer's own stars are the rating, and neither a mark that somebody gave the text nor an average.
    @Test(arguments: [
        ("Overall Rating,Customer Rating,Customer Review,Sentiment\n4.9,5,all good and fast,Positive\n4.9,1,it broke at once,Negative\n4.8,3,neither good nor bad,Neutral\n"),
        ("Comment,Class,avg_rating,Rating Star\nall good and fast,positive,4.1,5\nit broke at once,negative,4.1,1\nneither good nor bad,neutral,4.1,3\n"),
    ])
    func theRatingIsTheWritersOwn(csv: String) throws {
        let batch = try Importing.all(csv)
        #expect(batch.comments.map { $0.rating?.thousandths } == [5_000, 1_000, 3_000])
        #expect(batch.comments.map { $0.rating?.scale } == Array(repeating: .fiveStars, count: 3))
    }

    @Test func whatAnAnnotatorSaysIsNoRating() throws {
        let batch = try Importing.all(
            "id,airline_sentiment,text\n1,negative,lost my bag\n2,positive,kind crew\n3,neutral,gate 4\n"
        )
        #expect(batch.comments.map(\.text) == ["lost my bag", "kind crew", "gate 4"])
        #expect(batch.comments.allSatisfy { $0.rating == nil })
    }

    /// A table of games is none of comments, however long the names in it are.
    @Test func namesAndListsAreNoText() {
        let csv =
            "name,release_date,publisher,genre\nSun Quest,1998-11-23,\"['Kiwado', 'Gradante']\",Action\nSoul of Fire,1999-09-08,Namiko Entertainment,Fighting\nMoon Racer,2001-02-03,Active Vision Blue,Racing\n"
        #expect(throws: IngestionError.self) { try Importing.all(csv, file: "games.csv", format: .csv) }
    }

    @Test func aSubjectIsTheTitleOfAComment() throws {
        let batch = try Importing.all("ticket_id,subject,description\n#7,Delivery,It never came to our house\n")
        #expect(batch.comments.map(\.title) == ["Delivery"] && batch.comments[0].caseNumber == "#7")
    }

    /// YAML takes no control characters and no U+FFFE (YAML 1.2.2, section 5.1), and its readers end lines at U+2028.
    @Test func oddCharactersAreWrittenAsYamlTakesThem() throws {
        let yaml = try suggest("text,no\u{1}te\u{FFFE}\nwords\u{2028}and\u{7} words of it,1\nmore words than one,2\n")
        #expect(yaml.contains(#""no\U00000001te\U0000fffe""#))
        #expect(yaml.contains("text=words and  words of it"))
        #expect(yaml.unicodeScalars.allSatisfy { $0 == "\n" || (0x20...0x7E).contains($0.value) })
    }

    @Test func roundedIdsAreNoIds() throws {
        let csv =
            "tweet_id,airline,text,tweet_created\n5.71E+17,Nord,lost my bag,20-02-2026 10.35\n5.71E+17,Nord,kind crew,21-02-2026 11.35\n"
        let batch = try Importing.all(csv)
        #expect(Set(batch.comments.map(\.externalID)).count == 2)
        #expect(batch.comments.map(\.brand) == ["Nord", "Nord"])
        #expect(Importing.tokyo(batch.comments[0].postedAt) == "2026-02-20T10:35:00+09:00")
        let yaml = try suggest(csv)
        #expect(yaml.contains("format: \"dd-MM-yyyy HH.mm\"") && yaml.contains("brand: airline"))
        #expect(!yaml.contains("  id: tweet_id"))
    }

    @Test(arguments: [
        (["満足", "やや満足", "どちらともいえない", "やや不満", "不満"], [5, 4, 3, 2, 1], 5),
        (["1.とても良い", "2.良い", "3.普通", "4.悪い"], [5, 4, 3, 2], 5),
        (["良い", "普通", "悪い"], [3, 2, 1], 3),
        (["Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"], [5, 4, 3, 2, 1], 5),
        (["excellent", "good", "fair", "poor"], [5, 4, 3, 2], 5),
    ])
    func wordsInAKnownOrderGetPoints(words: [String], points: [Int], high: Int) throws {
        let ladder = try #require(RatingWords.ladder(words))
        let found = Dictionary(uniqueKeysWithValues: ladder.points.map { ($0.word, $0.points) })
        if words[0].hasPrefix("1.") {
            // Four words fill a scale of four.
            #expect(ladder.high == 4 && words.map { found[$0] } == [4, 3, 2, 1])
        } else {
            #expect(ladder.high == high && words.map { found[$0] } == points.map { Optional($0) })
        }
    }

    @Test(arguments: [["red", "blue"], ["excellent", "great"], ["満足", "あか"]])
    func wordsWithoutAKnownOrderAreToDo(words: [String]) throws {
        #expect(RatingWords.ladder(words) == nil)
        let yaml = try suggest("comment,満足度\n" + words.map { "some words of text,\($0)\n" }.joined())
        #expect(yaml.contains("TODO") && !yaml.contains("\n  rating:"))
    }

    @Test func wordsOfPraiseAreARatingUnderAnyName() throws {
        let csv =
            "Store Name,Date of visit,Overall experience,Comment\nN,2026/02/01,Good,found my size fast\nS,2026/02/02,Bad,nobody at the desk\nN,2026/02/03,Average,it was fine\n"
        let batch = try Importing.all(csv)
        #expect(batch.comments.map { $0.rating?.thousandths } == [3_000, 1_000, 2_000])
        #expect(batch.comments.map(\.brand) == ["N", "S", "N"])
    }

    @Test func anEmptyColumnGetsNoPattern() throws {
        let yaml = try suggest(
            "id,posted_at,text,reply_at\n1,2026/01/02 10:00,slow to answer,\n2,2026/01/03 10:00,quick,\n"
        )
        #expect(yaml.contains("reply_at: reply_at"))
    }

    @Test func threeRowsOfHeaderAreRead() throws {
        let csv = """
            StartDate,RecordedDate,ResponseId,Finished,Q1,Q2
            Start,Recorded,Response ID,Finished,How satisfied were you?,Tell us why
            "{""ImportId"":""startDate"",""timeZone"":""UTC""}","{""ImportId"":""recordedDate"",""timeZone"":""UTC""}","{""ImportId"":""_recordId""}","{""ImportId"":""finished""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"
            2026-02-03 09:12:44,2026-02-03 09:15:03,R_1,True,5,They called back soon.
            2026-02-04 09:12:44,2026-02-04 09:15:03,R_2,False,,
            """
        let batch = try Importing.all(csv)
        #expect(batch.comments.map(\.externalID) == ["R_1"] && batch.skipped == [.noAnswer: 1])
        // The zone stands in the third row.
        #expect(Importing.tokyo(batch.comments[0].postedAt) == "2026-02-03T18:15:03+09:00")
        #expect(batch.comments[0].rating?.thousandths == 5_000)
    }

    @Test func choicesAreNoTextHoweverLong() throws {
        let choices = ["Yes, they should ask first, always", "No, everybody may do as they like"]
        let rows = (1...40).map { "\($0),\"\(choices[$0 % 2])\",4" }.joined(separator: "\n")
        let batch = try Importing.all("no,May people recline?,rating\n\(rows)\n")
        #expect(batch.comments.count == 40 && batch.comments.allSatisfy { $0.text.isEmpty })
    }

    @Test func aRatingThatIsRareWidensTheScale() throws {
        let rows = (1...1_500).map { "\($0),fine,\($0 > 600 && $0 % 7 == 0 ? 9 : 4)" }.joined(separator: "\n")
        let batch = try Importing.all("id,text,score\n\(rows)\n", rows: 2_000)
        #expect(batch.problems.isEmpty && batch.comments[0].rating?.scale == .zeroToTen)
    }

    @Test func picturesAreNoPagesAndPeopleHaveNumbers() throws {
        let csv = """
            SentenceID,consumer_id,image_url,body,bank
            7f3a9c1e-0001,c01a77,https://x.example/img/1.png,No answer for days,Kita
            7f3a9c1e-0002,c02b88,https://x.example/img/2.png,Quick and kind,Minami
            """
        let comments = try Importing.all(csv).comments
        #expect(
            comments.map(\.externalID) == ["7f3a9c1e-0001", "7f3a9c1e-0002"] && comments.allSatisfy { $0.url == nil }
        )
        #expect(comments.map(\.authorID) == ["c01a77", "c02b88"] && comments.map(\.brand) == ["Kita", "Minami"])
    }

    @Test func columnsOfJapaneseReviewSites() throws {
        let shops = """
            店名,投稿者,総合評価,口コミタイトル,口コミ,投稿日
            すし処きた,みお,★3.5,接客が残念,店員の対応が冷たかった。,2026年2月1日
            すし処みなみ,ゆう,-,予約の電話,電話がつながらなかった。,2026年2月5日
            """
        let comments = try Importing.all(shops).comments
        #expect(comments.map(\.brand) == ["すし処きた", "すし処みなみ"])
        #expect(comments.map(\.title) == ["接客が残念", "予約の電話"])
        #expect(comments.map { $0.rating?.thousandths } == [3_500, nil])
        let goods = """
            製品名,レビュー番号,ニックネーム,満足度,レビュー内容,投稿日時
            北電気 X100,100201,みお,5,三日で戻りました。,2026年2月1日 09:05
            北電気 X100,100203,ゆう,無評価,保証書がない場合は。,2026年2月3日 12:00
            """
        let reviews = try Importing.all(goods).comments
        #expect(reviews.map(\.externalID) == ["100201", "100203"])
        #expect(reviews.map { $0.rating?.thousandths } == [5_000, nil])
    }

    @Test func theIdOfAnAnswerWinsOverItsNumberInTheFile() throws {
        let csv = """
            No.,Response ID,Timestamp,Survey ID,Acme User ID,Notes,How likely are you to recommend us?,What should we improve?
            1,cm1abc001,2026-02-01 00:05:00,s1,u9,,9,Please answer the phone faster
            2,cm1abc002,2026-02-02 00:05:00,s1,u8,,2,Nobody replied to my mail for a week
            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.externalID) == ["cm1abc001", "cm1abc002"] && comments.map(\.authorID) == ["u9", "u8"])
        #expect(comments[0].text == "Please answer the phone faster" && comments[1].rating?.thousandths == 2_000)
    }

    @Test func formatsWhoseFieldsAreKnownAreShownAsTheyAreRead() throws {
        func suggestion(_ text: String) throws -> String {
            let chunks = InputChunks(bytes: Array(text.utf8))
            return try MappingSuggester.suggest(file: "a", chunks: chunks, zone: "Asia/Tokyo")
        }
        let mail = "From: Mio <m@mail.example>\nTo: desk@nord.example\nSubject: Refund\n\nStill waiting.\n"
        let yaml = try suggestion(mail)
        #expect(yaml.contains("format: mail\n") && yaml.contains("# own: ["))
        #expect(yaml.contains("author=Mio | title=Refund | text=Still waiting."))
        let blog =
            "AUTHOR: k\nTITLE: T\n-----\nBODY:\nx\n-----\nCOMMENT:\nAUTHOR: wren\nDATE: 01/31/2026 15:47:06\nHm\n-----\n"
        #expect(try suggestion(blog).contains("zone: Asia/Tokyo"))
    }

    /// Short answers show no sentences; the name of their column asks for them.
    @Test(arguments: [
        "フィードバックコメント", "お客様の声", "感想をお聞かせください", "その理由や、ご意見・ご要望がございましたら、お書きください。", "feedback_message",
        "What do you think?",
    ])
    func aColumnThatAsksForAnOpinionIsTheText(name: String) throws {
        let comments = try Importing.all("日付,\(name)\n2026/02/01,遅い\n2026/02/02,最高\n").comments
        #expect(comments.map(\.text) == ["遅い", "最高"])
    }

    @Test func aScoreBesideCountsOfAnswersIsNoRating() throws {
        let csv =
            "id,title,score,num_comments,body\na1,Parcel,3,9,It never came to our house\na2,Thanks,5,0,They called me at once\n"
        #expect(try Importing.all(csv).comments.allSatisfy { $0.rating == nil })
    }

    @Test func theOwnerOfACaseIsNotItsAuthor() throws {
        let csv =
            "CaseNumber,Description,Origin,SuppliedName,Owner.Name\n0001,I still wait for my refund.,Phone,Ann,Agent One\n0002,The driver was late again.,Web,Bob,Agent Two\n"
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.author) == ["Ann", "Bob"] && comments.map(\.channel) == ["Phone", "Web"])
    }

    @Test func anAnswerIsFromWhenItWasSentInTheZoneOfItsHeader() throws {
        let csv =
            "Start Date (UTC),Submit Date (UTC),Why?\n2026-02-01 09:00,2026-02-01 09:05,It was quick\n2026-02-02 09:00,2026-02-02 09:05,It was slow\n"
        let batch = try Importing.all(csv)
        #expect(Importing.tokyo(batch.comments[0].postedAt) == "2026-02-01T18:05:00+09:00")
        #expect(try suggest(csv).contains("posted_at: {column: \"Submit Date (UTC)\", zone: UTC}"))
    }

    /// `02/13/26` has no month 13 and `13/02/26` none either; three days of one year are likelier than of three years.
    @Test(arguments: [
        ("02/01/26,02/13/26", "2026-02-01T00:00:00+09:00"), ("01/02/26,13/02/26", "2026-02-01T00:00:00+09:00"),
        ("26/02/01,26/02/13", "2026-02-01T00:00:00+09:00"),
    ])
    func yearsOfTwoDigitsStandWhereTheyAreCloseTogether(dates: String, expected: String) throws {
        let rows = dates.split(separator: ",").enumerated().map { "\($0.element),row \($0.offset) was fine\n" }
        let batch = try Importing.all("Date,Comments\n" + rows.joined())
        #expect(Importing.tokyo(batch.comments.first?.postedAt) == expected)
    }

    /// What is left aside in JSON is named, and what cannot be read is told, as in a table.
    @Test(arguments: ["csv", "json"]) func aRatingOutsideItsScaleIsToldInEveryForm(form: String) throws {
        let text =
            form == "csv"
            ? "Score,Comment\n10,very good\n3,rather slow\n"
            : "{\"Score\":10,\"Comment\":\"very good\"}\n{\"Score\":3,\"Comment\":\"rather slow\"}\n"
        let batch = try Importing.all(text)
        #expect(
            batch.problems.map(\.reason) == [.badRating] && batch.comments.map { $0.rating?.thousandths } == [3_000]
        )
    }

    @Test func whatWasGoodAndWhatWasBadAreOneText() throws {
        let csv =
            "Review score,Positive review,Negative review\n9,Kind staff and a clean room,\n3,,Noisy room and a rude porter\n6,Good food for the price,Cold shower in the morning\n"
        let comments = try Importing.all(csv).comments
        let both = "Good food for the price\nCold shower in the morning"
        #expect(comments.map(\.text) == ["Kind staff and a clean room", "Noisy room and a rude porter", both])
    }

    @Test func aListOfGoodsHoldsNoComments() throws {
        let csv =
            "sku,name,description,price\nL1,Lamp,A bright lamp for your desk.,12\nL2,Desk,A wide desk made of oak.,99\n"
        let error = try #require(throws: IngestionError.self) { try Importing.all(csv) }
        #expect(error.code == .unreadable && error.message.contains("\"sku\", \"name\", \"description\", \"price\""))
    }

    @Test(arguments: [
        (["×", "△", "○", "◎"], [1, 2, 3, 4], 4),
        (["Poor", "Fair", "Good", "Very good", "Excellent"], [1, 2, 3, 4, 5], 5),
        (["全くそう思わない", "あまりそう思わない", "どちらともいえない", "ややそう思う", "とてもそう思う"], [1, 2, 3, 4, 5], 5),
        (["おすすめしない", "おすすめする"], [1, 3], 3),
    ])
    func rowsOfAnswersThatSurveysOffer(words: [String], points: [Int], high: Int) throws {
        let ladder = try #require(RatingWords.ladder(words))
        #expect(words.map { word in ladder.points.first { $0.word == word }?.points } == points && ladder.high == high)
    }

    /// Marks without letters are words of their own: told apart in every process.
    @Test func marksAreToldApart() throws {
        let csv = "日付,評価,コメント\n2026/02/01,×,遅い\n2026/02/02,△,普通\n2026/02/03,○,早い\n2026/02/04,◎,最高\n"
        let comments = try Importing.all(csv).comments
        #expect(comments.map { $0.rating?.thousandths } == [1_000, 2_000, 3_000, 4_000])
    }

    @Test func bothSidesOfATalkAreToldByTheirWords() throws {
        let csv =
            "送信日,送信者の種類,内容\n2026/02/01,User,まだ届きません\n2026/02/01,Account,申し訳ございません\n2026/02/01,User,いつ届きますか\n2026/02/01,User,返事をください\n"
        let comments = try Importing.all(csv).comments
        #expect(comments.map(\.authorRole) == [.customer, .agent, .customer, .customer])
    }

    /// A name may give the scale, say that it is of the whole, and carry a number or a remark.
    @Test func namesOfQuestionsAreReadWithoutTheirNumbers() throws {
        let csv = """
            回答ID,Q1.接客の満足度,Q2.総合満足度（7段階）,商品名（注文時）,Q3.ご意見
            r1a,5,2,りんご,説明がとても丁寧でした。
            r2b,1,5,なし,電話がなかなかつながりません。
            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map { $0.rating?.thousandths } == [2_000, 5_000])
        #expect(comments[0].rating?.scale == RatingScale(low: 1, high: 7) && comments[0].product == "りんご")
    }

    @Test func whatABlogHasNotLetThroughIsLeftOut() throws {
        let csv =
            "comment_ID,comment_author,comment_content,comment_approved\n1,Ann,It never came,1\n2,Bob,Buy pills,spam\n3,Cy,Hello,0\n"
        let batch = try Importing.all(csv)
        #expect(batch.comments.map(\.externalID) == ["1"] && batch.skipped == [.withdrawn: 2])
    }
}
