import Feedback
import Testing

@testable import Ingestion

struct ValueTests {
    @Test(arguments: ["N/A", "NA", "NaN", "null", "-", "該当なし", "未回答", "無回答"])
    func wordsForNothingLeaveTheRowIn(word: String) throws {
        let batch = try Importing.all("id,posted_at,rating,text\n1,2026-04-01,\(word),slow\n2,2026-04-02,5,fast\n")
        #expect(batch.comments.map(\.text) == ["slow", "fast"] && batch.comments[0].rating == nil)
    }

    @Test(arguments: [
        ("2026/02/01 9:05:03 午前 GMT+9", "2026-02-01T09:05:03+09:00"),
        ("2026/02/01 12:05:03 午後 GMT+9", "2026-02-01T12:05:03+09:00"),
        ("2026/02/01 12:05:03 午前 GMT+9", "2026-02-01T00:05:03+09:00"),
        ("Sun Feb 01 2026 09:05:03 GMT+0900 (日本標準時)", "2026-02-01T09:05:03+09:00"),
        ("Feb 1, 2026 9:05:03 AM GMT+09:00", "2026-02-01T09:05:03+09:00"),
    ])
    func formTimesAreRead(text: String, expected: String) throws {
        #expect(Importing.tokyo(try TimeReader(zone: .none).read(text)) == expected)
    }

    @Test(arguments: ["2026年2月1日に日本でレビュー済み", "Reviewed in Japan on February 1, 2026"])
    func datesOfReviewsAreRead(text: String) throws {
        let time = try TimeReader(zone: .workspace(.tokyo)).read(text)
        #expect(Importing.tokyo(time) == "2026-02-01T00:00:00+09:00")
    }

    @Test(arguments: [("<p>Hello <b>you</b></p>", "Hello you"), ("one<br />two", "one\ntwo"), ("a < b", "a < b")])
    func markupIsNotPartOfAText(text: String, expected: String) {
        #expect(CellText.written(text) == expected)
    }

    /// A rating in no form of one costs a row with a text only the rating; one outside its scale is a fault of the row.
    @Test func aRatingThatIsNoneLeavesTheTextIn() throws {
        let csv = "id,text,rating,nps\n1,a,maybe,9\n2,b,4,soon\n3,c,9,9\n4,,maybe,\n5,d,n/a,\n"
        let batch = try Importing.all(csv, file: "a.csv", format: .csv)
        #expect(batch.comments.map(\.externalID) == ["1", "2", "5"])
        #expect(batch.comments.map { $0.rating?.thousandths } == [9_000, 4_000, nil])
        #expect(batch.unread == ["rating": 1, "nps": 1])
        #expect(batch.problems.map(\.line) == [4, 5])
    }

    @Test(arguments: ["0..999999999999", "-9223372036854775808..9223372036854775807", "9223372036854775807"])
    func scalesBeyondReasonAreRefused(scale: String) throws {
        #expect(RatingScale(written: scale) == nil)
        let row = #"{"id":"1","text":"x","rating":3,"rating_scale":"SCALE"}"#.replacing("SCALE", with: scale)
        let batch = try Importing.all(row, file: "a.ndjson", format: .ndjson)
        #expect(batch.problems.map(\.reason) == [.badRating])
    }

    @Test(arguments: ["-9223372036854775808", "1104537600000000"])
    func timesBeyondReasonAreProblems(epoch: String) throws {
        let mapping = try Importing.mapping(#"{"map":{"text":"t","posted_at":{"column":"d","format":"epoch"}}}"#)
        let batch = try Importing.all(
            "t,d\nslow,\(epoch)\n",
            format: .csv,
            options: Importing.options(mapping: mapping)
        )
        #expect(batch.problems.map(\.reason) == [.badTime])
    }

    @Test func wordsThatFoldToOneAreRefused() {
        #expect(throws: DecodingError.self) {
            try Importing.mapping(#"{"map":{"rating":{"column":"r","words":{"Good":5,"good!":4}}}}"#)
        }
    }

    @Test(arguments: ["a month ago", "3 weeks ago", "2 か月前", "昨日"])
    func relativeTimesLeaveTheRowInWithoutADate(text: String) throws {
        let batch = try Importing.all("id,posted_at,text\n1,\(text),slow\n")
        #expect(batch.problems.isEmpty && batch.comments.map(\.text) == ["slow"] && batch.comments[0].postedAt == nil)
    }

    @Test func aReplyTimeThatIsNoneLeavesTheRowIn() throws {
        let batch = try Importing.all("id,text,reply_at\n1,slow,soon\n")
        #expect(batch.problems.isEmpty && batch.comments.map(\.text) == ["slow"])
    }

    @Test(arguments: [("5つ星のうち4.0", 4_000), ("3.0 out of 5 stars", 3_000)])
    func starsInWordsAreRead(text: String, thousandths: Int) throws {
        let rating = try #require(Rating(thousandths: thousandths, scale: .fiveStars))
        #expect(try RatingReader().read(text) == .rating(rating))
    }

    @Test func theOriginalOfATranslationIsRead() {
        #expect(CellText.original("(Translated by Google) Nice.\n\n(Original)\nよい。") == "よい。")
        #expect(CellText.original("よい。\n\n(Translated by Google)\nNice.") == "よい。")
        #expect(CellText.original("Nothing (to see) here") == "Nothing (to see) here")
    }

    @Test(arguments: [
        ("It&#39;s &quot;bad&quot; &amp; slow", "It's \"bad\" & slow"), ("one\\ntwo\\r\\nthree", "one\ntwo\nthree"),
        ("kept\n\\n as it is", "kept\n\\n as it is"), ("R&D; no entity", "R&D; no entity"),
    ])
    func whatExportsMadeOfATextIsUndone(text: String, expected: String) {
        #expect(CellText.written(text) == expected)
    }

    @Test func numbersKeptFromASpreadsheetAreNumbers() throws {
        let batch = try Importing.all("id,text,rating\n=\"0012\",slow,2\n=\"0013\",good,5\n", format: .csv)
        #expect(batch.comments.map(\.externalID) == ["0012", "0013"])
    }

    @Test func mailAddressesAreOneInAnyCase() throws {
        let csv = "id,email,text\n1,Ann@X.example,slow\n2,ann@x.example,good\n3,@Ann,good\n"
        #expect(try Importing.all(csv).comments.map(\.authorID) == ["ann@x.example", "ann@x.example", "@Ann"])
    }

    @Test func rowsThatSumUpAreNoComments() throws {
        let batch = try Importing.all("店舗,評価,コメント\nA店,4,良い対応でした\nB店,2,遅かったです\n合計,3.0,\n平均,3.0,\n")
        #expect(batch.comments.map(\.brand) == ["A店", "B店"] && batch.skipped == [.noAnswer: 2])
    }

    @Test func pointsOfAHundredAreOne() throws {
        let batch = try Importing.all("日付,点数,感想\n2026/02/01,80点,良い\n2026/02/02,35点,遅い\n")
        #expect(batch.comments.map { $0.rating?.thousandths } == [80_000, 35_000] && batch.problems.isEmpty)
    }
}
