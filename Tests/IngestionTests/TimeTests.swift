import Feedback
import Testing

@testable import Ingestion

struct TimeTests {
    /// The forms that are read where they lie are read as all others are.
    @Test(arguments: [
        "2008-04-05T08:24:00", "2008-04-05 08:24:00Z", "2008-04-05T08:24:00+09:00", "2008-04-05T08:24:00-03:30",
        "2008-13-05T08:24:00Z", "2008-02-30 08:24:00", "2016-12-31T23:59:60Z", "2024-02-29 24:00:00",
        "2008-04-05T25:00:00Z", "2008-04-05T08:61:00Z", "2008-04-05T08:24:00+18:59",
    ])
    func standardFormsAreReadAlike(text: String) throws {
        let time = try #require(CivilReader.standard(text))
        #expect(CivilReader.read(Array(text.utf8)) == time)
    }

    @Test(arguments: [
        "2008-04-05T08:24:00+19:00", "2008-04-05T08:24:00.5Z", "2008-04-05T08:24:00z", "2008-04-05T08:24:0Z",
        "2008/04/05T08:24:00Z", "２００８-04-05T08:24:00Z", "2008-04-05", "",
    ])
    func otherFormsAreNone(text: String) {
        #expect(CivilReader.standard(text) == nil)
    }

    /// Times in Tokyo, by calendar; instants checked with `date -d`.
    @Test(arguments: [
        ("2008-04-05T08:24:00+09:00", "2008-04-05T08:24:00+09:00"),
        ("2008-04-04T23:24:00Z", "2008-04-05T08:24:00+09:00"),
        ("2008-04-04T19:24:00.5-0400", "2008-04-05T08:24:00+09:00"), ("2008/04/05 08:24", "2008-04-05T08:24:00+09:00"),
        ("2008/4/5 8:24:59", "2008-04-05T08:24:59+09:00"), ("2008.04.05", "2008-04-05T00:00:00+09:00"),
        ("20080405", "2008-04-05T00:00:00+09:00"),
        ("20080405082459", "2008-04-05T08:24:59+09:00"), ("20080404T232400Z", "2008-04-05T08:24:00+09:00"),
        ("2008年4月5日", "2008-04-05T00:00:00+09:00"), ("2008年4月 5日 (土) 08時24分", "2008-04-05T08:24:00+09:00"),
        ("2024/4/1 午後3:05", "2024-04-01T15:05:00+09:00"), ("令和6年4月1日", "2024-04-01T00:00:00+09:00"),
        ("24年3月5日", "2024-03-05T00:00:00+09:00"), ("９９年１２月３１日 23時59分", "1999-12-31T23:59:00+09:00"),
        ("R6年3月5日", "2024-03-05T00:00:00+09:00"), ("H30年4月1日(日) 9時", "2018-04-01T09:00:00+09:00"),
        ("令和元年5月1日 午前0時5分", "2019-05-01T00:05:00+09:00"),
        ("平成31年4月30日（火）23時59分59秒", "2019-04-30T23:59:59+09:00"), ("昭和64年1月7日", "1989-01-07T00:00:00+09:00"),
        ("２０２４／０４／０１　０９：０５", "2024-04-01T09:05:00+09:00"), ("1207351440", "2008-04-05T08:24:00+09:00"),
        ("1207351440000", "2008-04-05T08:24:00+09:00"),
        ("Sat, 05 Apr 2008 08:24:00 +0900", "2008-04-05T08:24:00+09:00"),
        ("5 Apr 08 08:24 JST", "2008-04-05T08:24:00+09:00"),
        ("Tue Oct 31 22:10:47 +0000 2017", "2017-11-01T07:10:47+09:00"),
        ("April 5, 2008 at 8:24 am", "2008-04-05T08:24:00+09:00"),
        ("Apr 5th, 2008 12:00 AM", "2008-04-05T00:00:00+09:00"),
        ("12 September 2020, 12:01 p.m.", "2020-09-12T12:01:00+09:00"),
        ("2024-02-29 24:00", "2024-03-01T00:00:00+09:00"),
        ("2016-12-31T23:59:60Z", "2017-01-01T09:00:00+09:00"), ("2008-04-05 08:24 UTC", "2008-04-05T17:24:00+09:00"),
        // 45,123 days after 1899-12-30 is 2023-07-16, and .5 is noon.
        ("45123.5", "2023-07-16T12:00:00+09:00"), ("45123", "2023-07-16T00:00:00+09:00"),
        ("  2008-04-05 08:24  ", "2008-04-05T08:24:00+09:00"),
        ("2024-04-01 12:30 PM", "2024-04-01T12:30:00+09:00"),
        ("2020-10-03T12:34:56.123456789Z", "2020-10-03T21:34:56+09:00"),
    ]) func readsManyForms(text: String, tokyo: String) throws {
        let time = try TimeReader(zone: .workspace(.tokyo)).read(text)
        #expect(Zone.tokyo.format(time.instant) == tokyo)
        #expect(time.original == text)
    }

    @Test(arguments: [
        "2023-02-29", "2008-13-01", "2008-04-31 00:00", "2008-04-05 25:00", "2008-04-05 08:60", "令和6年13月1日",
        "2008-00-10", "April 31, 2008",
        "04/05/2008", "5/4/08 10:00", "tomorrow", "", "12:30", "2008-04", "2008-04-05 13:00 PM x",
        "2008-04-05T08:24:00+99:00", "きのう", "2024/4/1 午後15:05",
    ]) func refusesTimesThatNeverWere(text: String) {
        let fault = #expect(throws: TimeFault.self) { try TimeReader(zone: .workspace(.tokyo)).read(text) }
        #expect(fault?.reason == .badTime)
    }

    @Test func theZonesOriginIsKept() throws {
        #expect(try TimeReader(zone: .workspace(.tokyo)).read("2008-04-05").zoneOrigin == .workspace)
        #expect(try TimeReader(zone: .mapping(.tokyo)).read("2008-04-05").zoneOrigin == .mapping)
        #expect(try TimeReader(zone: .mapping(.tokyo)).read("2008-04-05T00:00Z").zoneOrigin == .text)
        #expect(try TimeReader(zone: .none).read("1207351440").zoneOrigin == .text)
    }

    @Test func aTimeWithoutAZoneIsNeverSilentlyUTC() {
        let fault = #expect(throws: TimeFault.self) { try TimeReader(zone: .none).read("2008-04-05 08:24") }
        #expect(fault?.reason == .noTime)
    }

    @Test(arguments: [
        ("yyyy/MM/dd HH:mm", "2008/04/05 08:24", "2008-04-05T08:24:00+09:00"),
        ("MM/dd/yyyy hh:mm:ss a", "04/05/2008 08:24:01 PM", "2008-04-05T20:24:01+09:00"),
        ("dd/MM/yyyy", "05/04/2008", "2008-04-05T00:00:00+09:00"),
        ("yy年M月d日", "24年3月5日", "2024-03-05T00:00:00+09:00"),
        ("yyyy年M月d日 H時m分", "2008年4月5日 8時24分", "2008-04-05T08:24:00+09:00"),
        ("GGGGy年M月d日", "平成20年4月5日", "2008-04-05T00:00:00+09:00"),
        ("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2008-04-05T08:24:00.000+09:00", "2008-04-05T08:24:00+09:00"),
        ("EEE MMM dd HH:mm:ss Z yyyy", "Fri Apr 04 23:24:00 +0000 2008", "2008-04-05T08:24:00+09:00"),
        ("yy.M.d", "08.4.5", "2008-04-05T00:00:00+09:00"),
        ("epoch", "1207351440", "2008-04-05T08:24:00+09:00"),
        ("epoch_ms", "1207351440000", "2008-04-05T08:24:00+09:00"),
        ("excel", "39543.35", "2008-04-05T08:24:00+09:00"),
        ("yyyy/MM/dd ah:mm", "2008/04/05 午後0:24", "2008-04-05T12:24:00+09:00"),
    ]) func patternsAreFollowed(pattern: String, text: String, tokyo: String) throws {
        let known: TimePattern = try #require(TimePattern(pattern))
        let reader = TimeReader(pattern: known, zone: .mapping(.tokyo))
        #expect(Zone.tokyo.format(try reader.read(text).instant) == tokyo)
    }

    @Test(arguments: ["HH:mm", "yyyy-MM", "yyyy/MM/dd qq", "", "Yesterday"]) func badPatternsAreRefused(pattern: String)
    {
        #expect(TimePattern(pattern) == nil)
    }

    /// London went from +00:00 to +01:00 at 2024-03-31 01:00 UTC.
    @Test func clockChangesAreKept() throws {
        let london = Zone(
            identifier: "Europe/London",
            initialOffset: 0,
            transitions: [
                .init(instant: Instant(seconds: 1_711_846_800), offset: 3_600),
                .init(instant: Instant(seconds: 1_729_990_800), offset: 0),
            ]
        )
        let reader = TimeReader(zone: .mapping(london))
        #expect(try reader.read("2024-03-31 00:59").instant == Instant(seconds: 1_711_846_740))
        #expect(try reader.read("2024-03-31 02:00").instant == Instant(seconds: 1_711_846_800))
        #expect(try reader.read("2024-10-31 23:59").instant == Instant(seconds: 1_730_419_140))
    }

    @Test(arguments: [
        ("epoch", "-9223372036854775808"), ("epoch", "1207351440000"), ("epoch_ms", "9223372036854775807"),
        ("auto", "9999-12-31"), ("auto", "0001-01-01T00:00:00Z"),
    ])
    func timesThatNobodyWroteAtAreProblems(pattern: String, text: String) throws {
        let reader = TimeReader(pattern: TimePattern(pattern), zone: .workspace(.tokyo))
        let fault = #expect(throws: TimeFault.self) { try reader.read(text) }
        #expect(fault?.reason == .badTime)
    }

    @Test(arguments: [
        // Seconds since 1970 of 1998-01-01, by `date -u -d 1998-01-01 +%s`: 883612800.
        ("883612800000", "1998-01-01T09:00"), ("202602010905", "2026-02-01T09:05"),
        ("1769904000000000000", "2026-02-01T09:00"),
    ])
    func digitsAreCountsOrDates(_ text: String, _ shown: String) throws {
        let time = try TimeReader(zone: .workspace(.tokyo)).read(text)
        #expect(Importing.tokyo(time).hasPrefix(shown), "\(Importing.tokyo(time))")
    }

    @Test(arguments: [
        ("a month ago", "2026-02-28T09:00"), ("2 か月前", "2026-01-31T09:00"), ("Edited 3 days ago", "2026-03-28T09:00"),
        ("１時間前", "2026-03-31T08:00"), ("昨日", "2026-03-30T09:00"), ("a year ago", "2025-03-31T09:00"),
    ])
    func relativeTimesAreDatedFromWhenSomebodyLooked(_ text: String, _ shown: String) throws {
        let seen = try TimeReader(zone: .workspace(.tokyo)).read("2026-03-31 09:00").instant
        let time = try #require(RelativeTime.instant(text, from: seen))
        #expect(Zone.tokyo.format(time).hasPrefix(shown), "\(Zone.tokyo.format(time))")
        #expect(RelativeTime.instant("数日前", from: seen) == nil)
    }

    @Test func aMappingSaysWhenSomebodyLooked() throws {
        let mapping = try Importing.mapping(
            #"{"zone":"Asia/Tokyo","map":{"id":"id","text":"text","posted_at":{"column":"when","asOf":"seen"}}}"#
        )
        let csv = "id,text,when,seen\n1,slow,a week ago,2026-02-08 09:00\n2,kind,some time,2026-02-08\n"
        let batch = try Importing.all(csv, options: Importing.options(mapping: mapping))
        #expect(Importing.tokyo(batch.comments[0].postedAt).hasPrefix("2026-02-01T09:00"))
        #expect(batch.comments[0].postedAt?.certainty == .notAfter && batch.problems.count == 1)
    }

    @Test func timesBesideTheCommentThatAreNoneAreCounted() throws {
        let csv = "id,text,created_at,updated_at\n1,slow,2026-02-01,soon\n2,kind,2026-02-01,2026-02-02\n"
        let batch = try Importing.all(csv)
        #expect(batch.comments.count == 2)
        var importer = Importer(
            file: "a.csv",
            chunks: InputChunks(bytes: Array(csv.utf8)),
            options: Importing.options()
        )
        #expect(try importer.next(maximumRows: 9)?.unread == ["updated_at": 1])
    }

    @Test(arguments: [
        ("R8/2/1", "2026-02-01T00:00:00+09:00"), ("H30.4.1 9:05", "2018-04-01T09:05:00+09:00"),
        ("投稿日：2026/02/01", "2026-02-01T00:00:00+09:00"), ("2026/02/01 に投稿", "2026-02-01T00:00:00+09:00"),
        ("2026-02-01 00:05:03 +0000 UTC", "2026-02-01T09:05:03+09:00"),
    ])
    func timesWithWordsAroundThemAreRead(text: String, expected: String) throws {
        let time = try TimeReader(zone: .workspace(.tokyo)).read(text)
        #expect(Importing.tokyo(time) == expected)
    }
}
