import Feedback
import Testing

@testable import Ingestion

/// Rows that say that there is nothing to say, or say nothing.
struct NoAnswerTests {
    @Test(arguments: ["特になし", "なし", "N/A", "特にありません", "特になし。", "None", "特に ございません", "no comment", "今のところ特になし"])
    func aWordForNothingIsNoAnswer(word: String) throws {
        let csv = "番号,満足度,ご意見\n1,,\(word)\n2,4,\(word)\n3,2,電話がつながらず待たされました。\n4,5,なしでは困るほど便利です\n"
        let batch = try Importing.all(csv)
        #expect(batch.comments.map(\.text) == ["", "電話がつながらず待たされました。", "なしでは困るほど便利です"])
        #expect(batch.comments.first?.rating?.thousandths == 4_000)
        #expect(batch.skipped == [.noAnswer: 1] && batch.problems.isEmpty)
    }

    /// "Nothing" and "no" answer an open question as 特になし does.
    @Test(arguments: ["nothing", "No", "no.", "Nope", "None", "N/A", "なし", "ない", "Not really"])
    func aNoIsNoAnswerToAnOpenQuestion(word: String) throws {
        let csv = """
            id,rating,Any comments?
            1,,\(word)
            2,4,\(word)
            3,2,Nobody ever picked up the phone.
            4,5,No complaints about the driver at all

            """
        let batch = try Importing.all(csv)
        #expect(
            batch.comments.map(\.text) == [
                "", "Nobody ever picked up the phone.", "No complaints about the driver at all",
            ]
        )
        #expect(batch.skipped == [.noAnswer: 1] && batch.problems.isEmpty)
    }

    /// Where others say yes, a no is an answer; and where a mapping takes a question of yes or no for the text.
    @Test func aNoIsAnAnswerWhereOthersSayYes() throws {
        let rows = ["Yes", "No", "yes", "Yes, but the desk was slow to answer", "No", "No, the parcel was late again"]
        let csv = (["id,comment"] + rows.enumerated().map { "\($0),\"\($1)\"" }).joined(separator: "\n") + "\n"
        let mapping = try Importing.mapping(#"{"map":{"id":"id","text":"Would you come again?"}}"#)
        let mapped = csv.replacing("comment\n", with: "Would you come again?\n")
        #expect(try Importing.all(csv).comments.map(\.text) == rows)
        #expect(try Importing.all(mapped, options: Importing.options(mapping: mapping)).comments.map(\.text) == rows)
        let open = try Importing.mapping(#"{"map":{"id":"id","text":"Do you have any comments?"}}"#)
        let asked = csv.replacing("comment\n", with: "Do you have any comments?\n")
        #expect(try Importing.all(asked, options: Importing.options(mapping: open)).skipped == [.noAnswer: 2])
    }

    /// In a talk one word may be an answer.
    @Test func aWordOfATalkStays() throws {
        let lines = [
            #"{"id":"1","text":"Any parcel left?","thread_id":"t"}"#, #"{"id":"2","text":"None left","thread_id":"t"}"#,
        ]
        let none = #"{"id":"3","text":"Nothing","thread_id":"t"}"#
        let batch = try Importing.all(
            (lines + [none, #"{"id":"4","text":"なし","in_reply_to":"1"}"#]).joined(separator: "\n")
        )
        #expect(batch.comments.map(\.text) == ["Any parcel left?", "None left", "Nothing", "なし"])
    }

    /// As in a table: a rating alone is an answer, and a row without any is none.
    @Test(arguments: [#"{"id":"1"}"#, #"{"id":"1","text":"  "}"#, #"{"id":"1","text":null,"stars":null}"#])
    func anObjectWithoutAnAnswerIsSkipped(row: String) throws {
        let lines = [#"{"id":"0","text":"good","stars":4}"#, row, #"{"id":"2","text":"","stars":5}"#]
        let batch = try Importing.all(lines.joined(separator: "\n"))
        #expect(batch.comments.map(\.externalID) == ["0", "2"] && batch.comments[1].rating?.thousandths == 5_000)
        #expect(batch.skipped == [.noAnswer: 1] && batch.problems.isEmpty)
    }

    /// Where no row shows what was answered, nobody can tell what is wrong with one of them.
    @Test func objectsWithoutAnyTextAreAProblem() throws {
        let batch = try Importing.all(#"{"id":"1","lang":"ja"}"# + "\n" + #"{"id":"2","lang":"en"}"# + "\n")
        #expect(batch.problems.map(\.reason) == [.noText, .noText])
    }

    @Test func starsOfThePlayInterfaceAreRows() throws {
        func review(_ id: Int, _ comment: String) -> String {
            #"{"reviewId":"gp:\#(id)","authorName":"U\#(id)","comments":[{"userComment":{\#(comment)}}]}"#
        }
        let time = #""lastModified":{"seconds":"1769900000"}"#
        let rows = [
            review(1, #""text":"late","starRating":2,\#(time)"#), review(2, #""text":"","starRating":5,\#(time)"#),
            review(3, #""starRating":1,\#(time)"#),
        ]
        let batch = try Importing.all(#"{"reviews":[\#(rows.joined(separator: ","))]}"#)
        #expect(batch.comments.map(\.externalID) == ["gp:1", "gp:2", "gp:3"] && batch.problems.isEmpty)
        #expect(batch.comments.map { $0.rating?.thousandths } == [2_000, 5_000, 1_000])
    }

    @Test func oneReviewOfThePlayInterfaceNeedsNoList() throws {
        let json = """
            {"reviewId":"gp:9","authorName":"Ken","comments":[
            {"userComment":{"text":"The delivery was late again","starRating":2,"lastModified":{"seconds":"1769900000"}}},
            {"developerComment":{"text":"Sorry","lastModified":{"seconds":"1769990000"}}}]}
            """
        let batch = try Importing.all(json)
        let comment = try #require(batch.comments.first)
        #expect(batch.comments.count == 1 && comment.externalID == "gp:9" && comment.author == "Ken")
        #expect(comment.replyText == "Sorry" && comment.rating?.thousandths == 2_000)
    }

    @Test(arguments: [
        (
            "id,Comment,Comment", ["1,The desk was slow,Late again", "2,,Parcel broken", "3,Fine desk,"],
            ["The desk was slow\nLate again", "Parcel broken", "Fine desk"]
        ),
        (
            "番号,コメント,評価,コメント", ["1,店員が親切でした,5,", "2,レジが混んでいました,2,配送も遅れました。"],
            ["店員が親切でした", "レジが混んでいました\n配送も遅れました。"]
        ),
        (
            "Q1,Comment,Q2,Comment",
            ["5,ok,4,", "2,,1,Nobody called me back for a week.", "3,slow,3,They lost my parcel."],
            ["ok", "Nobody called me back for a week.", "slow\nThey lost my parcel."]
        ),
        // The columns of two forms in one table.
        (
            "nr,alpha,beta",
            (1...4).map { "\($0),The clerk was rude \($0).," } + (5...8).map { "\($0),,The parcel was late \($0)." },
            (1...4).map { "The clerk was rude \($0)." } + (5...8).map { "The parcel was late \($0)." }
        ),
        ("番号,ひとこと,店長コメント", ["1,よい,ありがとうございました。", "2,また来ます,ご来店ありがとうございました。"], ["よい", "また来ます"]),
    ])
    func everyColumnOfTextsIsRead(header: String, rows: [String], texts: [String]) throws {
        let batch = try Importing.all(([header] + rows).joined(separator: "\n") + "\n")
        #expect(batch.comments.map(\.text) == texts)
    }

    @Test(arguments: [
        "App Name,Rating,Review\nKita2,4,The driver was kind to us\n",
        #"{"app_name":"Kita2","rating":4,"review":"The driver was kind to us"}"# + "\n",
        #"{"app":{"id":1,"name":"Kita Ride"},"rating":4,"review":"The driver was kind to us"}"# + "\n",
        "アプリ名,評価,レビュー\nKita2,4,配車がとても早くて助かりました\n",
    ])
    func theNameOfAnAppIsItsBrand(input: String) throws {
        let brand = input.contains("Kita2") ? "Kita2" : "Kita Ride"
        #expect(try Importing.all(input).comments.map(\.brand) == [brand])
    }

    /// Sixteen thousand members: a step a member, and not one a pair of members.
    @Test func manyMembersAreToldOnce() throws {
        let members = (0..<16_000).map { "\"column \($0)\":\($0 % 7)" }.joined(separator: ",")
        let rows = (0..<3).map { #"{"id":"\#($0)","comment":"The desk was slow \#($0)",\#(members)}"# }
        let sample = SourceSample(
            head: Array(rows.joined(separator: "\n").utf8),
            file: "a",
            format: .ndjson,
            shape: nil
        )
        #expect(sample.columns.count == 16_002 && sample.columns[1].values.count == 3)
    }
}
