import Feedback
import Testing

@testable import Ingestion

/// Dates that tell no day.
struct PartialDateTests {
    /// The last moment of the month in Tokyo, marked as that time or earlier.
    @Test(arguments: [
        ("2024-03", "2024-03-31"), ("2024/2", "2024-02-29"), ("2023年2月", "2023-02-28"), ("令和6年4月", "2024-04-30"),
        ("202412", "2024-12-31"), ("Mar 2024", "2024-03-31"), ("March, 2024", "2024-03-31"), ("03/2024", "2024-03-31"),
        ("２０２４年１１月", "2024-11-30"), ("2024年3月上旬", "2024-03-31"), ("2024年3月頃", "2024-03-31"), ("Mar-2024", "2024-03-31"),
    ])
    func aMonthIsKeptAsItsEnd(text: String, day: String) throws {
        let batch = try Importing.all("id\tposted_at\ttext\n1\t\(text)\tslow\n")
        #expect(batch.problems.isEmpty && batch.roughTimes == 1)
        let time = try #require(batch.comments.first?.postedAt)
        #expect(Importing.tokyo(time) == "\(day)T23:59:59+09:00")
        #expect(time.certainty == .notAfter && time.original == text)
    }

    @Test(arguments: [
        "03/15", "3月15日", "3月15日(金) 14:05", "Mar 15", "15 March", "March 15th", "2024年", "2024", "3月", "14:05",
    ])
    func whatTellsLessLeavesTheRowInWithoutADate(text: String) throws {
        let batch = try Importing.all("id,posted_at,text\n1,\(text),slow\n")
        #expect(batch.problems.isEmpty && batch.comments.map(\.text) == ["slow"] && batch.comments[0].postedAt == nil)
        #expect(batch.unread == ["posted_at": 1] && batch.roughTimes == 0)
    }

    @Test(arguments: ["2024-13", "2月30日", "45/46", "2024-03-32", "1890-03", "2150年3月", "31 Feb", "yes", "1234567"])
    func whatIsNoDateStaysAProblem(text: String) throws {
        let batch = try Importing.all("id,posted_at,text\n1,\(text),slow\n")
        #expect(batch.problems.map(\.reason) == [.badTime])
    }

    /// The latest such day before somebody looked, on 2024-04-01.
    @Test(arguments: [
        ("3月15日", "2024-03-15T00:00"), ("4月2日", "2023-04-02T00:00"), ("12/25", "2023-12-25T00:00"),
        ("25/12", "2023-12-25T00:00"),
        ("2月29日 9:05", "2024-02-29T09:05"), ("Mar 15 2:05 PM", "2024-03-15T14:05"), ("03/04", "none"),
    ])
    func aDayWithoutAYearIsDatedFromWhenSomebodyLooked(text: String, tokyo: String) throws {
        let mapping = try Importing.mapping(
            #"{"zone":"Asia/Tokyo","map":{"text":"t","posted_at":{"column":"d","asOf":"2024-04-01"}}}"#
        )
        let batch = try Importing.all("d,t\n\(text),slow\n", options: Importing.options(mapping: mapping))
        #expect(batch.problems.isEmpty && Importing.tokyo(batch.comments.first?.postedAt).hasPrefix(tokyo))
        #expect(batch.comments.first?.postedAt.map { $0.certainty == .notAfter } ?? true)
    }

    @Test(arguments: ["投稿年月", "日付", "date", "投稿日"])
    func aColumnOfMonthsIsTakenForTheTime(name: String) throws {
        let csv = "id,\(name),本文\n1,2024年3月,対応が遅い\n2,2024年4月,親切でした\n3,2024年4月,普通でした\n4,2024年4月,良い店\n"
        let batch = try Importing.all(csv)
        #expect(batch.roughTimes == 4 && batch.problems.isEmpty)
        #expect(Importing.tokyo(batch.comments[1].postedAt) == "2024-04-30T23:59:59+09:00")
    }

    @Test func aMappedMonthNeedsAZoneAsAnyTime() throws {
        let mapping = try Importing.mapping(#"{"map":{"text":"t","posted_at":"d"}}"#)
        let batch = try Importing.all("d,t\n2024-03,slow\n", options: Importing.options(mapping: mapping))
        #expect(batch.problems.map(\.reason) == [.noTime])
    }
}
