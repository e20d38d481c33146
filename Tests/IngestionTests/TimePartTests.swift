import Feedback
import Testing

@testable import Ingestion

/// Times of which the half of the day, the zone or parts of the date stand in columns and headers of their own.
struct TimePartTests {
    /// The times in Tokyo, computed by hand.
    private func times(_ header: String, _ rows: [String], mapping: Mapping? = nil) throws -> [String] {
        let lines = rows.enumerated().map { "\($0),\($1),窓口の対応がとても丁寧でした\($0)。" }
        let csv = (["id,\(header),本文"] + lines).joined(separator: "\n") + "\n"
        var options = Importing.options(mapping: mapping)
        let newYork = Zone(identifier: "America/New_York", initialOffset: -5 * 3_600)
        options.resolveZone = { ["UTC": .utc, "Asia/Tokyo": .tokyo, "America/New_York": newYork][$0] }
        let batch = try Importing.all(csv, options: options)
        #expect(batch.problems.isEmpty)
        return batch.comments.map { Importing.tokyo($0.postedAt) }
    }

    @Test(arguments: [
        ("投稿日,時刻,午前午後", ["2024/3/1,2:05,午後", "2024/3/2,12:10,午前"], ["03-01T14:05:00", "03-02T00:10:00"]),
        ("日時,AM/PM", ["2024/3/1 12:05,PM", "2024/3/2 9:10,am"], ["03-01T12:05:00", "03-02T09:10:00"]),
        ("date,time,ampm", ["2024-03-01,11:59,p.m.", "2024-03-02,1:00,A.M."], ["03-01T23:59:00", "03-02T01:00:00"]),
        // A clock of 24 hours needs none, and a day alone has none.
        ("date,time,ampm", ["2024-03-01,14:05,PM", "2024-03-02,9:05,PM"], ["03-01T14:05:00", "03-02T09:05:00"]),
        ("date,time,ampm", ["2024-03-01,2:05,PM", "2024-03-02,,PM"], ["03-01T14:05:00", "03-02T00:00:00"]),
        // A part of the day that somebody worked in or came in is none of the clock.
        ("日時,シフト", ["2024/3/1 9:05,午後", "2024/3/2 10:10,午前"], ["03-01T09:05:00", "03-02T10:10:00"]),
    ])
    func aHalfOfTheDayStandsInAColumnOfItsOwn(header: String, rows: [String], expected: [String]) throws {
        #expect(try times(header, rows) == expected.map { "2024-\($0)+09:00" })
    }

    @Test(arguments: [
        ("created_at,timezone", ["2024-03-01 10:00:00,+09:00", "2024-03-01 10:00:00,-05:00"], ["01T10", "02T00"]),
        ("created_at,tz", ["2024-03-01 10:00:00,PST", "2024-03-01 10:00:00,America/New_York"], ["02T03", "02T00"]),
        ("日付,時刻,タイムゾーン", ["2024/3/1,10:00,JST", "2024/3/1,10:00,UTC"], ["01T10", "01T19"]),
        ("created_at,utc_offset", ["2024-03-01 10:00:00,9", "2024-03-01 10:00:00,-8"], ["01T10", "02T03"]),
        ("created_at,created_tz", ["2024-03-01 10:00:00,UTC+1", "2024-03-01 10:00:00,GMT"], ["01T18", "01T19"]),
        ("created_at,offset", ["2024-03-01 10:00:00,3", "2024-03-01 10:00:00,4"], ["01T10", "01T10"]),
        // That of a person's device is no zone of the source, and a time that says its own needs none.
        ("created_at,user_timezone", ["2024-03-01 10:00:00,UTC", "2024-03-01 10:00:00,PST"], ["01T10", "01T10"]),
        ("created_at,tz", ["2024-03-01T10:00:00Z,PST", "2024-03-01T10:00:00Z,PST"], ["01T19", "01T19"]),
    ])
    func aZoneStandsInAColumnOfItsOwn(header: String, rows: [String], expected: [String]) throws {
        #expect(try times(header, rows) == expected.map { "2024-03-\($0):00:00+09:00" })
    }

    /// A word that nobody knows costs its row, and neither moves it by hours nor takes the column from the others.
    @Test(arguments: [
        ("date,time,time zone", ["2024-03-01,10:00,PST", "2024-03-01,10:00,JST", "2024-03-01,10:00,Mars"], "Mars"),
        ("date,time,ampm", ["2024-03-01,1:00,PM", "2024-03-01,10:00,AM", "2024-03-01,10:00,yoru"], "yoru"),
    ])
    func anUnknownPartIsSaid(header: String, rows: [String], word: String) throws {
        let lines = rows.enumerated().map { "\($0),\($1),The agent was kind \($0)." }
        let csv = (["id,\(header),comment"] + lines).joined(separator: "\n") + "\n"
        let batch = try Importing.all(csv)
        let expected = word == "Mars" ? ["2024-03-02T03", "2024-03-01T10"] : ["2024-03-01T13", "2024-03-01T10"]
        #expect(batch.comments.map { Importing.tokyo($0.postedAt) } == expected.map { "\($0):00:00+09:00" })
        #expect(batch.problems.map(\.reason) == [.badTime])
        #expect(batch.problems.first?.message.contains(word) == true)
    }

    /// A time at which somebody looked is none at which somebody wrote.
    @Test(arguments: ["when", "投稿時期"])
    func aTimeBeforeALookIsDatedFromIt(header: String) throws {
        let csv = """
            \(header),scraped_at,review,stars
            3 days ago,2024-05-20 10:00,They kept me waiting for days.,3
            2 weeks ago,2024-05-20 10:00,The agent was very polite.,5

            """
        let comments = try Importing.all(csv).comments
        #expect(comments.map { Importing.tokyo($0.postedAt).prefix(10) } == ["2024-05-17", "2024-05-06"])
        #expect(comments.allSatisfy { $0.postedAt?.certainty == .notAfter })
    }

    @Test func aDateWhoseOrderNothingTellsIsSaidToBeOne() throws {
        let csv = "date,comment\n03/04/2024,The agent was kind.\n05/06/2024,Nobody answered my mail.\n"
        let problems = try Importing.all(csv).problems
        #expect(problems.count == 2 && problems.allSatisfy { $0.message.contains("the day or the month stands first") })
    }

    @Test(arguments: [
        ("Time (PST)", "2024-03-01 10:00:00", "02T03"), ("Created at (UTC)", "2024-03-01 10:00:00", "01T19"),
        ("日時(JST)", "2024/3/1 10:00", "01T10"), ("日時（日本時間）", "2024/3/1 10:00", "01T10"),
        ("Posted [UTC-5]", "2024-03-01 10:00:00", "02T00"), ("Date,Time (GMT+1)", "2024-03-01,10:00", "01T18"),
        ("Submitted at (America/New_York)", "2024-03-01 10:00:00", "02T00"),
        ("Created UTC", "2024-03-01 10:00", "01T19"),
        ("Date (local)", "2024-03-01 10:00:00", "01T10"), ("Time (Eastern Time)", "2024-03-01 10:00:00", "02T00"),
        ("Time (EST/EDT)", "2024-03-01 10:00", "02T00"),
        ("Time (Eastern Time (US & Canada))", "2024-03-01 10:00", "02T00"),
        ("日時（米国東部時間）", "2024/3/1 10:00", "02T00"), ("日時【日本時間】", "2024/3/1 10:00", "01T10"),
        ("Time (GMT-05:00)", "2024-03-01 10:00", "02T00"), ("Time (UTC+9) *", "2024-03-01 10:00", "01T10"),
        ("Created (timezone: UTC)", "2024-03-01 10:00", "01T19"),
    ])
    func aHeaderNamesTheZone(header: String, time: String, expected: String) throws {
        #expect(try times(header, [time]) == ["2024-03-\(expected):00:00+09:00"])
    }

    /// What several zones are called, and what nobody knows, is said and not taken for one of them.
    @Test(arguments: [
        ("Time (IST)", "Asia/Kolkata, Asia/Jerusalem or Europe/Dublin"),
        ("Time (CST)", "America/Chicago or Asia/Shanghai"),
        ("Created IST", "\"IST\" does not tell one zone"), ("日時（現地時間）", "\"現地時間\" does not tell one zone"),
        ("Time (XYZT)", "\"XYZT\" does not tell"), ("Time (Europe/Atlantis)", "\"Europe/Atlantis\" is no zone"),
        ("Date,Time (BST)", "Europe/London or Asia/Dhaka"), ("Time (server time)", "\"server time\" does not tell"),
    ])
    func aZoneThatCannotBeToldIsSaid(header: String, words: String) throws {
        let time = header.hasPrefix("Date,") ? "2024-03-01,10:00" : "2024-03-01 10:00"
        let bytes = Array("id,\(header),comment\n1,\(time),The agent was kind to me.\n".utf8)
        var importer = Importer(file: "a.csv", chunks: InputChunks(bytes: bytes), options: Importing.options())
        let batch = try #require(try importer.next(maximumRows: 9))
        #expect(
            importer.warnings.contains { $0.contains(words) && $0.contains("zone of the workspace") },
            "\(importer.warnings)"
        )
        #expect(Importing.tokyo(batch.comments.first?.postedAt) == "2024-03-01T10:00:00+09:00")
        let yaml = try MappingSuggester.suggest(file: "a.csv", chunks: InputChunks(bytes: bytes), zone: "Asia/Tokyo")
        #expect(yaml.contains("TODO zone") || header.contains("Atlantis"), "\(yaml)")
    }

    /// What stands in the brackets of a time is seldom its zone.
    @Test(arguments: [
        "Date (required)", "日時(必須)", "Time (24h)", "日時（受付時間）", "Date (yyyy-MM-dd HH:mm)", "Time (TEXT)", "Posted",
    ])
    func otherBracketsAreNoZone(header: String) {
        #expect(ZoneName.untold(inHeader: header) == nil && ZoneName.inHeader(header) == nil)
    }

    @Test(arguments: [
        ("Time (PST/PDT)", "America/Los_Angeles"), ("Time (CET / CEST)", "Europe/Paris"),
        ("日時(太平洋時間)", "America/Los_Angeles"),
        ("Time (US/Eastern)", "US/Eastern"), ("Time (AEST)", "+10:00"), ("受付日時 太平洋時間", "America/Los_Angeles"),
        ("Time (GMT/BST)", "Europe/London"), ("Time (CDT/CST)", "America/Chicago"),
    ])
    func zonesWithASummerAreNamed(header: String, zone: String) {
        #expect(ZoneName.inHeader(header) == zone)
    }

    /// Noughts that a spreadsheet drops: 9:30:05, five seconds and twelve minutes past midnight.
    @Test func clocksOfDigitsKeepTheirSeconds() throws {
        let rows = ["2024/3/1,93005", "2024/3/2,5", "2024/3/3,1205", "2024/3/4,235959"]
        let expected = ["01T09:30:05", "02T00:00:05", "03T00:12:05", "04T23:59:59"]
        #expect(try times("日付,時刻", rows) == expected.map { "2024-03-\($0)+09:00" })
        let batch = try Importing.all("id,日付,時刻,本文\n1,2024/3/1,93005,対応が遅い\n2,2024/3/2,5,親切でした\n")
        #expect(batch.comments.map { $0.postedAt?.original } == ["2024/3/1 93005", "2024/3/2 5"])
        let short = ["2024/3/1,930", "2024/3/2,5", "2024/3/3,1205"]
        #expect(try times("日付,時刻", short).map { String($0.dropFirst(11).prefix(5)) } == ["09:30", "00:05", "12:05"])
    }

    @Test func noonAndMidnightAreClocks() throws {
        let clocks = ["正午", "noon", "12 noon", "midnight", "零時", "12:30"]
        let rows = clocks.map { "2024/3/1,\($0)" }
        let expected = ["12:00", "12:00", "12:00", "00:00", "00:00", "12:30"]
        #expect(try times("日付,時刻", rows).map { String($0.dropFirst(11).prefix(5)) } == expected)
        #expect(try times("日時", ["2024年3月1日 正午"]) == ["2024-03-01T12:00:00+09:00"])
    }

    @Test(arguments: [
        ("年,月,日", ["2024,3,5", "2024年,12月,31日"], ["03-05T00:00:00", "12-31T00:00:00"]),
        ("Year,Month,Day", ["2024,Mar,5", "2024,February,29"], ["03-05T00:00:00", "02-29T00:00:00"]),
        ("西暦,月,日,時刻", ["令和6,3,5,14:05"], ["03-05T14:05:00"]),
        ("年,月", ["2024,2", "2024,11"], ["02-29T23:59:59", "11-30T23:59:59"]),
        ("月", ["2024年2月", "2024年11月"], ["02-29T23:59:59", "11-30T23:59:59"]),
        ("Month", ["2024-02", "2024-11"], ["02-29T23:59:59", "11-30T23:59:59"]),
        ("投稿年,投稿月,投稿日", ["2024,3,5", "2024,12,31"], ["03-05T00:00:00", "12-31T00:00:00"]),
        ("年,月,日,時,分", ["2024,3,5,9,5", "24年,3月,6日,14時,30分"], ["03-05T09:05:00", "03-06T14:30:00"]),
        ("日付,時,分", ["2024/3/5,9,05", "2024/3/6,14,"], ["03-05T09:05:00", "03-06T14:00:00"]),
        ("date,hour,minute,ampm", ["2024-03-05,2,5,PM", "2024-03-06,11,59,AM"], ["03-05T14:05:00", "03-06T11:59:00"]),
        ("date,hour", ["2024-03-05,0", "2024-03-06,23"], ["03-05T00:00:00", "03-06T23:00:00"]),
    ])
    func aDateStandsInSeveralColumns(header: String, rows: [String], expected: [String]) throws {
        #expect(try times(header, rows) == expected.map { "2024-\($0)+09:00" })
    }

    /// The day of the review, which its page was looked at after, and not the day of the look.
    @Test(arguments: [
        ("投稿日,閲覧日", ["12月30日,2024/01/05", "1月4日,2024/01/05"], ["2023-12-30", "2024-01-04"]),
        ("posted,scraped_at", ["Dec 30,2024-01-05 10:00", "Jan 5,2024-01-05 10:00"], ["2023-12-30", "2024-01-05"]),
    ])
    func aDayWithoutAYearIsDatedFromTheLook(header: String, rows: [String], expected: [String]) throws {
        #expect(try times(header, rows).map { String($0.prefix(10)) } == expected)
    }

    @Test func aDayWithoutAYearKeepsItsClock() throws {
        let mapping = try Importing.mapping(
            """
            {"zone":"Asia/Tokyo","map":{"id":"id","text":"本文",
            "posted_at":{"column":"d","time":"c","ampm":"h","asOf":"2024-04-01"}}}
            """
        )
        let rows = ["3月15日,2:05,午後", "4月1日,9:00,午前", "4月2日,9:00,午前"]
        let expected = ["2024-03-15T14:05:00+09:00", "2024-04-01T09:00:00+09:00", "2023-04-02T09:00:00+09:00"]
        #expect(try times("d,c,h", rows, mapping: mapping) == expected)
    }

    /// One row decides which number is the day; the others may lack a clock or begin with their year.
    @Test func theOtherRowsTellWhichNumberIsTheDay() throws {
        let rows = ["03/04/2024", "13/05/2024 14:05", "4/5/2024 2:05 PM", "2024-04-02", "05/06/2024 09:00:01"]
        let expected = ["04-03T00:00:00", "05-13T14:05:00", "05-04T14:05:00", "04-02T00:00:00", "06-05T09:00:01"]
        #expect(try times("date", rows) == expected.map { "2024-\($0)+09:00" })
    }

    /// Where nothing tells, nobody guesses, whatever else stands in the column.
    @Test(arguments: ["03/06/2024", "soon"]) func nothingIsGuessed(last: String) throws {
        let days = ["03/04/2024", "02/04/2024", "05/03/2024", "04/05/2024", last]
        let lines = days.enumerated().map { "\($0),\($1),The desk never answered me \($0)." }
        let batch = try Importing.all((["id,date,text"] + lines).joined(separator: "\n") + "\n")
        #expect(batch.problems.map(\.reason) == Array(repeating: .badTime, count: 5))
    }

    @Test(arguments: [
        #"{"map":{"text":"t","posted_at":{"column":"d","timeFormat":"H:m","time":"c"}}}"#,
        #"{"map":{"text":"t","posted_at":{"ampm":"h"}}}"#, #"{"map":{"text":"t","rating":{"column":"d","ampm":"h"}}}"#,
        #"{"map":{"text":"t","posted_at":{"year":"y"}}}"#,
        #"{"map":{"text":"t","posted_at":{"column":"d","minute":"m"}}}"#,
        #"{"map":{"text":"t","posted_at":{"column":"d","time":"c","hour":"h"}}}"#,
        #"{"map":{"text":"t","posted_at":{"column":"d","format":"dd/MM/yyyy","ampm":"h"}}}"#,
        #"{"map":{"text":"t","posted_at":{"year":"y","month":"m","day":"d","ampm":"h"}}}"#,
        #"{"map":{"text":"t","posted_at":{"column":"d","year":"y","month":"m"}}}"#,
    ])
    func mappingsOfPartsAreChecked(json: String) {
        #expect(throws: DecodingError.self) { _ = try Importing.mapping(json) }
    }

    /// Where no column tells an hour, the half of the day says nothing, and that is said.
    @Test func aHalfWithoutAClockIsCounted() throws {
        let mapping = try Importing.mapping(
            #"{"zone":"Asia/Tokyo","map":{"text":"t","posted_at":{"column":"d","ampm":"h"}}}"#
        )
        let csv = "d,h,t\n2024-03-01,PM,slow\n2024-03-01 2:05,PM,late\n2024-03-02,,kind\n"
        let batch = try Importing.all(csv, options: Importing.options(mapping: mapping))
        let times = batch.comments.map { String(Importing.tokyo($0.postedAt).prefix(16)) }
        #expect(times == ["2024-03-01T00:00", "2024-03-01T14:05", "2024-03-02T00:00"] && batch.daysAlone == 1)
    }

    @Test func whenSomebodyLookedMustBeAColumnOrATime() throws {
        func problem(_ look: String) throws -> String? {
            let mapping = try Importing.mapping(
                #"{"zone":"Asia/Tokyo","map":{"text":"t","posted_at":{"column":"d","asOf":"\#(look)"}}}"#
            )
            do {
                _ = try Importing.all("d,t\n3 days ago,slow\n", options: Importing.options(mapping: mapping))
                return nil
            } catch let error as IngestionError {
                return error.message
            }
        }
        #expect(try problem("2024-04-01") == nil && problem("D") == nil)
        let json = """
            {"zone":"Asia/Tokyo","map":{"text":"t",
            "posted_at":{"column":"d","format":"dd/MM/yyyy","asOf":"2024-04-01"}}}
            """
        let options = Importing.options(mapping: try Importing.mapping(json))
        let batch = try Importing.all("d,t\n3 days ago,slow\n25/03/2024,late\n", options: options)
        let days = batch.comments.map { String(Importing.tokyo($0.postedAt).prefix(10)) }
        #expect(days == ["2024-03-29", "2024-03-25"])
        #expect(try problem("scraped")?.contains("asOf: \"scraped\" is no column of the header and no time") == true)
    }

    /// What is proposed is read as it was proposed.
    @Test func partsAreProposed() throws {
        let rows = (1...5).map { "\($0),2024-03-0\($0),2:05,PM,PST,Very slow \($0).\n" }
        let csv = "id,date,time,ampm,tz,text\n" + rows.joined()
        let yaml = try MappingSuggester.suggest(
            file: "a.csv",
            chunks: InputChunks(bytes: Array(csv.utf8)),
            zone: "Asia/Tokyo"
        )
        #expect(yaml.contains("posted_at: {column: date, time: time, ampm: ampm, zoneColumn: tz}"), "\(yaml)")
    }
}
