import Feedback
import Testing

@testable import Ingestion

/// Dates and times of day in columns of their own.
struct ClockTests {
    /// Hours, minutes and seconds, by hand; 0.586805 of 86,400 seconds is 50,700.
    @Test(arguments: [
        ("14:05", [14, 5, 0]), ("9:05:07", [9, 5, 7]), ("2:05 PM", [14, 5, 0]), ("12:30 AM", [0, 30, 0]),
        ("午後2時5分", [14, 5, 0]), ("午前0時", [0, 0, 0]), ("１４：０５", [14, 5, 0]), ("14時", [14, 0, 0]), ("905", [9, 5, 0]),
        ("0905", [9, 5, 0]), ("090507", [9, 5, 7]), ("9.05", [9, 5, 0]), ("0.586805", [14, 5, 0]), ("0.5", [12, 0, 0]),
        ("1899-12-30 14:05:00", [14, 5, 0]),
    ])
    func clocksAreRead(text: String, expected: [Int]) throws {
        let time = try #require(ClockReader.read(text))
        #expect([time.hour, time.minute, time.second] == expected)
    }

    @Test(arguments: ["25:30", "9:65", "9", "morning", "", "9:00-10:00", "9:00～10:00", "1299", "2024-03-01", "67000"])
    func whatIsNoClockIsNone(text: String) {
        #expect(ClockReader.read(text) == nil)
    }

    /// A column of the day and one of the clock make one time, whatever their names and forms.
    @Test(arguments: [
        ("日付,時刻", "2024/3/1,14:05", "2024-03-01T14:05:00+09:00"),
        ("投稿日,投稿時間", "2024年3月1日,午後2時5分", "2024-03-01T14:05:00+09:00"),
        ("受付日,受付時刻", "令和6年3月1日(金),9時5分", "2024-03-01T09:05:00+09:00"),
        ("Date,Time", "2024-03-01,2:05 PM", "2024-03-01T14:05:00+09:00"),
        ("review_date,review_time", "3/13/2024,14:05:09", "2024-03-13T14:05:09+09:00"),
        ("Date,Time", "2024-03-01 00:00:00,05:05 UTC", "2024-03-01T14:05:00+09:00"),
        ("日付,開始時刻", "20240301,0905", "2024-03-01T09:05:00+09:00"),
        ("アンケート回答日,回答時刻", "2024/3/1,14:05", "2024-03-01T14:05:00+09:00"),
        ("受付日,時刻", "45352,0.378472", "2024-03-01T09:05:00+09:00"),
        // An empty clock is the day alone, and a whole time needs none.
        ("日付,時刻", "2024/3/1,", "2024-03-01T00:00:00+09:00"),
        ("日付,時刻", "2024/3/1,-", "2024-03-01T00:00:00+09:00"),
        ("日付,時刻", "2024/3/1 10:00,14:05", "2024-03-01T10:00:00+09:00"),
    ])
    func aDayAndAClockAreOneTime(names: String, cells: String, tokyo: String) throws {
        let first = names.hasPrefix("review") ? "3/28/2024,10:00:00" : "2024-02-29,10:00"
        let batch = try Importing.all("id,\(names),本文\n1,\(first),対応が遅い\n2,\(cells),親切でした\n")
        #expect(batch.problems.isEmpty)
        #expect(Importing.tokyo(batch.comments.last?.postedAt) == tokyo)
    }

    @Test func membersOfJSONAreJoinedToo() throws {
        let batch = try Importing.all(#"{"id":"1","date":"2024-03-01","time":"14:05","text":"slow"}"# + "\n")
        #expect(Importing.tokyo(batch.comments.first?.postedAt) == "2024-03-01T14:05:00+09:00")
    }

    /// The length of a call and the end of it are no clocks of its day.
    @Test(arguments: ["通話時間", "対応時間", "終了時刻", "Duration", "Response Time", "Wait Time", "End Time"])
    func lengthsAndEndsAreNoClocks(name: String) throws {
        let rows = "1,2024/3/1,9:05:00,対応が遅い\n2,2024/3/2,1:12:00,親切でした\n"
        let batch = try Importing.all("id,日付,\(name),本文\n\(rows)")
        #expect(batch.comments.map { Importing.tokyo($0.postedAt) }.first == "2024-03-01T00:00:00+09:00")
    }

    /// A column of whole times of the same days wins over both, and one of when the page was read does not.
    @Test(arguments: [
        ("aDateTime", "2024-03-01T10:05:30.000Z", "19:05:30"), ("scrapedDateTime", "2024-03-01T10:05:30Z", "00:00:00"),
    ])
    func aWholeTimeWinsOverItsDay(name: String, time: String, clock: String) throws {
        let other = time.replacing("03-01", with: "03-04")
        let csv =
            "date,\(name),rating,content\n\"March 1, 2024\",\(time),5,very good\n\"March 3, 2024\",\(other),1,very slow\n"
        let batch = try Importing.all(csv)
        #expect(Importing.tokyo(batch.comments.first?.postedAt) == "2024-03-01T\(clock)+09:00")
    }

    /// Days of one month are no day of many months; but the first of each may be.
    @Test(arguments: [
        (["11/5/2021", "11/8/2021", "11/9/2021", "11/12/2021"], "2021-11-05T00:00:00+09:00"),
        (["5/11/2021", "8/11/2021", "9/11/2021", "12/11/2021"], "2021-11-05T00:00:00+09:00"),
        (["1/2/2021", "1/3/2021", "1/4/2021", "1/5/2021"], "none"),
        (["11/5/2021", "11/8/2021", "11/9/2021"], "none"),
    ])
    func theNumberThatDiffersIsTheDay(days: [String], expected: String) throws {
        let rows = days.map { "\($0),it was slow" }
        let batch = try Importing.all("date,text\n" + rows.joined(separator: "\n") + "\n")
        #expect(Importing.tokyo(batch.comments.first?.postedAt) == expected)
    }

    @Test func aClockThatIsNoneIsCounted() throws {
        let rows = ["9:05", "10:05", "11:00", "12:30", "朝"].enumerated().map { "\($0),2024/3/\($0 + 1),\($1),対応が遅い" }
        let csv = "id,日付,時刻,本文\n" + rows.joined(separator: "\n") + "\n"
        let batch = try Importing.all(csv)
        #expect(batch.comments.count == 5 && batch.daysAlone == 1)
        #expect(Importing.tokyo(batch.comments[4].postedAt) == "2024-03-05T00:00:00+09:00")
    }

    @Test func aMappingNamesTheClock() throws {
        let mapping = try Importing.mapping(
            #"{"zone":"UTC","map":{"text":"t","posted_at":{"column":"d","time":"c","format":"dd/MM/yyyy"}}}"#
        )
        let batch = try Importing.all("d,c,t\n04/03/2024,5:05 AM,slow\n", options: Importing.options(mapping: mapping))
        #expect(Importing.tokyo(batch.comments.first?.postedAt) == "2024-03-04T14:05:00+09:00")
        #expect(batch.comments.first?.postedAt?.original == "04/03/2024 5:05 AM")
    }

    /// Of two columns the second is the clock of the first, or stands in where the first is empty.
    @Test func aListOfADayAndAClockIsOneTime() throws {
        let mapping = try Importing.mapping(#"{"zone":"Asia/Tokyo","map":{"text":"t","posted_at":["d","c"]}}"#)
        let csv =
            "d,c,t\n2024-03-01,14:05,slow\n,2024-03-02 9:05,fast\n2024-03-03,2024-03-09 10:00,late\n2024-03-04,,fair\n"
        let batch = try Importing.all(csv, options: Importing.options(mapping: mapping))
        #expect(
            batch.comments.map { Importing.tokyo($0.postedAt).prefix(16) } == [
                "2024-03-01T14:05", "2024-03-02T09:05", "2024-03-03T00:00", "2024-03-04T00:00",
            ]
        )
        #expect(batch.daysAlone == 0)
    }

    @Test(arguments: [
        #"{"map":{"text":{"column":"t","time":"c"}}}"#, #"{"map":{"posted_at":{"time":"c","value":"2024-03-01"}}}"#,
    ])
    func aClockWithoutADateIsRefused(mapping: String) {
        #expect(throws: (any Error).self) { try Importing.mapping(mapping) }
    }

    @Test func theProposalNamesTheClock() throws {
        let csv = "番号,日付,時刻,本文\n1,2024/3/1,9:05,対応が遅い\n2,2024/3/2,10:05,親切でした\n"
        let yaml = try MappingSuggester.suggest(
            file: "in.csv",
            chunks: InputChunks(bytes: Array(csv.utf8)),
            zone: "Asia/Tokyo"
        )
        #expect(yaml.contains("posted_at: {column: 日付, time: 時刻}"))
        #expect(yaml.contains("posted_at=2024/3/1 9:05") && !yaml.contains("go nowhere"))
    }
}
