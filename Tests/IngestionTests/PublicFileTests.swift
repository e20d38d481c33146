import Feedback
import Testing

@testable import Ingestion

/// Shapes of files that people publish, in sentences of our own.
struct PublicFileTests {
    /// SurveyMonkey and Typeform write the questions above and their choices below; a question stands over its first choice.
    @Test func choicesBelowTheirQuestionsAreNames() throws {
        let csv = """
            ,Which systems do you use?,,,Which languages do you use?,,,,
            #,Linux,BSD,Other,Swift,C,Ada,Other,What would make your work with us easier?
            1,Linux,,,Swift,,,,A guide for the first hour of use.
            2,,BSD,Plan 9,,C,,,Faster answers on the list please.
            """
        let batch = try Importing.all(csv)
        #expect(
            batch.comments.map(\.text) == ["A guide for the first hour of use.", "Faster answers on the list please."]
        )
    }

    /// A table of how many gave which answer holds questions and no comments.
    @Test func aTallyOfAnswersHoldsNoComments() {
        let csv = """
            Year,Statement,Measure,1,2,3
            2016,People can lead active lives in our town,Percentage,3.1%,9.4%,87.5%
            2016,People can lead active lives in our town,Count,40,119,1101
            2016,Everyone has a place to meet others,Percentage,1.2%,5.1%,93.7%
            2016,Everyone has a place to meet others,Count,12,51,937
            """
        #expect(throws: IngestionError.self) { try Importing.all(csv) }
    }

    /// What a site says of its hotels, with their stars and pictures.
    @Test func aListOfPlacesHoldsNoComments() {
        let csv = """
            name,description,stars,image
            Hotel Sol,The hotel lies two streets from the beach.,3,https://example.com/1.jpg
            Hotel Mar,A quiet house with a garden by the sea.,4,https://example.com/2.jpg
            """
        #expect(throws: IngestionError.self) { try Importing.all(csv) }
    }

    @Test func howLargeACompanyIsIsNoBrand() throws {
        let csv = "company_size,feedback\nlarge,It was slow again.\nsmall,It was here within a day.\n"
        #expect(try Importing.all(csv).comments.map(\.brand) == [nil, nil])
    }

    /// What was ticked in a list is no text, even where nothing else is.
    @Test func listsOfChoicesAreNoText() {
        let ticks = [
            "graphs, big data", "big data, packages", "graphs, packages", "graphs", "big data, graphs", "packages",
        ]
        let rows = ticks.map { "24/02/2015 18:14:13,\"\($0)\"" }
        let csv = "stamp,topics of the meeting\n" + rows.joined(separator: "\n") + "\n"
        #expect(throws: IngestionError.self) { try Importing.all(csv) }
    }

    /// Collectors keep a text under its language; of two, one is the other's translation.
    @Test func aTextByItsLanguageIsRead() throws {
        let json = """
            [{"review_id":"1","review_text":{"en":"The soup came cold again."},"rating":1},
            {"review_id":"2","review_text":{"ja":"店員さんが親切でした。"},"rating":5},
            {"review_id":"3","review_text":{"en":"It was late once more.","ja":"また遅れました。"},"rating":2},
            {"review_id":"4","review_text":{},"rating":4}]
            """
        let comments = try Importing.all(json, file: "a.json").comments
        #expect(
            comments.map(\.text) == [
                "The soup came cold again.", "店員さんが親切でした。", "It was late once more.", "",
            ]
        )
    }

    @Test func whereAPersonIsFromIsNoChannel() throws {
        let towns = ["Oslo", "Bergen", "Tromso", "Molde", "Alta", "Bodo", "Narvik", "Hamar"]
        let rows = towns.map { "the room was fine,\($0) in Norway" }
        let batch = try Importing.all("review,origin\n" + rows.joined(separator: "\n") + "\n")
        #expect(batch.comments.count == 8 && batch.comments.allSatisfy { $0.channel == nil })
        let few = try Importing.all("review,origin\nslow,web\nfast,app\n")
        #expect(few.comments.map(\.channel) == ["web", "app"])
    }

    @Test func starsOfALabelAreRead() throws {
        let batch = try Importing.all("name,star,review\nA,2 star rating,slow\nB,5 star rating,fast\n")
        #expect(batch.comments.map { $0.rating?.thousandths } == [2_000, 5_000])
    }

    /// Percentages under any other name than that of a rating rate nothing.
    @Test func sharesAreNoRatings() throws {
        let batch = try Importing.all("% that are children,review\n40%,slow\n55%,fast\n")
        #expect(batch.comments.allSatisfy { $0.rating == nil } && batch.comments.count == 2)
    }

    @Test(arguments: ["None", "none", "no date", "日付不明", "날짜 없음"])
    func aWordForNoDateLeavesTheRowIn(word: String) throws {
        let batch = try Importing.all("id,posted_at,text\n1,\(word),slow\n")
        #expect(batch.problems.isEmpty && batch.unread.isEmpty && batch.comments.map(\.text) == ["slow"])
    }

    @Test func theContentOfAPostWinsOverItsComments() throws {
        let json = """
            [{"title":"Slow","content":"The parcel came late again.","comment":"Mine too, each time."},
            {"title":"Fast","content":"It was here within a day.","comment":null}]
            """
        let batch = try Importing.all(json, file: "a.json")
        #expect(batch.comments.map(\.text) == ["The parcel came late again.", "It was here within a day."])
    }

    @Test func markUpIsTakenOutBeforeASpace() {
        #expect(CellText.written("<p>Food arrived late</p> <p>and cold</p> \n").contains("Food arrived late"))
        #expect(!CellText.written("<p>Food arrived late</p> <p>and cold</p> \n").contains("<p>"))
        let encoded = CellText.written("&lt;p&gt;Food arrived late&lt;/p&gt; &lt;p&gt;and cold&lt;/p&gt;")
        #expect(encoded.contains("Food arrived late") && !encoded.contains("<p>"))
        #expect(CellText.written("I wrote &lt;p&gt; and it broke") == "I wrote <p> and it broke")
    }

    /// A survey of many questions, of which two rows fill what is looked at first.
    @Test func longRowsAreATable() throws {
        let names = (1...300).map { "\($0): In your own words, what is it about thing \($0)?" }
        let row = names.indices.map { "\"" + String(repeating: "We wait, and wait. ", count: 8) + "\($0)\"" }
        let lines = [names.map { "\"\($0)\"" }] + Array(repeating: row, count: 3)
        let csv = lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
        let batch = try Importing.all(csv)
        #expect(batch.comments.count == 3)
    }
}
